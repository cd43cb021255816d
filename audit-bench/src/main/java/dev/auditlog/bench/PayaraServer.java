package dev.auditlog.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Payara Micro with all applications under load, one datasource for all of them. */
final class PayaraServer implements AutoCloseable {

    private static final long START_SECONDS = 300;
    private static final String POOL = "bench-pool";

    private final Process process;
    private final Path log;
    private final int port;

    private PayaraServer(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    /** Starts it, and returns when it has deployed, or refused, all archives. */
    static PayaraServer start(BenchSettings settings, Path folder, int port, Database database, List<Path> archives) {
        Path log = folder.resolve("server.log");
        Path kit = settings.folder().resolve("server");
        Path boot = folder.resolve("boot.txt");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(settings.jvm());
        command.add("-Djava.io.tmpdir=" + folder.resolve("tmp"));
        command.add("-Dderby.stream.error.file=" + folder.resolve("derby.log"));
        command.addAll(List.of("-jar", kit.resolve("payara-micro.jar").toString()));
        command.addAll(List.of("--rootdir", folder.resolve("server-" + port).toString()));
        command.addAll(List.of("--nohazelcast", "--disablephonehome", "--port", Integer.toString(port)));
        command.addAll(List.of("--addlibs", kit.resolve("drivers").toString()));
        command.addAll(List.of("--prebootcommandfile", boot.toString()));
        archives.forEach(archive -> command.addAll(List.of("--deploy", archive.toString())));
        try {
            Files.createDirectories(folder.resolve("tmp"));
            Files.write(boot, bootCommands(database));
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly, "server-stop"));
            PayaraServer server = new PayaraServer(process, log, port);
            server.awaitReady();
            return server;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The listener on this machine only and with no end of its connections; one pool of 32 connections. */
    private static List<String> bootCommands(Database database) {
        String network = "set configs.config.server-config.network-config.";
        String property = "set resources.jdbc-connection-pool." + POOL + ".property.";
        String admin = "set configs.config.server-config.admin-service.das-config.";
        return List.of(
                admin + "dynamic-reload-enabled=false", // else it looks for changed archives all the time
                admin + "autodeploy-enabled=false",
                network + "network-listeners.network-listener.http-listener.address=127.0.0.1",
                network + "protocols.protocol.http-listener.http.max-connections=-1",
                "create-jdbc-connection-pool --restype=java.sql.Driver --steadypoolsize=32 --maxpoolsize=32"
                        + " --driverclassname=" + database.driver() + " " + POOL,
                property + "URL=" + database.url(),
                property + "user=postgres",
                property + "password=postgres",
                "create-jdbc-resource --connectionpoolid=" + POOL + " jdbc/audit");
    }

    private void awaitReady() {
        long deadline = System.nanoTime() + Duration.ofSeconds(START_SECONDS).toNanos();
        while (!log().contains("ready in")) {
            if (!process.isAlive() || System.nanoTime() - deadline > 0) {
                process.destroyForcibly();
                throw BenchMessages.notStarted("Payara Micro", log);
            }
            Pause.millis(200);
        }
    }

    long pid() {
        return process.pid();
    }

    int port() {
        return port;
    }

    /** What it has said so far. */
    String log() {
        try {
            return Files.readString(log);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(40, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
