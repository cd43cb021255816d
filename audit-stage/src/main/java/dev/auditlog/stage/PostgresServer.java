package dev.auditlog.stage;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A real PostgreSQL of the test's own, on loopback and with fsync; it ends with the test's JVM at the latest. */
public final class PostgresServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60); // for a machine that does other things too

    private final Path data;
    private final int port;
    private final Set<String> databases = new HashSet<>();
    private EmbeddedPostgres server;

    private PostgresServer(Path data, int port) {
        this.data = data;
        this.port = port;
        this.server = startOn(data, port);
    }

    /** Starts a server that keeps its data in the given folder. */
    public static PostgresServer start(Path data, int port) {
        return new PostgresServer(data, port);
    }

    private static EmbeddedPostgres startOn(Path data, int port) {
        try {
            return EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .setPGStartupWait(PATIENCE)
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("fsync", "on")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops the server in order; its data stays. */
    public synchronized void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops it at once and without a checkpoint, as {@code pg_ctl stop -m immediate} does. */
    public synchronized void crash() {
        if (isRunning()) { // on a full disk it may have given up by itself
            ProcessHandle postmaster = postmaster();
            Signals.send("QUIT", List.of(postmaster));
            Signals.awaitEnd(postmaster, PATIENCE);
        }
        stop(); // ends nothing any more, but lets the folder go
    }

    /** Whether its main process lives; it may have given up by itself. */
    public synchronized boolean isRunning() {
        return Files.exists(data.resolve("postmaster.pid"))
                && ProcessHandle.of(postmasterId()).map(ProcessHandle::isAlive).orElse(false);
    }

    /** Starts it again on the same port and data. */
    public synchronized void startAgain() {
        server = startOn(data, port);
    }

    /** Stops all its processes where they are ({@code SIGSTOP}): connections stay open, and nothing is answered. */
    public synchronized void freeze() {
        ProcessHandle postmaster = postmaster();
        Signals.send("STOP", List.of(postmaster)); // first: it starts no more children then
        List<ProcessHandle> children = postmaster.descendants().toList();
        if (!children.isEmpty()) {
            Signals.send("STOP", children);
        }
    }

    /** Lets frozen processes go on. */
    public synchronized void thaw() {
        ProcessHandle postmaster = postmaster();
        Signals.send(
                "CONT",
                Stream.concat(postmaster.descendants(), Stream.of(postmaster)).toList());
    }

    private ProcessHandle postmaster() {
        return ProcessHandle.of(postmasterId()).orElseThrow();
    }

    private long postmasterId() {
        try {
            return Long.parseLong(
                    Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the URL of a database of that name, which is made at the first call. */
    public synchronized String url(String database) {
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

    @Override
    public void close() {
        stop();
    }
}
