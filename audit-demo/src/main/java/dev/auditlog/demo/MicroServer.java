package dev.auditlog.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Payara Micro as a child process. */
final class MicroServer implements DemoServer {

    private static final Duration GENTLY = Duration.ofSeconds(25);

    private final DemoSettings settings;
    private @Nullable Process process;

    MicroServer(DemoSettings settings) {
        this.settings = settings;
    }

    @Override
    public void start() {
        Path run = settings.data().resolve("run");
        Folders.delete(run); // what an earlier start unpacked
        Folders.create(run.resolve("tmp"));
        List<String> before = new ArrayList<>(BootCommands.closeListener("http-listener"));
        before.add(BootCommands.quietBoot());
        before.addAll(BootCommands.dataSources());
        Folders.write(run.resolve("before.txt"), before);
        ProcessBuilder server =
                new ProcessBuilder(command(run)).redirectErrorStream(true).redirectOutput(log().toFile());
        server.environment().putAll(settings.environment());
        try {
            process = server.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private List<String> command(Path run) {
        Path kit = settings.kit();
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                BootCommands.FIRST_COMPILER_ONLY,
                "-XX:+UseSerialGC",
                "-javaagent:" + Folders.require(kit.resolveSibling("audit-demo.jar")),
                "-Djava.io.tmpdir=" + run.resolve("tmp"),
                "-Dderby.stream.error.file=" + settings.data().resolve("derby.log"),
                "-jar",
                Folders.require(kit.resolve("payara-micro.jar")).toString(),
                "--rootdir",
                run.resolve("server").toString(),
                "--nohazelcast",
                "--disablephonehome",
                "--port",
                Integer.toString(settings.port()),
                "--addlibs",
                kit.resolve("lib").toString(),
                "--prebootcommandfile",
                run.resolve("before.txt").toString(),
                "--deploy",
                Folders.require(kit.resolve("audit.war")).toString(),
                "--deploy",
                Folders.require(kit.resolve("sample.war")).toString());
    }

    @Override
    public Path log() {
        return settings.data().resolve("server.log");
    }

    @Override
    public int exitCode() {
        return process == null || process.isAlive() ? -1 : process.exitValue();
    }

    @Override
    public void stop() {
        if (process != null) {
            DemoServer.end(process, GENTLY);
            Folders.delete(settings.data().resolve("run"));
        }
    }
}
