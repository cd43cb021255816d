package dev.auditlog.query;

import dev.auditlog.query.Marks.Tail;
import dev.auditlog.store.AuditDatabase;
import dev.auditlog.store.Dialect;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Objects;
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
            Follower counts = new Follower(MarkTable.COUNT, 1, batch, (em, parts) -> add(em, parts, dialect));
            known = SegmentIds.areKept(dialect) ? List.of(counts, SegmentWriter.follower()) : List.of(counts);
            followers = known;
        }
        return known;
    }

    private static void add(EntityManager em, List<Tail> parts, Dialect dialect) {
        List<TakenEvent> events = TakenEvent.of(em, parts);
        Numbers numbers = new Numbers();
        events.forEach(numbers::add);
        numbers.store(em, dialect);
        Sightings sightings = new Sightings(em, sql -> sql.query(em));
        sightings.add(events.stream()
                .map(TakenEvent::sighting)
                .filter(Objects::nonNull)
                .toList());
        sightings.store(dialect);
    }
}
