package dev.auditlog.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** PostgreSQL on 127.0.0.1, with its own defaults and all that makes commits durable. */
final class PostgresDatabase implements Database {

    private static final String COUNTS =
            """
            select xact_commit, pg_snapshot_xmax(pg_current_snapshot())::text::bigint
            from pg_stat_database where datname = current_database()
            """;

    private final Process keeper;
    private final int port;
    private final long pid;

    private PostgresDatabase(Process keeper, int port, long pid) {
        this.keeper = keeper;
        this.port = port;
        this.pid = pid;
    }

    /**
     * Starts it with a new, empty folder, which it deletes at its end.
     *
     * @param environment variables of its process
     */
    static PostgresDatabase start(Path folder, int port, Map<String, String> environment) {
        return start(folder, environment, List.of(Integer.toString(port), PostgresMain.NEW));
    }

    /**
     * Starts it with the data that the folder holds from the last time, or with none, and leaves them there.
     *
     * @param settings of the server, such as {@code max_wal_size=4GB}
     */
    static PostgresDatabase startKept(Path folder, int port, List<String> settings) {
        List<String> arguments = new ArrayList<>(List.of(Integer.toString(port), PostgresMain.KEPT));
        arguments.addAll(settings);
        return start(folder, Map.of(), arguments);
    }

    private static PostgresDatabase start(Path folder, Map<String, String> environment, List<String> arguments) {
        Path log = folder.resolve("postgresql.log");
        int port = Integer.parseInt(arguments.get(0));
        ProcessBuilder command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        PostgresMain.class.getName(),
                        folder.resolve("postgresql").toString())
                .redirectError(log.toFile());
        command.command().addAll(arguments);
        command.environment().putAll(environment);
        try {
            Process keeper = command.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(keeper), "postgresql-stop"));
            BufferedReader out = keeper.inputReader(StandardCharsets.UTF_8);
            String line = out.readLine();
            while (line != null && !line.startsWith("port ")) {
                line = out.readLine();
            }
            if (line == null) {
                throw BenchMessages.notStarted("PostgreSQL", log);
            }
            Path pidFile = folder.resolve("postgresql/postmaster.pid");
            long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
            PostgresDatabase database = new PostgresDatabase(keeper, port, pid);
            List.of("fsync", "synchronous_commit", "full_page_writes").forEach(database::requireOn);
            return database;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void requireOn(String setting) {
        if (number("select count(*) from pg_settings where setting = 'on' and name = '" + setting + "'") != 1) {
            throw BenchMessages.notDurable(setting, "off");
        }
    }

    @Override
    public String name() {
        return "PostgreSQL 17, fsync on";
    }

    @Override
    public String driver() {
        return "org.postgresql.Driver";
    }

    @Override
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?reWriteBatchedInserts=true";
    }

    @Override
    public long pid() {
        return pid;
    }

    @Override
    public Transactions transactions() {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(COUNTS)) {
            rows.next();
            return new Transactions(rows.getLong(1), rows.getLong(2));
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void close() {
        end(keeper);
    }

    private static void end(Process keeper) {
        try {
            keeper.outputWriter().close(); // it stops the database when its input ends
            if (!keeper.waitFor(30, TimeUnit.SECONDS)) {
                keeper.destroyForcibly();
            }
        } catch (IOException gone) {
            // it has ended
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
