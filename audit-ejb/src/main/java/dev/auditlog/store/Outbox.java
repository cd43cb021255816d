package dev.auditlog.store;

import dev.auditlog.AuditException;
import dev.auditlog.canonical.AsciiJson;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code audit_outbox}, which lies beside the business data: plain JDBC, since the business transaction must
 * carry the insert, and the provider of the application is not ours. ADR 0050.
 *
 * <p>Only {@link #add} is for a thread with a transaction; all else has to run in none. Safe for many threads.
 */
public final class Outbox {

    /** Places that one look returns at most. */
    public static final int PAGE = 256;

    private static final int COUNTED = 10_000; // more is not counted: the figure is for people

    private static final String INSERT = "insert into audit_outbox (id, application, chain, created_us, event) ";

    private static final List<String> TO_READ = List.of("select id from audit_outbox where 1 = 0");

    /**
     * All that will be done to rows, done to none: a right that is missing is to be found now, and not in an outage. On PostgreSQL
     * only: beside it, an insert of a call was seen to fail at once on Derby (40XL1), where few give rights at all.
     */
    private static final List<String> ALL_RIGHTS = List.of(
            INSERT + "select id, application, chain, created_us, event from audit_outbox where 1 = 0",
            "update audit_outbox set event = event, aside_us = aside_us, aside_why = aside_why where 1 = 0",
            "delete from audit_outbox where 1 = 0");

    private static final int ANSWER_SECONDS = 5; // a transaction whose client is gone may hold its row for long

    private final String name;
    private final boolean beside;
    private final Runnable schema;
    private final Supplier<DataSource> lookup;
    private final Duration answer;
    private volatile @Nullable Found found;

    private record Found(DataSource dataSource, LivingConnections own) {}

    private volatile @Nullable Dialect dialect;

    private Outbox(String name, boolean beside, Runnable schema, Supplier<DataSource> lookup, Duration answer) {
        this.name = name;
        this.beside = beside;
        this.schema = schema;
        this.lookup = lookup;
        this.answer = answer;
    }

    /**
     * Returns the outbox behind a datasource of the server. Looks nothing up yet.
     *
     * @param jndiName value of {@code audit.atomic.data-source}, else of {@code audit.data-source}
     * @param beside whether it lies beside the audit tables, whose schema brings it
     * @param database the audit tables
     */
    public static Outbox forDataSource(String jndiName, boolean beside, AuditDatabase database) {
        Runnable schema = beside ? database::connect : () -> {};
        Supplier<DataSource> lookup = () -> Names.dataSource("audit.atomic.data-source", jndiName);
        return new Outbox(jndiName, beside, schema, lookup, database.answerTimeout());
    }

    /** Returns the outbox behind a datasource. */
    public static Outbox open(DataSource dataSource, boolean beside) {
        return new Outbox(
                "the given datasource",
                beside,
                () -> {},
                () -> dataSource,
                AuditDatabase.Options.defaults().answerTimeout());
    }

    /** Whether it lies beside the audit tables. */
    public boolean isBeside() {
        return beside;
    }

    /** Whether a committed row is durable without our help; H2 needs a checkpoint, which the recorder makes. */
    public boolean isDurableAlone() {
        return dialect != Dialect.H2;
    }

    /**
     * Looks whether rows can be kept here.
     *
     * @throws AuditException AUD-0401, AUD-0404, AUD-0408 or AUD-0431 to AUD-0435: what is wrong and what to do
     */
    public void check() {
        schema.run();
        own(connection -> {
            Dialect here = known(connection);
            here.requireDurable(connection);
            if (here == Dialect.H2 && !beside) {
                throw StoreMessages.outboxNotDurable(name);
            }
            try (Statement sql = connection.createStatement()) {
                for (String statement : here == Dialect.POSTGRESQL ? ALL_RIGHTS : TO_READ) {
                    sql.execute(statement);
                }
            }
            return here;
        });
    }

    /**
     * Inserts a row in the transaction of this thread.
     *
     * @throws AuditException if it is not there afterwards; the transaction must not commit then. AUD-0431: no table,
     *     AUD-0432: the connection is in no transaction, AUD-0433: the transaction cannot hold it besides what it has
     */
    public void add(OutboxRow row) {
        try (Connection connection = connectionInTransaction()) {
            if (connection.getAutoCommit()) {
                throw StoreMessages.outboxOutside(name);
            }
            insert(connection, row, ANSWER_SECONDS);
        } catch (SQLException e) {
            throw told(e);
        }
    }

    private Connection connectionInTransaction() {
        try {
            return found().dataSource().getConnection();
        } catch (SQLException e) {
            if (SqlErrors.isOfTwoResources(e)) {
                throw StoreMessages.outboxNotTogether(name, e);
            }
            throw told(e);
        }
    }

    private void insert(Connection connection, OutboxRow row, int waitSeconds) throws SQLException {
        String values = known(connection).durably("?, ?, ?, ?, ?");
        try (PreparedStatement sql = connection.prepareStatement(values.formatted(INSERT))) {
            sql.setQueryTimeout(waitSeconds);
            sql.setString(1, row.id().toString());
            sql.setString(2, row.application());
            sql.setString(3, row.chain());
            sql.setLong(4, UtcMicros.of(row.created()));
            sql.setString(5, AsciiJson.of(row.event())); // the business database may have any encoding
            if (sql.executeUpdate() != 1) {
                throw new SQLException("the row was not inserted", "02000");
            }
        }
    }

    /**
     * Whether the row of an event is in the outbox for good. Waits for the end of a transaction that may yet commit it;
     * so "no" means that it never will be.
     *
     * @throws AuditException if that cannot be said now
     */
    public boolean holds(UUID id) {
        return holds(id, ANSWER_SECONDS);
    }

    /** The same, with a time of its own to wait. Derby waits for as long as its {@code derby.locks.waitTimeout} says. */
    public boolean holds(UUID id, int waitSeconds) {
        return own(connection -> {
            connection.setAutoCommit(false);
            try {
                insert(connection, new OutboxRow(id, "", "", Instant.EPOCH, "{}"), waitSeconds);
                return false;
            } catch (SQLException e) {
                if (SqlErrors.isUniqueViolation(e)) {
                    return true;
                }
                throw e;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        });
    }

    /**
     * Returns the first places of a chain's rows after one, in the order of insertion, without those set aside. On Derby
     * also those of rows that are not committed yet: a call may work for long after its row was inserted.
     */
    public List<OutboxRow.Place> after(String chain, long ord) {
        return own(connection -> {
            List<OutboxRow.Place> places = new ArrayList<>();
            try (PreparedStatement sql =
                    connection.prepareStatement("select id, ord from audit_outbox where chain = ? and ord > ?"
                            + " and aside_us is null order by ord fetch first " + PAGE + " rows only"
                            + known(connection).withoutWaiting())) {
                sql.setString(1, chain);
                sql.setLong(2, ord);
                sql.setQueryTimeout(ANSWER_SECONDS);
                try (ResultSet rows = sql.executeQuery()) {
                    while (rows.next()) {
                        places.add(new OutboxRow.Place(UUID.fromString(rows.getString(1)), rows.getLong(2)));
                    }
                }
            }
            return places;
        });
    }

    /**
     * Returns how many rows of a chain there are, without those set aside; {@value #COUNTED} at most. On Derby those that
     * are not committed yet count too.
     */
    public long waiting(String chain) {
        return own(connection -> {
            try (PreparedStatement sql = connection.prepareStatement("select count(*) from (select id from audit_outbox"
                    + " where chain = ? and aside_us is null fetch first " + COUNTED + " rows only) waiting"
                    + known(connection).withoutWaiting())) {
                sql.setString(1, chain);
                sql.setQueryTimeout(ANSWER_SECONDS);
                try (ResultSet row = sql.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }

    /** Returns the events of these rows as JSON; without those that are not there. */
    public Map<UUID, String> events(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return own(connection -> {
            Map<UUID, String> events = new HashMap<>();
            try (PreparedStatement sql =
                    ofIds(connection, "select id, event from audit_outbox where id in (%s)", List.copyOf(ids))) {
                try (ResultSet rows = sql.executeQuery()) {
                    while (rows.next()) {
                        events.put(UUID.fromString(rows.getString(1)), rows.getString(2));
                    }
                }
            }
            return events;
        });
    }

    /** Takes rows away. */
    public void delete(Collection<UUID> ids) {
        List<UUID> all = List.copyOf(ids);
        own(connection -> {
            for (int from = 0; from < all.size(); from += PAGE) {
                List<UUID> some = all.subList(from, Math.min(all.size(), from + PAGE));
                try (PreparedStatement sql = ofIds(connection, "delete from audit_outbox where id in (%s)", some)) {
                    sql.executeUpdate();
                }
            }
            return all.size();
        });
    }

    /** Puts events as JSON into rows that are there, in place of what was staged; in rows that are gone nothing. */
    public void replace(Map<UUID, String> events) {
        own(connection -> {
            try (PreparedStatement sql =
                    connection.prepareStatement("update audit_outbox set event = ? where id = ?")) {
                sql.setQueryTimeout(ANSWER_SECONDS);
                for (Map.Entry<UUID, String> event : events.entrySet()) {
                    sql.setString(1, AsciiJson.of(event.getValue()));
                    sql.setString(2, event.getKey().toString());
                    sql.addBatch();
                }
                return sql.executeBatch();
            }
        });
    }

    private static PreparedStatement ofIds(Connection connection, String text, List<UUID> ids) throws SQLException {
        String marks = "?, ".repeat(ids.size() - 1) + "?";
        PreparedStatement sql = connection.prepareStatement(text.formatted(marks));
        sql.setQueryTimeout(ANSWER_SECONDS);
        for (int i = 0; i < ids.size(); i++) {
            sql.setString(i + 1, ids.get(i).toString());
        }
        return sql;
    }

    /** Leaves a row where it is, not to be moved any more: the audit database refuses its event. */
    public void setAside(UUID id, String why) {
        own(connection -> {
            try (PreparedStatement sql =
                    connection.prepareStatement("update audit_outbox set aside_us = ?, aside_why = ? where id = ?")) {
                sql.setLong(1, UtcMicros.of(Instant.now()));
                sql.setString(2, why.substring(0, Math.min(255, why.length())));
                sql.setString(3, id.toString());
                return sql.executeUpdate();
            }
        });
    }

    /** Returns the chains for which rows of an application wait. */
    public List<String> chains(String application) {
        return own(connection -> {
            List<String> chains = new ArrayList<>();
            try (PreparedStatement sql = connection.prepareStatement(
                    "select distinct chain from audit_outbox where application = ? and aside_us is null"
                            + known(connection).withoutWaiting())) {
                sql.setString(1, application);
                sql.setQueryTimeout(ANSWER_SECONDS);
                try (ResultSet rows = sql.executeQuery()) {
                    while (rows.next()) {
                        chains.add(rows.getString(1));
                    }
                }
            }
            return chains;
        });
    }

    private <T> T own(Statements<T> statements) {
        LivingConnections here = found().own();
        return here.writing(() -> {
            try (Connection connection = here.getConnection()) {
                commitEachStatement(connection);
                return statements.on(connection);
            } catch (SQLException e) {
                if (!SqlErrors.isOfTheData(e)) {
                    here.doubt(e);
                }
                throw told(e);
            }
        });
    }

    /**
     * A pool may lend a connection whose last transaction failed in its commit as that left it: what is done there would
     * be committed by nobody, and keep its locks.
     */
    private static void commitEachStatement(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback(); // or switching would commit what was left
            connection.setAutoCommit(true);
        }
    }

    private Found found() {
        Found now = found;
        if (now == null) {
            DataSource dataSource = lookup.get();
            now = new Found(dataSource, new LivingConnections(dataSource, answer));
            found = now;
        }
        return now;
    }

    private Dialect known(Connection connection) throws SQLException {
        Dialect now = dialect;
        if (now == null) {
            now = Dialect.of(connection);
            dialect = now;
        }
        return now;
    }

    private AuditException told(SQLException failure) {
        Dialect known = dialect;
        if (known != null && SqlErrors.isMissingTable(failure)) {
            return StoreMessages.noOutbox(name, known.folder() + (beside ? "/V0004__outbox.sql" : "/outbox.sql"));
        }
        return StoreMessages.outboxFailed(name, failure);
    }

    /** What is done with a connection. */
    private interface Statements<T> {
        T on(Connection connection) throws SQLException;
    }
}
