package dev.auditlog.it;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;

/** A real PostgreSQL of the test's own, on loopback; it ends with the test JVM at the latest. */
final class PostgresServer {

    private final Path data;
    private final int port = TestEnvironment.freePort();
    private final Set<String> databases = new HashSet<>();
    private EmbeddedPostgres server;

    private PostgresServer(Path data) {
        this.data = data;
        this.server = startOn(data, port);
    }

    /** Starts a server that keeps its data in the given folder. */
    static PostgresServer start(Path data) {
        return new PostgresServer(data);
    }

    private static EmbeddedPostgres startOn(Path data, int port) {
        try {
            return EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("fsync", "on")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops the server; its data stays. */
    synchronized void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it again on the same port and data. */
    synchronized void startAgain() {
        server = startOn(data, port);
    }

    /** Returns the URL of a database of that name, which is made at the first call. */
    synchronized String url(String database) {
        if (databases.add(database)) {
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + database);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?reWriteBatchedInserts=true";
    }
}
