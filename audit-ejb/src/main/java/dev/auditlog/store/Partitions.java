package dev.auditlog.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

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

    private Partitions() {}

    /** Makes what is missing, in one statement of its own transaction; says what keeps it from that. Throws nothing. */
    static Optional<String> ensure(Connection connection) {
        try (PreparedStatement sql = connection.prepareStatement("select audit_partitions(?, ?)")) {
            sql.setQueryTimeout(TIMEOUT_SECONDS);
            sql.setInt(1, AHEAD);
            sql.setLong(2, MOST_MOVED);
            try (ResultSet row = sql.executeQuery()) {
                long unmoved = row.next() ? row.getLong(1) : 0;
                return unmoved == 0 ? Optional.empty() : Optional.of(StoreMessages.partitionInTheWay(AHEAD, unmoved));
            }
        } catch (SQLException e) {
            return Optional.of(
                    NOT_ALLOWED.equals(e.getSQLState())
                            ? StoreMessages.partitionsNotAllowed(user(connection), e)
                            : StoreMessages.partitionsFailed(e));
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
