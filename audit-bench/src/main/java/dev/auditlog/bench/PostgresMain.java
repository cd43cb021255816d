package dev.auditlog.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Runs PostgreSQL until the standard input ends. In a process of its own, so that the database can have an environment of
 * its own, and ends with whoever started it.
 */
final class PostgresMain {

    private PostgresMain() {}

    /** Arguments: folder of the data, port. Prints the port when it takes connections. */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(Path.of(arguments[0]))
                .setPort(Integer.parseInt(arguments[1]))
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "100");
        try (EmbeddedPostgres server = builder.start()) {
            out.println("port " + server.getPort());
            int next = System.in.read();
            while (next >= 0) {
                next = System.in.read();
            }
        }
    }
}
