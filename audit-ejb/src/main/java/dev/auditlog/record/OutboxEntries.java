package dev.auditlog.record;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The calls of this process that have rows in the outbox, found by their event and by each of their rows. */
final class OutboxEntries {

    private final Map<UUID, OutboxEntry> byId = new ConcurrentHashMap<>();
    private final LongSupplier clock;

    /**
     * Makes one without entries.
     *
     * @param clock in nanoseconds since any moment
     */
    OutboxEntries(LongSupplier clock) {
        this.clock = clock;
    }

    /** The time by which entries grow old. */
    long nanos() {
        return clock.getAsLong();
    }

    /** Returns what is known under an id of an event or of a row; null if nothing is. */
    @Nullable
    OutboxEntry of(UUID id) {
        return byId.get(id);
    }

    /** Returns the entry of an event, a new one if need be. */
    OutboxEntry ofEvent(UUID event) {
        return byId.computeIfAbsent(event, id -> new OutboxEntry(id, nanos()));
    }

    /** A row of an event is about to be written: from now on it is the call's. */
    OutboxEntry add(UUID event, UUID row) {
        OutboxEntry entry = ofEvent(event);
        entry.add(row);
        byId.put(row, entry);
        return entry;
    }

    /** A row was not written after all. Returns whether the event has none now. */
    boolean dropRow(OutboxEntry entry, UUID row) {
        entry.drop(row);
        if (!row.equals(entry.event())) {
            byId.remove(row, entry);
        }
        return entry.rows().isEmpty();
    }

    /** A row is gone; with the last one the entry goes. */
    void forgetRow(UUID row) {
        OutboxEntry entry = of(row);
        if (entry != null && dropRow(entry, row)) {
            remove(entry);
        }
    }

    /** Nothing is known of it any more. */
    void remove(OutboxEntry entry) {
        byId.remove(entry.event(), entry);
        entry.rows().forEach(row -> byId.remove(row, entry));
    }

    /** All entries, each once. */
    Set<OutboxEntry> all() {
        return new HashSet<>(byId.values());
    }

    /** Those in one state. */
    List<OutboxEntry> in(OutboxEntry.State state) {
        return all().stream().filter(e -> e.state() == state).toList();
    }

    /** All rows of these entries. */
    static List<UUID> rowsOf(Collection<OutboxEntry> entries) {
        return entries.stream().flatMap(e -> e.rows().stream()).toList();
    }
}
