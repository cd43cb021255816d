package dev.auditlog.query;

import dev.auditlog.query.Marks.Tail;
import dev.auditlog.store.AuditDatabase;
import dev.auditlog.store.Dialect;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Keeps the numbers of events by hours and days, behind the writers: the numbers of an event are added, and its place in its
 * chain is noted, in one transaction, so each event is in them once. What has not been added yet is counted from the rows
 * when somebody asks. Several processes may do it; one at a time does. For one thread. ADR 0074.
 */
public final class RollUp {

    /** Events in a transaction: some tenths of a second. Derby lets nobody read the numbers meanwhile. */
    private static final int BATCH = 20_000;

    private static final int BATCH_WITH_LOCKS = 2_000;

    private static final long LOOK_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final Supplier<AuditDatabase> databases;
    private boolean looked;
    private long lookedNanos;
    private List<String> strangers = List.of();

    /** For a database, which stays the caller's. */
    public RollUp(AuditDatabase database) {
        this(() -> database);
    }

    /** For one that is asked for at the first call. */
    RollUp(Supplier<AuditDatabase> databases) {
        this.databases = databases;
    }

    /**
     * Adds the numbers of a batch of events.
     *
     * @return how many events it were; 0 if none is left
     * @throws dev.auditlog.AuditException if the database cannot be used
     * @throws jakarta.persistence.PersistenceException if a statement fails; nothing was added then
     */
    public long advance() {
        AuditDatabase database = databases.get();
        if (database.read(em -> !hasStrangers(em) && RollUpSql.tails(em).isEmpty())) {
            return 0; // so that nothing is written while nothing happens
        }
        boolean postgresql = database.dialect() == Dialect.POSTGRESQL;
        long most = postgresql ? BATCH : BATCH_WITH_LOCKS;
        return database.write(em -> {
            update(em, new SqlText().add("update audit_count_mark set seq = seq + 1 where chain = ''"));
            adopt(em);
            long left = most;
            for (Tail tail : RollUpSql.tails(em)) {
                if (left > 0) {
                    Tail part = tail.atMost(left);
                    add(em, part, postgresql);
                    mark(em, part);
                    left -= part.events();
                }
            }
            return most - left;
        });
    }

    /** Whether it is time to look for chains without a writer, and there are some that were not seen yet. */
    private boolean hasStrangers(EntityManager em) {
        long now = System.nanoTime();
        if (looked && now - lookedNanos < LOOK_NANOS) {
            return false;
        }
        strangers = strangers(em);
        looked = true;
        lookedNanos = now;
        return !strangers.isEmpty();
    }

    private void adopt(EntityManager em) {
        strangers.stream()
                .filter(chain -> !isKnown(em, chain)) // to another keeper of the numbers
                .forEach(chain -> mark(em, new Tail(chain, 0, 0, true)));
        strangers = List.of();
    }

    /** By as many looks into an index as there are chains: no database skips to the next one by itself. */
    private static List<String> strangers(EntityManager em) {
        List<String> found = new ArrayList<>();
        Object chain = "";
        while (chain != null) {
            chain = em.createNativeQuery("select min(chain) from audit_event where chain > ?1")
                    .setParameter(1, chain)
                    .getSingleResult();
            if (chain != null && !isKnown(em, chain)) {
                found.add((String) chain);
            }
        }
        return found;
    }

    private static boolean isKnown(EntityManager em, Object chain) {
        return Stream.of("audit_chain", "audit_count_mark")
                .anyMatch(table -> !em.createNativeQuery("select chain from " + table + " where chain = ?1")
                        .setParameter(1, chain)
                        .getResultList()
                        .isEmpty());
    }

    private static void add(EntityManager em, Tail part, boolean postgresql) {
        if (postgresql) {
            update(em, RollUpSql.addAll(part.chain(), part.after(), part.to()));
            return;
        }
        SqlText counted = RollUpSql.counted(part.chain(), part.after(), part.to());
        for (Object row : prepared(em, counted).getResultList()) {
            addOne(em, (Object[]) row);
        }
    }

    private static void addOne(EntityManager em, Object[] row) {
        SqlText more =
                new SqlText().add("update audit_count set events = events + ").bind(row[5]);
        more.add(" where field = ").bind(row[0]).add(" and hour_number = ").bind(row[1]);
        more.add(" and value_text = ").bind(row[2]).add(" and application = ").bind(row[3]);
        more.add(" and outcome = ").bind(row[4]);
        if (update(em, more) == 0) {
            SqlText first = new SqlText()
                    .add(
                            "insert into audit_count (field, hour_number, value_text, application, outcome, events) values (");
            for (int i = 0; i < row.length; i++) {
                first.add(i == 0 ? "" : ", ").bind(row[i]);
            }
            update(em, first.add(")"));
        }
    }

    private static void mark(EntityManager em, Tail part) {
        SqlText sql = part.first()
                ? new SqlText()
                        .add("insert into audit_count_mark (seq, chain) values (")
                        .bind(part.to())
                : new SqlText().add("update audit_count_mark set seq = ").bind(part.to());
        sql.add(part.first() ? ", " : " where chain = ").bind(part.chain());
        update(em, sql.add(part.first() ? ")" : ""));
    }

    private static int update(EntityManager em, SqlText sql) {
        return prepared(em, sql).executeUpdate();
    }

    private static Query prepared(EntityManager em, SqlText sql) {
        Query query = em.createNativeQuery(sql.text());
        int place = 1;
        for (Object value : sql.values()) {
            query.setParameter(place++, value);
        }
        return query;
    }
}
