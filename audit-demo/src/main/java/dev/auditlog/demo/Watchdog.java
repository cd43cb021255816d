package dev.auditlog.demo;

import java.lang.instrument.Instrumentation;

/**
 * Ends the server when the launcher is gone, even if that was killed and could say nothing, and its database with it. Runs inside the server as a
 * Java agent; the launcher's process id stands in the environment variable {@value #LAUNCHER}.
 */
public final class Watchdog {

    static final String LAUNCHER = "DEMO_LAUNCHER_PID";

    private Watchdog() {}

    /** Called by the JVM before the server's own main method. */
    public static void premain(String arguments, Instrumentation jvm) {
        DerbyEnd.atExit(jvm);
        String launcher = System.getenv(LAUNCHER);
        if (launcher != null) {
            ProcessHandle.of(Long.parseLong(launcher))
                    .ifPresentOrElse(process -> process.onExit().thenRun(Watchdog::end), Watchdog::end);
        }
    }

    private static void end() {
        Runtime.getRuntime().exit(0);
    }
}
