package dev.auditlog.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** A full Payara Server with the EAR: a domain of its own, made anew at each start. */
final class FullServer implements DemoServer {

    private static final String DOMAIN = "demo";
    private static final String NO_GRID = "<hazelcast-config-specific-configuration enabled=\"false\" ";

    private final DemoSettings settings;
    private final Path domains;
    private final Asadmin asadmin;
    private boolean created;

    FullServer(DemoSettings settings) {
        this.settings = settings;
        this.domains = settings.data().resolve("run").resolve("domains");
        this.asadmin = new Asadmin(settings.kit().resolve("payara6"), settings.environment());
    }

    @Override
    public void start() {
        Path run = settings.data().resolve("run");
        Folders.delete(run);
        Folders.create(domains);
        Folders.write(run.resolve("before.txt"), before());
        Folders.write(run.resolve("after.txt"), after());
        created = true;
        asadmin.run(
                "create-domain",
                "--nopassword",
                "--domaindir",
                domains.toString(),
                "--adminport",
                Integer.toString(DemoProcess.freePort()),
                "--instanceport",
                Integer.toString(settings.port()),
                "--domainproperties",
                freePorts(),
                DOMAIN);
        amend(domains.resolve(DOMAIN).resolve("config/domain.xml"));
        copyDrivers(domains.resolve(DOMAIN).resolve("lib"));
        asadmin.run(
                "start-domain",
                "--domaindir",
                domains.toString(),
                "--prebootcommandfile",
                run.resolve("before.txt").toString(),
                "--postbootcommandfile",
                run.resolve("after.txt").toString(),
                DOMAIN);
    }

    /** None of the other listeners is used; they get ports that are free, and open on this machine only. */
    private static String freePorts() {
        List<String> ports = new ArrayList<>();
        for (String name : List.of(
                "http.ssl.port",
                "jms.port",
                "domain.jmxPort",
                "orb.listener.port",
                "orb.ssl.port",
                "orb.mutualauth.port",
                "osgi.shell.telnet.port",
                "java.debugger.port",
                "hazelcast.start.port",
                "hazelcast.das.port")) {
            ports.add(name + "=" + DemoProcess.freePort());
        }
        return String.join(":", ports);
    }

    private List<String> before() {
        String config = "set configs.config.server-config.";
        List<String> commands = new ArrayList<>();
        for (String listener : List.of("http-listener-1", "http-listener-2", "admin-listener")) {
            commands.addAll(BootCommands.closeListener(listener));
        }
        for (String listener : List.of("orb-listener-1", "SSL", "SSL_MUTUALAUTH")) {
            commands.add(config + "iiop-service.iiop-listener." + listener + ".address=127.0.0.1");
        }
        commands.add(config + "network-config.network-listeners.network-listener.http-listener-2.enabled=false");
        commands.add(config + "admin-service.jmx-connector.system.enabled=false");
        commands.add(config + "jms-service.type=DISABLED");
        commands.add(BootCommands.quietBoot());
        commands.addAll(BootCommands.dataSources());
        commands.add("create-system-properties derby.stream.error.file="
                + settings.data().resolve("derby.log"));
        return commands;
    }

    private List<String> after() {
        Path kit = settings.kit();
        return List.of(
                "deploy --name audit " + Folders.require(kit.resolve("audit.ear")),
                "deploy --name sample --contextroot /sample " + Folders.require(kit.resolve("sample.war")));
    }

    /** What boot commands come too late for: options of the JVM, and the data grid, which would listen on all addresses. */
    private void amend(Path configuration) {
        String options = "<jvm-options>-javaagent:" + settings.kit().resolveSibling("audit-demo.jar")
                + "</jvm-options><jvm-options>" + BootCommands.FIRST_COMPILER_ONLY + "</jvm-options>";
        try {
            Files.writeString(
                    configuration,
                    Files.readString(configuration)
                            .replace("</java-config>", options + "</java-config>")
                            .replace("<hazelcast-config-specific-configuration ", NO_GRID)
                            .replace("<hazelcast-config-specific-configuration>", NO_GRID + ">"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void copyDrivers(Path lib) {
        try (Stream<Path> drivers = Files.list(settings.kit().resolve("lib"))) {
            for (Path driver : drivers.toList()) {
                Files.copy(driver, lib.resolve(driver.getFileName()));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public Path log() {
        return domains.resolve(DOMAIN).resolve("logs/server.log");
    }

    @Override
    public int exitCode() {
        return process().map(ProcessHandle::isAlive).orElse(false) ? -1 : 0;
    }

    private Optional<ProcessHandle> process() {
        Path pid = domains.resolve(DOMAIN).resolve("config/pid");
        try {
            return ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()));
        } catch (IOException | NumberFormatException none) {
            return Optional.empty();
        }
    }

    @Override
    public void stop() {
        if (created) {
            process().ifPresent(FullServer::end);
            created = false;
        }
    }

    private static void end(ProcessHandle server) {
        server.destroy();
        try {
            server.onExit().get(25, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException stuck) {
            server.destroyForcibly();
        } catch (InterruptedException interrupted) {
            server.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
