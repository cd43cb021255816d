package dev.auditlog.bench.seed;

import dev.auditlog.event.AuditEvent;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Fills PostgreSQL month by month with COPY. A month is a table of its own that becomes a partition when it is full: so
 * its indexes are made at once, which takes a fraction of what row after row does, while the next month is copied. A month
 * that is there already has to be empty, and is made anew.
 */
public final class CopyStore implements SeedStore {

    private final String url;
    private final String user;
    private final String password;
    private final ExecutorService indexing = Executors.newSingleThreadExecutor();
    private final List<Future<?>> indexed = new ArrayList<>();
    private @Nullable MonthCopy current;

    /** Uses a database whose schema is there. */
    public CopyStore(String url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /** Makes way for months that the product has made ahead of time. To be called once, before the first day. */
    public void dropEmptyMonths(YearMonth last) throws SQLException {
        try (Connection connection = connect();
                Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute("lock table audit_event in access exclusive mode"); // nobody adds an event that is dropped then
            List<String> found = new ArrayList<>();
            try (ResultSet rows =
                    sql.executeQuery("select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid"
                            + " where i.inhparent = 'audit_event'::regclass and c.relname < '"
                            + MonthCopy.name(last.plusMonths(1)) + "'")) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            for (String partition : found) {
                dropEmpty(sql, partition);
            }
            connection.commit();
        }
    }

    private static void dropEmpty(Statement sql, String partition) throws SQLException {
        try (ResultSet row = sql.executeQuery("select exists (select from " + partition + ")")) {
            row.next();
            if (row.getBoolean(1)) {
                throw new SQLException(partition + " holds events");
            }
        }
        sql.execute("drop table " + partition);
    }

    @Override
    public void put(LocalDate day, List<AuditEvent> events) throws Exception {
        YearMonth month = YearMonth.from(day);
        MonthCopy copy = current;
        if (copy == null || !copy.month().equals(month)) {
            endMonth();
            copy = MonthCopy.begin(connect(), month);
            current = copy;
        }
        copy.add(events);
    }

    /** The indexes of the month before the last one are there by then, so that no more than two are open. */
    private void endMonth() throws Exception {
        MonthCopy full = current;
        if (full == null) {
            return;
        }
        current = null;
        full.end();
        awaitIndexes();
        indexed.add(indexing.submit(() -> {
            full.attach();
            return null;
        }));
    }

    private void awaitIndexes() throws Exception {
        for (Future<?> one : indexed) {
            one.get();
        }
        indexed.clear();
    }

    @Override
    public void finish(Map<String, Long> chains) throws Exception {
        endMonth();
        awaitIndexes();
        try (Connection connection = connect()) {
            SeedStore.putChains(connection, chains);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    @Override
    public void close() throws SQLException {
        indexing.shutdown();
        if (current != null) {
            current.giveUp();
        }
    }
}
