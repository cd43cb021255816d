package dev.auditlog.bench.seed;

import dev.auditlog.event.AuditEvent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Inserts events in batches, as any database takes them. */
public final class BatchStore implements SeedStore {

    private static final int BATCH = 1_000;
    private static final int COMMIT = 20_000;

    private final Connection connection;
    private final PreparedStatement insert;
    private int batched;
    private int uncommitted;

    /**
     * Uses a connection until it is closed.
     *
     * @param connection is closed with this
     */
    public BatchStore(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        String places = Column.ALL.stream().map(column -> "?").collect(Collectors.joining(", "));
        insert =
                connection.prepareStatement("insert into audit_event (" + Column.names() + ") values (" + places + ")");
    }

    @Override
    public void put(LocalDate day, List<AuditEvent> events) throws SQLException {
        for (AuditEvent event : events) {
            for (int i = 0; i < Column.ALL.size(); i++) {
                set(i + 1, Column.ALL.get(i), event);
            }
            insert.addBatch();
            batched++;
            if (batched == BATCH) {
                flush();
            }
        }
    }

    private void set(int place, Column column, AuditEvent event) throws SQLException {
        Object value = column.value().apply(event);
        if (value == null) {
            insert.setNull(place, column.type());
        } else if (column.type() == Types.VARCHAR) {
            insert.setString(place, value.toString());
        } else {
            insert.setObject(place, value);
        }
    }

    private void flush() throws SQLException {
        insert.executeBatch();
        uncommitted += batched;
        batched = 0;
        if (uncommitted >= COMMIT) {
            connection.commit();
            uncommitted = 0;
        }
    }

    @Override
    public void finish(Map<String, Long> chains) throws SQLException {
        flush();
        SeedStore.putChains(connection, chains);
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
