package dev.auditlog.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Runs PostgreSQL until the standard input ends. In a process of its own, so that the database can have an environment of
 * its own, and ends with whoever started it.
 */
final class PostgresMain {

    /** The folder is empty, and is deleted at the end. */
    static final String NEW = "new";

    /** The folder may hold data, which are used again, and stays. */
    static final String KEPT = "kept";

    private static final int FIXED_ARGUMENTS = 3;

    private PostgresMain() {}

    /**
     * Arguments: folder of the data, port, {@value #NEW} or {@value #KEPT}, and settings of the server as name=value. Prints
     * the port when it takes connections.
     */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(Path.of(arguments[0]))
                .setPort(Integer.parseInt(arguments[1]))
                .setCleanDataDirectory(arguments[2].equals(NEW))
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "100");
        for (String setting : Arrays.asList(arguments).subList(FIXED_ARGUMENTS, arguments.length)) {
            String[] parts = setting.split("=", 2);
            builder.setServerConfig(parts[0], parts[1]);
        }
        try (EmbeddedPostgres server = builder.start()) {
            out.println("port " + server.getPort());
            int next = System.in.read();
            while (next >= 0) {
                next = System.in.read();
            }
        }
    }
}
