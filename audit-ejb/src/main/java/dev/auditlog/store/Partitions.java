package dev.auditlog.store;

import jakarta.persistence.Query;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Makes the monthly partitions of PostgreSQL ahead of time, by the function {@code audit_partitions} of the schema: it
 * runs as the schema's owner, so the datasource's user needs no right to make tables. ADR 0058.
 */
final class Partitions {

    /** Months after this one: enough for a maintenance that fails for a quarter. */
    private static final int AHEAD = 3;

    /** Events that are moved out of the default partition at once: about a second's work. */
    private static final long MOST_MOVED = 20_000;

    private static final int TIMEOUT_SECONDS = 5;
    private static final String NOT_ALLOWED = "42501";

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("'audit_event_'yyyyMM");
    private static final String DEFAULT_PARTITION = "select count(*) from pg_partitioned_table"
            + " where partrelid = cast('audit_event' as regclass) and partdefid <> 0";
    /** As it is written in a statement: operators' own sessions may look elsewhere. */
    private static final String SCHEMA = "select quote_ident(n.nspname) from pg_class c join pg_namespace n"
            + " on n.oid = c.relnamespace where c.oid = cast('audit_event' as regclass)";

    private static final String MONTHS = "select count(*) from pg_inherits i join pg_class c on c.oid = i.inhrelid"
            + " where i.inhparent = cast('audit_event' as regclass) and c.relname = any (string_to_array(?1, ','))";

    private Partitions() {}

    /**
     * Makes what is missing, in one statement of its own transaction; says what keeps it from that, and what keeps events of other
     * months from the table. Throws nothing.
     */
    static Optional<String> ensure(Connection connection) {
        Optional<String> made = make(connection);
        try {
            return hasDefault(connection) ? made : Optional.of(StoreMessages.noDefaultPartition(schema(connection)));
        } catch (SQLException e) {
            return Optional.of(StoreMessages.partitionsFailed(e));
        }
    }

    private static boolean hasDefault(Connection connection) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(DEFAULT_PARTITION)) {
            sql.setQueryTimeout(TIMEOUT_SECONDS);
            try (ResultSet row = sql.executeQuery()) {
                return row.next() && row.getLong(1) > 0;
            }
        }
    }

    /**
     * What a failure to append rows is. PostgreSQL says of a row without a partition what it says of a value that violates a check,
     * and which it was in words only, which may be in any language.
     */
    static RuntimeException told(RuntimeException failure, AuditDatabase database, List<EventRow> rows) {
        if (!SqlErrors.isOfACheck(failure)) {
            return failure;
        }
        Set<String> months = rows.stream()
                .map(row -> EventIds.timeOf(UUID.fromString(row.id))
                        .atOffset(ZoneOffset.UTC)
                        .format(MONTH))
                .collect(Collectors.toSet());
        boolean fits = database.read(em -> count(em.createNativeQuery(DEFAULT_PARTITION)) > 0
                || count(em.createNativeQuery(MONTHS).setParameter(1, String.join(",", months))) == months.size());
        return fits
                ? failure
                : StoreMessages.noPartition(database.read(
                        em -> String.valueOf(em.createNativeQuery(SCHEMA).getSingleResult())));
    }

    private static long count(Query query) {
        return ((Number) query.getSingleResult()).longValue();
    }

    private static Optional<String> make(Connection connection) {
        try (PreparedStatement sql = connection.prepareStatement("select audit_partitions(?, ?)")) {
            sql.setQueryTimeout(TIMEOUT_SECONDS);
            sql.setInt(1, AHEAD);
            sql.setLong(2, MOST_MOVED);
            try (ResultSet row = sql.executeQuery()) {
                long unmoved = row.next() ? row.getLong(1) : 0;
                return unmoved == 0
                        ? Optional.empty()
                        : Optional.of(StoreMessages.partitionInTheWay(schema(connection), AHEAD, unmoved));
            }
        } catch (SQLException e) {
            return Optional.of(
                    NOT_ALLOWED.equals(e.getSQLState())
                            ? notAllowed(connection, e)
                            : StoreMessages.partitionsFailed(e));
        }
    }

    private static String notAllowed(Connection connection, SQLException cause) {
        try {
            return StoreMessages.partitionsNotAllowed(schema(connection), user(connection), cause);
        } catch (SQLException e) {
            return StoreMessages.partitionsFailed(e);
        }
    }

    private static String schema(Connection connection) throws SQLException {
        try (Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery(SCHEMA)) {
            row.next();
            return row.getString(1);
        }
    }

    private static String user(Connection connection) {
        try {
            return connection.getMetaData().getUserName();
        } catch (SQLException e) {
            return "the datasource's user";
        }
    }
}
