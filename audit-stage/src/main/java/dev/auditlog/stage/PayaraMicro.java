package dev.auditlog.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A Payara Micro as a process of its own; it ends with the test's JVM at the latest. */
public final class PayaraMicro implements AutoCloseable {

    /**
     * Options of a JVM that lives for a minute, most of which is its start: one compiler, one thread that collects, and no
     * collection whenever more classes have come.
     */
    public static final List<String> SHORT_LIVED =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:MetaspaceSize=256m");

    private static final Duration START = Duration.ofSeconds(300);
    private static final long LOOK_AGAIN_NANOS = Duration.ofMillis(50).toNanos();

    private final Process process;
    private final Launch launch;
    private final Path log;

    private PayaraMicro(Process process, Launch launch, Path log) {
        this.process = process;
        this.launch = launch;
        this.log = log;
    }

    /**
     * How to start one.
     *
     * @param jar Payara Micro
     * @param folder of its own: log and temporary files
     * @param port for HTTP
     * @param jvm options of the JVM
     * @param options further options of Payara Micro
     */
    public record Launch(Path jar, Path folder, int port, List<String> jvm, List<String> options) {

        private List<String> command(Path temporary) {
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(jvm);
            command.add("-Djava.io.tmpdir=" + temporary);
            command.addAll(List.of("-jar", jar.toString()));
            command.addAll(List.of("--rootdir", temporary.resolve("root").toString()));
            command.addAll(List.of("--nohazelcast", "--disablephonehome", "--port", Integer.toString(port)));
            command.addAll(options);
            return command;
        }
    }

    /** Starts it, and returns when it has deployed, or refused, all archives. */
    public static PayaraMicro start(Launch launch) {
        try {
            Path run = newRun(launch.folder());
            Path log = run.resolve("server.log");
            Process process = new ProcessBuilder(launch.command(Files.createDirectory(run.resolve("tmp"))))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly, "server-stop"));
            PayaraMicro server = new PayaraMicro(process, launch, log);
            server.awaitReady();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path newRun(Path folder) throws IOException {
        int number = 1;
        while (Files.exists(folder.resolve("run-" + number))) {
            number++;
        }
        return Files.createDirectories(folder.resolve("run-" + number));
    }

    private void awaitReady() {
        long deadline = System.nanoTime() + START.toNanos();
        while (!log().contains("ready in")) {
            if (!process.isAlive() || System.nanoTime() - deadline > 0) {
                process.destroyForcibly();
                throw new IllegalStateException("Payara Micro did not start; see " + log);
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
    }

    /** Starts it again where it has ended, with the same port, archives and options. */
    public PayaraMicro startAgain() {
        return start(launch);
    }

    public int port() {
        return launch.port();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** What it has said since it was started. */
    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a line of its log has these words; for logs that are too long to be held in memory. */
    public boolean hasSaid(String words) {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.anyMatch(line -> line.contains(words));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it at once, as {@code kill -9} does. */
    public void kill() {
        process.destroyForcibly();
        if (!awaitEnd(Duration.ofSeconds(30))) {
            throw new IllegalStateException("process " + process.pid() + " outlived kill -9");
        }
    }

    /** Asks it to end, by {@code SIGTERM}. */
    public void terminate() {
        process.destroy();
    }

    /** Whether it has ended when that time is over. */
    public boolean awaitEnd(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        terminate();
        if (!awaitEnd(Duration.ofSeconds(60))) {
            kill();
        }
    }
}
