package dev.auditlog.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The flight recorder of a JVM that runs, started and stopped from outside. */
final class ServerRecording {

    private static final String NAME = "name=bench";

    private final long pid;
    private final Path file;

    private ServerRecording(long pid, Path file) {
        this.pid = pid;
        this.file = file;
    }

    static ServerRecording start(long pid, Path file) {
        command(pid, List.of("JFR.start", NAME, "settings=profile"));
        return new ServerRecording(pid, file);
    }

    /** Ends it, and returns the file. */
    Path stop() {
        command(pid, List.of("JFR.stop", NAME, "filename=" + file));
        return file;
    }

    private static void command(long pid, List<String> words) {
        ProcessBuilder command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(pid));
        command.command().addAll(words);
        command.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        try {
            Process jcmd = command.start();
            if (!jcmd.waitFor(60, TimeUnit.SECONDS) || jcmd.exitValue() != 0) {
                throw BenchMessages.noRecording(String.join(" ", words));
            }
        } catch (IOException failed) {
            throw BenchMessages.noRecording(failed.toString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
