package dev.auditlog.store;

import dev.auditlog.AuditException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Brings the audit tables to this jar's version, or refuses.
 *
 * <p>Two deployments may start on an empty database at once. The first file makes the table of versions; of two
 * that try, one finds it there. Then each locks its row 0 before it looks which versions are missing, and holds the lock
 * until its files are committed. A file holds its own version's row, so that an operator may also run it by hand. If the
 * process dies in the middle, the transaction takes the whole file back (H2 commits at each table; there the files can be run
 * again, and the lock is held on a second connection).
 */
final class Schema {

    /** The files in their order; the index is the version. */
    static final List<String> FILES = List.of(
            "V0000__schema.sql",
            "V0001__event.sql",
            "V0002__account.sql",
            "V0003__chain.sql",
            "V0004__outbox.sql",
            "V0005__view.sql",
            "V0006__count.sql",
            "V0007__coverage.sql",
            "V0008__segment.sql",
            "V0009__sighting.sql",
            "V0010__more_counts.sql",
            "V0011__event_value.sql");

    /** Version of this jar's writer: that of its newest file. */
    static final int WRITER = FILES.size() - 1;

    private static final System.Logger LOG = System.getLogger(Schema.class.getName());

    private final DataSource dataSource;
    private final Dialect dialect;
    private final int writer;

    Schema(DataSource dataSource, Dialect dialect) {
        this(dataSource, dialect, WRITER);
    }

    Schema(DataSource dataSource, Dialect dialect, int writer) {
        this.dataSource = dataSource;
        this.dialect = dialect;
        this.writer = writer;
    }

    /**
     * Makes sure that this jar can write, and applies what is missing if it may.
     *
     * @throws AuditException AUD-0405 if files are missing and may not be applied, AUD-0406 if one cannot be, AUD-0407
     *     if the schema takes newer writers only
     */
    void ensure(boolean apply) throws SQLException {
        TreeMap<Integer, Version> found = versions();
        requireWriterIsTaken(found);
        if (newest(found) < writer) {
            Missing missing = new Missing(files(found), dialect == Dialect.POSTGRESQL ? lookedIn() : null);
            if (!apply) {
                throw StoreMessages.notApplied(name(found), missing);
            }
            applyFirst(found, missing);
            applyRest(missing);
            found = versions();
        }
        warnOfChangedFiles(found);
    }

    private void requireWriterIsTaken(TreeMap<Integer, Version> found) {
        int minWriter =
                found.values().stream().mapToInt(Version::minWriter).max().orElse(0);
        if (minWriter > writer) {
            throw StoreMessages.writerTooOld(minWriter, newest(found), writer);
        }
    }

    private void applyFirst(TreeMap<Integer, Version> found, Missing missing) {
        if (found.isEmpty()) {
            try {
                transaction(connection -> applyFile(connection, 0));
            } catch (SQLException e) {
                if (!SqlErrors.isAlreadyThere(e)) {
                    throw StoreMessages.applyFailed(file(0), missing, e);
                }
            }
        }
    }

    private void applyRest(Missing missing) throws SQLException {
        transaction(connection -> {
            update(connection, "update audit_schema set applied_us = applied_us where version = 0"); // the lock
            if (dialect.commitsAtEachTable()) {
                transaction(own ->
                        applyMissing(own, missing)); // on this connection the lock would end with the first table
            } else {
                applyMissing(connection, missing);
            }
        });
    }

    private void applyMissing(Connection connection, Missing missing) throws SQLException {
        for (int version = newest(versions(connection)) + 1; version <= writer; version++) {
            try {
                applyFile(connection, version);
            } catch (SQLException e) {
                throw StoreMessages.applyFailed(file(version), missing, e);
            }
        }
    }

    private void applyFile(Connection connection, int version) throws SQLException {
        for (String sql : SqlScript.statements(read(file(version)))) {
            update(connection, sql);
        }
        try (PreparedStatement sql =
                connection.prepareStatement("update audit_schema set applied_us = ?, checksum = ? where version = ?")) {
            sql.setLong(1, UtcMicros.of(Instant.now()));
            sql.setString(2, checksum(file(version)));
            sql.setInt(3, version);
            sql.executeUpdate();
        }
    }

    private void warnOfChangedFiles(TreeMap<Integer, Version> found) {
        found.forEach((version, applied) -> {
            boolean known = version <= WRITER && !applied.checksum().isEmpty();
            if (known && !applied.checksum().equals(checksum(file(version)))) {
                LOG.log(System.Logger.Level.WARNING, StoreMessages.changedFile(file(version)));
            }
        });
    }

    private TreeMap<Integer, Version> versions() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return versions(connection);
        } catch (SQLException e) {
            if (SqlErrors.isMissingTable(e)) {
                return new TreeMap<>();
            }
            throw e;
        }
    }

    private static TreeMap<Integer, Version> versions(Connection connection) throws SQLException {
        TreeMap<Integer, Version> found = new TreeMap<>();
        try (Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery("select version, checksum, min_writer from audit_schema")) {
            while (rows.next()) {
                found.put(rows.getInt(1), new Version(rows.getString(2), rows.getInt(3)));
            }
        }
        return found;
    }

    /** On a connection without a transaction of somebody else ({@link LivingConnections#committing}), which this would commit. */
    private void transaction(Work work) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            LimitedConnection.lift(connection); // a change of a large table, or the wait for another node's, takes long
            connection.setAutoCommit(false);
            try {
                work.on(connection);
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private static void update(Connection connection, String text) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute(text);
        }
    }

    /** Where PostgreSQL looks for the tables, in words; the search path may not be what the datasource's URL says. */
    private String lookedIn() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery("select current_schema(), current_setting('search_path')")) {
            row.next();
            String path = " (search_path = " + row.getString(2) + ")";
            return row.getString(1) == null
                    ? "no schema, as none is there, or open to this user" + path
                    : "the schema " + row.getString(1) + path;
        }
    }

    private List<String> files(TreeMap<Integer, Version> found) {
        return FILES.subList(newest(found) + 1, writer + 1).stream()
                .map(f -> dialect.folder() + "/" + f)
                .toList();
    }

    private static int newest(TreeMap<Integer, Version> found) {
        return found.isEmpty() ? -1 : found.lastKey();
    }

    private static String name(TreeMap<Integer, Version> found) {
        return found.isEmpty() ? "none" : String.valueOf(found.lastKey());
    }

    private String file(int version) {
        return dialect.folder() + "/" + FILES.get(version);
    }

    private static String read(String file) {
        try (InputStream in = Schema.class.getClassLoader().getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing in the audit-ejb jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String checksum(String file) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(read(file).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has SHA-256
        }
    }

    /** Steps in one transaction. */
    private interface Work {
        void on(Connection connection) throws SQLException;
    }

    /** The files that are to be run, in their order, and where PostgreSQL was asked for what they make. */
    record Missing(List<String> files, @Nullable String lookedIn) {}

    /** A row of audit_schema. */
    private record Version(String checksum, int minWriter) {}
}
