package dev.auditlog.store;

import jakarta.persistence.EntityManager;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What differs between the databases, and nothing else. */
public enum Dialect {
    /**
     * Derby. Its clock is the process's own: the database runs inside it, as a rule, and Derby tells times only in the zone of the
     * JVM, where an hour happens twice each autumn. With Derby's network server it is each node's own.
     */
    DERBY("Apache Derby", null),

    /** PostgreSQL, and what speaks like it. */
    POSTGRESQL("PostgreSQL", "select cast(extract(epoch from clock_timestamp()) * 1000000 as bigint)"),

    /** H2. It forces nothing to disk at commit, so the writer asks for a checkpoint after each batch. */
    H2("H2", "select datediff(microsecond, timestamp with time zone '1970-01-01 00:00:00+00', current_timestamp)");

    /**
     * Waits for the disk at commit: {@code off} could lose acknowledged events; stronger values are kept. To set what is set
     * already would cost a batch as much as an event.
     */
    private static final String DURABLE_COMMIT = "select case current_setting('synchronous_commit') when 'off' then "
            + "set_config('synchronous_commit', 'on', true) else '' end";

    /** Ends our transaction if nothing is heard of us: its locks would keep every other writer from the chain. */
    private static final String ENDS_IF_LEFT = "select set_config('idle_in_transaction_session_timeout', case "
            + "current_setting('idle_in_transaction_session_timeout') when '0' then %s else "
            + "current_setting('idle_in_transaction_session_timeout') end, true)";

    private static final String CHECKPOINT = "checkpoint sync";
    private static final Set<String> NOT_DURABLE = Set.of("test");

    private static final System.Logger LOG = System.getLogger(Dialect.class.getName());
    private static final Set<String> SAID = ConcurrentHashMap.newKeySet();

    /** Derby's network server, and H2's. */
    private static final Pattern SERVER = Pattern.compile("jdbc:(derby://|h2:(tcp|ssl):)");

    /** H2 also by its file systems in memory. */
    private static final Pattern IN_MEMORY = Pattern.compile(
            "jdbc:(derby:(//[^/]*/)?memory:" + "|h2:((tcp|ssl)://[^/]*/)?(mem|memFS|memLZ|nioMemFS|nioMemLZ):)");

    private final String product;
    private final @Nullable String clock;

    Dialect(String product, @Nullable String clock) {
        this.product = product;
        this.clock = clock;
    }

    /** The folder of the schema's files: {@code db/derby}. */
    String folder() {
        return "db/" + name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads which database a connection leads to.
     *
     * @throws dev.auditlog.AuditException AUD-0404 if it is none of these
     */
    static Dialect of(Connection connection) throws SQLException {
        String found = connection.getMetaData().getDatabaseProductName();
        for (Dialect dialect : values()) {
            if (dialect.product.equalsIgnoreCase(found)) {
                return dialect;
            }
        }
        throw StoreMessages.unknownDatabase(found);
    }

    /** Whether a connection leads to another process, which may never answer. Derby and H2 run in this one, but for their servers. */
    static boolean isRemote(Connection connection) throws SQLException {
        DatabaseMetaData about = connection.getMetaData();
        return POSTGRESQL.product.equalsIgnoreCase(about.getDatabaseProductName())
                || SERVER.matcher(String.valueOf(about.getURL())).lookingAt();
    }

    /** Whether everything is lost at the end of the database's process; Derby and H2 alone, in this one or in their servers. */
    static boolean isInMemory(String url) {
        return IN_MEMORY.matcher(url).lookingAt();
    }

    /**
     * Refuses a database that may lose a commit by its own settings and cannot be set right by the writer. Of a Derby in a process of
     * its own no setting can be seen, and ours are not its own.
     */
    void requireDurable(Connection connection) throws SQLException {
        if (this != DERBY) {
            return;
        }
        String durability = DerbySettings.durability();
        if (isRemote(connection)) {
            String server = connection.getMetaData().getURL().replaceFirst(";.*", ""); // a password may follow
            if (SAID.add(server)) {
                LOG.log(Level.WARNING, StoreMessages.derbyNotSeen(server));
            }
        } else if (NOT_DURABLE.contains(durability)) {
            throw StoreMessages.derbyNotDurable(durability);
        }
    }

    /** Refuses a user for whom {@link #afterCommit} would fail. */
    void requireCheckpoints(Connection connection) {
        if (this == H2) {
            try (Statement sql = connection.createStatement()) {
                sql.execute(CHECKPOINT);
            } catch (SQLException e) {
                throw StoreMessages.noCheckpoints(e);
            }
        }
    }

    /** Whether creating a table ends the transaction, and so its locks. */
    boolean commitsAtEachTable() {
        return this == H2;
    }

    /**
     * Begins a transaction that writes events: makes its commit durable, where a setting of the database said otherwise,
     * lets the database end it if its client has gone, and reads {@link #now}, in one round trip. To be called first in it.
     *
     * @param answer for how long the database waits for us, unless it is set to another time
     * @return the database's clock, in microseconds
     */
    public Instant begin(EntityManager em, Duration answer) {
        if (this != POSTGRESQL) {
            return now(em);
        }
        String ends = ENDS_IF_LEFT.formatted("'" + answer.toMillis() + "'");
        Object[] row = (Object[]) em.createNativeQuery(moment("us", "durable") + ", (" + ends + ") as ends")
                .getSingleResult();
        return UtcMicros.toInstant(((Number) row[0]).longValue());
    }

    /**
     * PostgreSQL's query for the clock and a durable commit, as a part of a statement that is its own transaction: there is
     * nothing in it to be left. Its two columns get these names.
     */
    String moment(String micros, String settings) {
        return clock + " as " + micros + ", (" + DURABLE_COMMIT + ") as " + settings;
    }

    /** An insert of values whose transaction will be durable: {@code %s} stands for its beginning. */
    String durably(String values) {
        return this == POSTGRESQL
                ? "with durable as (" + DURABLE_COMMIT + ") %s select " + values + " from durable"
                : "%s values (" + values + ")";
    }

    /**
     * The end of a query that is not to wait for rows which a transaction is writing. Derby alone waits for them, and can
     * be kept from it only by showing them too: who asks has to know which rows these are.
     */
    String withoutWaiting() {
        return this == DERBY ? " with ur" : "";
    }

    /** How large a long text is; on PostgreSQL in bytes, which it knows without reading the text. */
    String size(String column) {
        return (this == POSTGRESQL ? "octet_length(" : "length(") + column + ")";
    }

    /** Forces what was committed to disk, where commit alone does not; only then may an event be acknowledged. */
    public void afterCommit(AuditDatabase database) {
        if (this == H2) {
            database.write(em -> em.createNativeQuery(CHECKPOINT).executeUpdate());
        }
    }

    /** The database's clock, in microseconds. */
    public Instant now(EntityManager em) {
        if (clock == null) {
            return UtcMicros.toInstant(UtcMicros.of(Instant.now()));
        }
        Number micros = (Number) em.createNativeQuery(clock).getSingleResult();
        return UtcMicros.toInstant(micros.longValue());
    }
}
