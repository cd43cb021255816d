package dev.auditlog.demo;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a demo runs on.
 *
 * @param kit folder with the archives, the drivers and the server
 * @param data folder with everything that stays: the database and the server's log
 * @param port of the HTTP listener at 127.0.0.1
 * @param consolePassword of admin, auditor and exporter
 * @param samplePassword of alice, bob and carol
 * @param database where events and orders go
 * @param traffic whether the first start sends calls
 */
public record DemoSettings(
        Path kit,
        Path data,
        int port,
        String consolePassword,
        String samplePassword,
        Database database,
        boolean traffic) {

    private static final int DEFAULT_PORT = 8080;
    private static final int MAX_PORT = 65_535;

    /** Reads the environment variables {@code DEMO_…}; passwords that are not set are made up. */
    public static DemoSettings read(Path kit, Path data, boolean traffic, Map<String, String> environment) {
        return new DemoSettings(
                kit,
                data,
                port(environment.get("DEMO_HTTP_PORT")),
                set(environment, "DEMO_CONSOLE_PASSWORD").orElseGet(Passwords::random),
                set(environment, "DEMO_SAMPLE_PASSWORD").orElseGet(Passwords::random),
                Database.of(
                        set(environment, "DEMO_DB_URL").orElseGet(() -> Database.derby(data)),
                        environment.getOrDefault("DEMO_DB_USER", "audit"),
                        environment.getOrDefault("DEMO_DB_PASSWORD", "audit")),
                traffic);
    }

    private static Optional<String> set(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    private static int port(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return DEFAULT_PORT;
        }
        try {
            int port = Integer.parseInt(text);
            if (port > 0 && port <= MAX_PORT) {
                return port;
            }
        } catch (NumberFormatException noNumber) {
            // said below, together with numbers that are out of range
        }
        throw DemoMessages.notAPort(text);
    }

    /** Everything that the server gets to know, and nothing of it on a command line. */
    Map<String, String> environment() {
        return Map.of(
                "AUDIT_CONSOLE_DEMO_PASSWORD",
                consolePassword,
                "DEMO_SAMPLE_PASSWORD",
                samplePassword,
                "DEMO_DB_DRIVER",
                database.driver(),
                "DEMO_DB_URL",
                database.url(),
                "DEMO_DB_USER",
                database.user(),
                "DEMO_DB_PASSWORD",
                database.password(),
                Watchdog.LAUNCHER,
                Long.toString(ProcessHandle.current().pid()));
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }
}
