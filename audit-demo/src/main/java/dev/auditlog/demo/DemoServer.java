package dev.auditlog.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A server that runs both applications. */
interface DemoServer {

    /** Starts it, and returns before it is ready. */
    void start();

    /** How it ended, or -1 while it runs. */
    int exitCode();

    /** The file with what it says. */
    Path log();

    /** Ends it, gently at first. Does nothing if it does not run. */
    void stop();

    /** Ends a process and all that it started; kills it if it takes longer than allowed. */
    static void end(Process process, Duration gently) {
        process.destroy();
        try {
            if (!process.waitFor(gently.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
