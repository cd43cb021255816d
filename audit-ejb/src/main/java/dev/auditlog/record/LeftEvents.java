package dev.auditlog.record;

import dev.auditlog.canonical.EventJson;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.store.Outbox;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The events that calls have left to the relay, complete with outcome and status. They are put into their rows, many
 * together, so that an end of the process tells of the calls as they were answered.
 */
final class LeftEvents {

    /** In memory, while the outbox takes none; of a call beyond them its row tells as it was staged. */
    static final int AT_MOST = 1_000;

    /** For which a call waits: it is some milliseconds where the outbox is well, and else its row may tell less. */
    private static final long PATIENCE_MS = 500;

    private final String application;
    private final Outbox outbox;
    private final OutboxEntries entries;
    private final AtomicInteger unkept = new AtomicInteger();
    private final Object round = new Object();
    private long failures; // guarded by round

    LeftEvents(String application, Outbox outbox, OutboxEntries entries) {
        this.application = application;
        this.outbox = outbox;
        this.entries = entries;
    }

    /** A call leaves its event. */
    void add(OutboxEntry entry, AuditEvent event) {
        entry.left(event);
        if (unkept.incrementAndGet() > AT_MOST) {
            entries.remove(entry); // the outbox takes none now: its row alone tells of the call
        }
    }

    /**
     * Waits until the row of an event that was left tells of it, or it is in the chain, so that not even a crash right after
     * the answer forgets what was answered. Not for long, and not where the outbox fails.
     */
    void await(OutboxEntry entry) {
        long until = System.nanoTime() + PATIENCE_MS * 1_000_000;
        synchronized (round) {
            long before = failures;
            try {
                long left = PATIENCE_MS;
                while (isUnkept(entry) && failures == before && left > 0) {
                    round.wait(left);
                    left = (until - System.nanoTime()) / 1_000_000;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private boolean isUnkept(OutboxEntry entry) {
        return entries.of(entry.event()) == entry;
    }

    /** Puts them into their rows, which another node may have moved meanwhile. By the relay's thread. */
    void keep(String node) {
        boolean done = false;
        try {
            keepAll(node);
            done = true;
        } finally {
            unkept.set(entries.in(OutboxEntry.State.LEFT).size());
            synchronized (round) {
                failures += done ? 0 : 1;
                round.notifyAll();
            }
        }
    }

    private void keepAll(String node) {
        List<OutboxEntry> left = entries.in(OutboxEntry.State.LEFT);
        for (int from = 0; from < left.size(); from += Outbox.PAGE) {
            List<OutboxEntry> some = left.subList(from, Math.min(left.size(), from + Outbox.PAGE));
            outbox.replace(texts(some, node));
            some.forEach(entries::remove); // the rows tell it now, to any process
        }
    }

    private Map<UUID, String> texts(List<OutboxEntry> some, String node) {
        Map<UUID, String> texts = new HashMap<>();
        Placement here = new Placement(application, node);
        for (OutboxEntry entry : some) {
            AuditEvent event = entry.closed();
            if (event != null) {
                String text = EventJson.text(here.of(event));
                entry.rows().forEach(row -> texts.put(row, text));
            }
        }
        return texts;
    }
}
