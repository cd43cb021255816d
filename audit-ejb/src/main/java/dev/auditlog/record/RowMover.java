package dev.auditlog.record;

import dev.auditlog.AuditUnavailableException;
import dev.auditlog.canonical.EventJson;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Outcome;
import dev.auditlog.store.Outbox;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Moves rows of the outbox into the chain: all of a page are given to the recorder before the first one is waited for, so that
 * they share its commits. A row is deleted only after its event is recorded. For one thread, but for the figures.
 */
final class RowMover {

    private static final System.Logger LOG = System.getLogger(RowMover.class.getName());
    private static final String RAN_ON = "audit.ran-on";

    private final String application;
    private final Recorder recorder;
    private final Outbox outbox;
    private final OutboxEntries entries;
    private final Consumer<String> failure;
    private final AtomicLong moved = new AtomicLong();
    private final AtomicLong aside = new AtomicLong();
    private volatile @Nullable Instant movedAt;
    private volatile boolean ending;

    /**
     * Makes one.
     *
     * @param failure is told in words what cannot be moved
     */
    RowMover(String application, Recorder recorder, Outbox outbox, OutboxEntries entries, Consumer<String> failure) {
        this.application = application;
        this.recorder = recorder;
        this.outbox = outbox;
        this.entries = entries;
        this.failure = failure;
    }

    /** The events of some rows on their way; all rows of one call tell of one event. */
    private final class Moving {

        private final List<UUID> rows = new ArrayList<>();
        private final Map<UUID, UUID> eventOfRow = new HashMap<>();
        private final Map<UUID, Recording> events = new HashMap<>();
        private final Map<UUID, String> refused = new HashMap<>();
        private final Set<UUID> done = new HashSet<>();

        void begin(UUID row, AuditEvent event) {
            rows.add(row);
            eventOfRow.put(row, event.id());
            events.computeIfAbsent(event.id(), id -> recorder.begin(event));
        }

        /** Returns false if the store takes no events now. */
        boolean awaitAll() {
            for (UUID row : rows) {
                UUID event = eventOfRow.get(row);
                Recording begun = events.remove(event);
                if (begun != null && !isKept(event, begun)) {
                    return false;
                }
                String why = refused.get(event);
                if (why != null) {
                    setAside(row, why);
                } else if (!done.contains(row)) { // else it went with another row of its call
                    moved(row);
                }
            }
            return true;
        }

        /** Also true if the store refuses the event itself. */
        private boolean isKept(UUID event, Recording begun) {
            try {
                begun.await();
                return true;
            } catch (AuditUnavailableException e) {
                if (!e.code().equals(RecordMessages.REFUSED_BY_STORE)) {
                    return false;
                }
                refused.put(event, e.code());
                return true;
            }
        }

        private void moved(UUID row) {
            done.add(row);
            moved.incrementAndGet();
            movedAt = Instant.now();
            OutboxEntry entry = entries.of(row);
            if (entry != null && entry.state() == OutboxEntry.State.LEFT) {
                done.addAll(entry.rows()); // all tell of one event
            }
        }
    }

    long moved() {
        return moved.get();
    }

    long aside() {
        return aside.get();
    }

    @Nullable
    Instant movedAt() {
        return movedAt;
    }

    /** The deployment ends: what has not begun waits for the next start. */
    void end() {
        ending = true;
    }

    /** Returns those of these rows that tell how their calls were answered. */
    Set<UUID> complete(List<UUID> ids) {
        Set<UUID> complete = new HashSet<>();
        outbox.events(ids).forEach((id, text) -> {
            if (isComplete(text)) {
                complete.add(id);
            }
        });
        return complete;
    }

    private static boolean isComplete(String text) {
        try {
            return read(text).outcome() != Outcome.UNKNOWN;
        } catch (RuntimeException unreadable) { // is set aside when it is moved
            return false;
        }
    }

    private static AuditEvent read(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return EventJson.parse(reader.readObject());
        }
    }

    /** Moves these rows in this order. Returns false if the store takes no events now. */
    boolean moveAll(List<UUID> ids) {
        Map<UUID, String> texts = outbox.events(ids);
        Moving moving = new Moving();
        try {
            boolean all = beginAll(moving, ids, texts);
            return moving.awaitAll() && all;
        } finally {
            outbox.delete(moving.done);
            moving.done.forEach(entries::forgetRow);
        }
    }

    private boolean beginAll(Moving moving, List<UUID> ids, Map<UUID, String> texts) {
        String node = ids.isEmpty() ? "" : recorder.status().node();
        for (UUID id : ids) {
            String text = texts.get(id);
            if (text == null) {
                continue; // gone meanwhile
            }
            if (ending || !recorder.isAccepting()) {
                return false;
            }
            try {
                moving.begin(id, eventOf(id, text, node));
            } catch (RuntimeException unreadable) { // JSON that nobody of ours wrote
                setAside(id, unreadable.getClass().getName());
            }
        }
        return true;
    }

    /** As its call closed it, where that is known; else as the row tells it. */
    private AuditEvent eventOf(UUID row, String text, String node) {
        OutboxEntry entry = entries.of(row);
        AuditEvent closed = entry == null ? null : entry.closed();
        if (closed != null) {
            return closed;
        }
        AuditEvent told = read(text);
        return told.node().equals(node)
                ? told
                : told.toDraft().attribute(RAN_ON, told.node()).toEvent();
    }

    /**
     * Returns whether the event is in the chain.
     *
     * @throws AuditUnavailableException if the store refuses the event itself
     */
    boolean isRecorded(AuditEvent event) {
        if (!recorder.isAccepting()) {
            return false;
        }
        try {
            recorder.record(event);
            return true;
        } catch (AuditUnavailableException e) {
            if (e.code().equals(RecordMessages.REFUSED_BY_STORE)) {
                throw e;
            }
            return false;
        }
    }

    private void setAside(UUID id, String why) {
        outbox.setAside(id, why);
        entries.forgetRow(id);
        aside.incrementAndGet();
        failure.accept(RecordMessages.rowSetAside(application, id, why));
        LOG.log(Level.ERROR, RecordMessages.rowSetAside(application, id, why));
    }
}
