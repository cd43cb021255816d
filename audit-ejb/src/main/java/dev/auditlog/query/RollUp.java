package dev.auditlog.query;

import dev.auditlog.query.Marks.Tail;
import dev.auditlog.store.AuditDatabase;
import dev.auditlog.store.Dialect;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the numbers of events by hours and days behind the writers, and where each actor was seen; on Derby also the segments by
 * which events are found. What has not been added yet is looked at in the rows when somebody asks. Several processes may do
 * it; one at a time does. For one thread. ADR 0074, 0076, 0077.
 */
public final class RollUp {

    /** Events in a transaction: some tenths of a second. Derby lets nobody read the numbers meanwhile. */
    private static final int BATCH = 20_000;

    private static final int BATCH_WITH_LOCKS = 2_000;

    private final Supplier<AuditDatabase> databases;
    private @Nullable List<Follower> followers;

    /** For a database, which stays the caller's. */
    public RollUp(AuditDatabase database) {
        this(() -> database);
    }

    /** For one that is asked for at the first call. */
    RollUp(Supplier<AuditDatabase> databases) {
        this.databases = databases;
    }

    /**
     * Adds a batch of events.
     *
     * @return how many events were added to anything; 0 if none is left
     * @throws dev.auditlog.AuditException if the database cannot be used
     * @throws jakarta.persistence.PersistenceException if a statement fails; nothing was added by it then
     */
    public long advance() {
        AuditDatabase database = databases.get();
        long added = 0;
        for (Follower follower : followers(database)) {
            added += follower.advance(database);
        }
        return added;
    }

    private List<Follower> followers(AuditDatabase database) {
        List<Follower> known = followers;
        if (known == null) {
            Dialect dialect = database.dialect();
            long batch = dialect == Dialect.POSTGRESQL ? BATCH : BATCH_WITH_LOCKS;
            Follower counts = new Follower(MarkTable.COUNT, 1, batch, (em, parts) -> {
                parts.forEach(part -> add(em, part, dialect == Dialect.POSTGRESQL));
                Sightings sightings = new Sightings(em, sql -> sql.query(em));
                sightings.add(parts);
                sightings.store();
            });
            known = SegmentIds.areKept(dialect) ? List.of(counts, SegmentWriter.follower()) : List.of(counts);
            followers = known;
        }
        return known;
    }

    private static void add(EntityManager em, Tail part, boolean postgresql) {
        if (postgresql) {
            RollUpSql.addAll(part.chain(), part.after(), part.to()).update(em);
            return;
        }
        SqlText counted = RollUpSql.counted(part.chain(), part.after(), part.to());
        for (Object row : counted.query(em).getResultList()) {
            addOne(em, (Object[]) row);
        }
    }

    private static void addOne(EntityManager em, Object[] row) {
        SqlText more =
                new SqlText().add("update audit_count set events = events + ").bind(row[5]);
        more.add(" where field = ").bind(row[0]).add(" and hour_number = ").bind(row[1]);
        more.add(" and value_text = ").bind(row[2]).add(" and application = ").bind(row[3]);
        more.add(" and outcome = ").bind(row[4]);
        if (more.update(em) == 0) {
            SqlText first = new SqlText()
                    .add(
                            "insert into audit_count (field, hour_number, value_text, application, outcome, events) values (");
            for (int i = 0; i < row.length; i++) {
                first.add(i == 0 ? "" : ", ").bind(row[i]);
            }
            first.add(")").update(em);
        }
    }
}
