package dev.auditlog.it;

import dev.auditlog.stage.PayaraMicro;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;

/** A full Payara Server with a domain of the test's own, on loopback and free ports, on Derby. */
final class FullServer implements AutoCloseable {

    private static final String DOMAIN = "it";

    private final Path folder = TestEnvironment.get().folder().resolve("full-server");
    private final int adminPort = TestEnvironment.freePort();
    private final int httpPort = TestEnvironment.freePort();

    /** Makes and starts the domain; the data sources are those that the applications name. */
    static FullServer start() {
        FullServer server = new FullServer();
        server.createDomain();
        server.asadmin("start-domain", "--domaindir", server.folder.toString(), DOMAIN);
        server.multimode(
                "create-jdbc-connection-pool --restype=java.sql.Driver"
                        + " --isconnectvalidatereq=true --validationmethod=custom-validation"
                        + " --validationclassname=org.glassfish.api.jdbc.validation.JDBC40ConnectionValidation"
                        + " --driverclassname=org.apache.derby.iapi.jdbc.AutoloadedDriver audit-pool",
                "set resources.jdbc-connection-pool.audit-pool.property.URL=jdbc:derby:"
                        + server.folder.resolve("audit") + ";create=true",
                "set resources.jdbc-connection-pool.audit-pool.property.user=audit",
                "set resources.jdbc-connection-pool.audit-pool.property.password=audit",
                "create-jdbc-resource --connectionpoolid=audit-pool jdbc/audit");
        return server;
    }

    private void createDomain() {
        StringBuilder ports = new StringBuilder();
        for (String name : List.of(
                "domain.jmxPort",
                "http.ssl.port",
                "java.debugger.port",
                "jms.port",
                "orb.listener.port",
                "orb.mutualauth.port",
                "orb.ssl.port",
                "osgi.shell.telnet.port",
                "hazelcast.das.port",
                "hazelcast.start.port")) {
            ports.append(ports.length() == 0 ? "" : ":")
                    .append(name)
                    .append('=')
                    .append(TestEnvironment.freePort());
        }
        asadmin(
                "--user",
                "admin",
                "create-domain",
                "--nopassword=true",
                "--domaindir",
                folder.toString(),
                "--adminport",
                Integer.toString(adminPort),
                "--instanceport",
                Integer.toString(httpPort),
                "--domainproperties",
                ports.toString(),
                DOMAIN);
        amend();
        try (Stream<Path> drivers = Files.list(TestEnvironment.serverFile("drivers"))) {
            for (Path driver : drivers.toList()) {
                Files.copy(driver, folder.resolve(DOMAIN).resolve("lib").resolve(driver.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Before the start: a server that is told while it runs closes the listener, and on a busy machine opens none. */
    private void amend() {
        Path settings = folder.resolve(DOMAIN).resolve("config/domain.xml");
        String listener = " port=\"" + httpPort + "\"";
        try {
            String before = Files.readString(settings);
            String after = before.replace(listener, " address=\"127.0.0.1\"" + listener);
            if (after.equals(before)) {
                throw new IllegalStateException("no listener on " + httpPort + " in " + settings);
            }
            String options = PayaraMicro.SHORT_LIVED.stream()
                    .map(option -> "<jvm-options>" + option + "</jvm-options>")
                    .collect(Collectors.joining());
            Files.writeString(settings, after.replace("</java-config>", options + "</java-config>"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deploys an archive; fails with the server's words where the server refuses it. */
    void deploy(Archive<?> archive) {
        Path file = folder.resolve(archive.getName());
        archive.as(ZipExporter.class).exportTo(file.toFile(), true);
        deploy(file);
    }

    void deploy(Path archive) {
        asadmin("--port", Integer.toString(adminPort), "deploy", archive.toString());
    }

    Http http() {
        return new Http(httpPort);
    }

    private void multimode(String... commands) {
        try {
            Path file = folder.resolve("commands.txt");
            Files.write(file, List.of(commands));
            asadmin("--port", Integer.toString(adminPort), "multimode", "--file", file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void asadmin(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(PayaraMicro.SHORT_LIVED);
        command.add("-jar");
        command.add(TestEnvironment.serverFile("payara6/glassfish/lib/client/appserver-cli.jar")
                .toString());
        command.addAll(List.of(arguments));
        try {
            Files.createDirectories(folder);
            Path said = Files.createTempFile(folder, "asadmin", ".txt");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(List.of(arguments) + ": " + Files.readString(said));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        asadmin("stop-domain", "--domaindir", folder.toString(), DOMAIN);
    }
}
