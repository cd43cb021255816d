package dev.auditlog.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;

/** Fresh, empty databases for tests: Derby and H2 in memory, PostgreSQL in one server for the whole run. */
public final class TestDatabases {

    private TestDatabases() {}

    /** An empty Derby database in memory. */
    public static DataSource derby() {
        return new UrlDataSource("jdbc:derby:memory:" + newName() + ";create=true", "audit");
    }

    /** An empty H2 database in memory. */
    public static DataSource h2() {
        return new UrlDataSource("jdbc:h2:mem:" + newName() + ";DB_CLOSE_DELAY=-1", "sa");
    }

    /** An empty schema in a real PostgreSQL. */
    public static DataSource postgresql() {
        String name = newName();
        asSuperuser("create schema " + name); // a database of its own takes a second
        return postgresql(name, "postgres");
    }

    /** A database of its own in that PostgreSQL, with another encoding than UTF-8. */
    public static DataSource postgresqlIn(String encoding) {
        String name = newName();
        asSuperuser("create database " + name + " encoding '" + encoding
                + "' lc_collate 'C' lc_ctype 'C' template template0");
        return new UrlDataSource(Server.ONE.getJdbcUrl("postgres", name), "postgres");
    }

    /** A schema of that PostgreSQL, as one of its users. */
    public static DataSource postgresql(String schema, String user) {
        return new UrlDataSource(
                Server.ONE.getJdbcUrl(user, "postgres") + "&reWriteBatchedInserts=true&currentSchema=" + schema, user);
    }

    /** The same schema by another port, behind which the test has put something. */
    public static DataSource postgresql(String schema, int port) {
        String url =
                Server.ONE.getJdbcUrl("postgres", "postgres").replace(":" + postgresqlPort() + "/", ":" + port + "/");
        return new UrlDataSource(
                url + "&reWriteBatchedInserts=true&sslmode=disable&gssEncMode=disable&currentSchema=" + schema,
                "postgres");
    }

    /** Where that PostgreSQL listens, on loopback. */
    public static int postgresqlPort() {
        return Server.ONE.getPort();
    }

    /** Runs statements as that PostgreSQL's superuser. */
    public static void asSuperuser(String... statements) {
        try (Connection connection = Server.ONE.getPostgresDatabase().getConnection();
                Statement sql = connection.createStatement()) {
            for (String statement : statements) {
                sql.execute(statement);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A name that nothing has yet. */
    public static String newName() {
        return "t" + UUID.randomUUID().toString().replace("-", "");
    }

    /** Started at the first use, stopped with the JVM. */
    private static final class Server {
        static final EmbeddedPostgres ONE = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
