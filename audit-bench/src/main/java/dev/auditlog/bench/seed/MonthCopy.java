package dev.auditlog.bench.seed;

import dev.auditlog.event.AuditEvent;
import dev.auditlog.store.EventIds;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** One month on its way into PostgreSQL, in one transaction. */
final class MonthCopy {

    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("'audit_event_'uuuuMM");
    private static final int PIECE_CHARS = 1 << 18;

    private final Connection connection;
    private final YearMonth month;
    private final CopyIn copy;
    private final CopyText text = new CopyText(PIECE_CHARS + PIECE_CHARS / 8);

    private MonthCopy(Connection connection, YearMonth month, CopyIn copy) {
        this.connection = connection;
        this.month = month;
        this.copy = copy;
    }

    /** Begins a month that has no table. */
    static MonthCopy begin(Connection connection, YearMonth month) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement sql = connection.createStatement()) {
            sql.execute("set local maintenance_work_mem = '512MB'");
            sql.execute("create table " + name(month) + " (like audit_event including all excluding indexes)");
        }
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + name(month) + " (" + Column.names() + ") from stdin with (freeze)");
        return new MonthCopy(connection, month, copy);
    }

    /** Of its partition, as the product names it. */
    static String name(YearMonth month) {
        return NAME.format(month);
    }

    YearMonth month() {
        return month;
    }

    void add(List<AuditEvent> events) throws SQLException {
        for (AuditEvent event : events) {
            text.add(event);
            if (text.length() >= PIECE_CHARS) {
                write();
            }
        }
    }

    private void write() throws SQLException {
        byte[] bytes = text.take();
        copy.writeToCopy(bytes, 0, bytes.length);
    }

    void end() throws SQLException {
        write();
        copy.endCopy();
    }

    /** Makes it a partition, by which it gets the indexes of the others, and commits. */
    void attach() throws SQLException {
        String name = name(month);
        try (connection;
                Statement sql = connection.createStatement()) {
            sql.execute("create unique index uq_" + name + "_chain_seq on " + name + " (chain, seq)");
            sql.execute("alter table audit_event attach partition " + name + " for values from ('" + lowest(month)
                    + "') to ('" + lowest(month.plusMonths(1)) + "')");
            sql.execute("analyze " + name);
            connection.commit();
        }
    }

    private static String lowest(YearMonth month) {
        Instant start = month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return EventIds.lowest(start).toString();
    }

    void giveUp() throws SQLException {
        connection.abort(Runnable::run);
    }
}
