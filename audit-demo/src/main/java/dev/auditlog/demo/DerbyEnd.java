package dev.auditlog.demo;

import java.lang.instrument.Instrumentation;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;

/**
 * Closes Derby when the server's JVM ends. The server does not, and then the database's files look as after a crash: it
 * is whole, but has to recover at the next start. Runs inside the server, as {@link Watchdog} does.
 */
final class DerbyEnd {

    private static final String DRIVER = "org.apache.derby.iapi.jdbc.AutoloadedDriver";
    private static final String SERVERS_OWN_END = "Shutdown Hook"; // part of the name of its thread
    private static final long START_MS = 1000;
    private static final long LONGEST_MS = 20_000;
    private static final long PAUSE_MS = 20;

    private final Instrumentation jvm;

    private DerbyEnd(Instrumentation jvm) {
        this.jvm = jvm;
    }

    static void atExit(Instrumentation jvm) {
        Runtime.getRuntime().addShutdownHook(new Thread(new DerbyEnd(jvm)::run, "demo-derby-end"));
    }

    private void run() {
        try {
            awaitServer();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        driver().ifPresent(DerbyEnd::close);
    }

    /** All threads of this kind are started at once and in no order, so the server's own may not run yet. */
    private static void awaitServer() throws InterruptedException {
        long deadline = System.currentTimeMillis() + START_MS;
        Optional<Thread> server = serversOwnEnd();
        while (server.isEmpty() && System.currentTimeMillis() < deadline) {
            Thread.sleep(PAUSE_MS);
            server = serversOwnEnd();
        }
        if (server.isPresent()) {
            server.get().join(LONGEST_MS);
        }
    }

    private static Optional<Thread> serversOwnEnd() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().contains(SERVERS_OWN_END))
                .findAny();
    }

    /** The server's class loaders have it; this class is outside them. */
    private Optional<Class<?>> driver() {
        return Arrays.<Class<?>>stream(jvm.getAllLoadedClasses())
                .filter(loaded -> loaded.getName().equals(DRIVER))
                .findAny();
    }

    private static void close(Class<?> driver) {
        try {
            Driver derby = (Driver) driver.getConstructor().newInstance();
            derby.connect("jdbc:derby:;shutdown=true", new Properties());
        } catch (SQLException closed) {
            // Derby says by an exception that it is closed
        } catch (ReflectiveOperationException notOurs) {
            // another Derby: it recovers at its next start
        }
    }
}
