package dev.auditlog.record;

import dev.auditlog.event.AuditEvent;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A store in memory that can be away, hang, lie about a commit, and dislike an event. */
final class FakeLog implements EventLog {

    private final List<AuditEvent> rows = new ArrayList<>();
    private final List<Integer> batches = new ArrayList<>();
    private volatile boolean down;
    private volatile Predicate<AuditEvent> poison = e -> false;
    private volatile String poisonState = "22001";
    private volatile int lies;
    private volatile @Nullable Error error;
    private volatile boolean once;
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private final CountDownLatch entered = new CountDownLatch(1);

    void goDown() {
        down = true;
    }

    void comeBack() {
        down = false;
    }

    void dislike(Predicate<AuditEvent> events, String state) {
        poisonState = state;
        poison = events;
    }

    /** The next commits happen and report a failure. */
    void lie(int times) {
        lies = times;
    }

    /** The store's code fails in a way that no store should: as for want of memory. */
    void fallApart(@Nullable Error how) {
        error = how;
    }

    /** As {@link #fallApart}, the next time only. */
    void failOnce(Error how) {
        once = true;
        error = how;
    }

    /** Each append waits for the gate's opening. */
    CountDownLatch hang() {
        gate = new CountDownLatch(1);
        return gate;
    }

    void awaitAppend() throws InterruptedException {
        entered.await();
    }

    synchronized List<AuditEvent> rows() {
        return List.copyOf(rows);
    }

    synchronized List<Integer> batches() {
        return List.copyOf(batches);
    }

    @Override
    public synchronized long lastSequence() {
        fail();
        return rows.size();
    }

    @Override
    public List<AuditEvent> append(List<AuditEvent> events, long first) {
        entered.countDown();
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        fail();
        return keep(events, first);
    }

    private synchronized List<AuditEvent> keep(List<AuditEvent> events, long first) {
        if (events.stream().anyMatch(poison)) {
            throw new IllegalStateException(new SQLException("secret", poisonState));
        }
        List<AuditEvent> written = new ArrayList<>();
        for (AuditEvent event : events) {
            if (rows.stream().anyMatch(r -> r.id().equals(event.id())) || first != rows.size() + 1) {
                throw new IllegalStateException(new SQLException("duplicate", "23505"));
            }
            written.add(event.toDraft()
                    .sequence(first + written.size())
                    .recordedAt(Instant.EPOCH)
                    .toEvent());
        }
        rows.addAll(written);
        batches.add(written.size());
        if (lies > 0) {
            lies--;
            throw new IllegalStateException(new SQLException("connection lost", "08006"));
        }
        return written;
    }

    @Override
    public synchronized List<AuditEvent> kept(Collection<UUID> ids) {
        fail();
        return rows.stream().filter(r -> ids.contains(r.id())).toList();
    }

    @Override
    public void probe() {
        fail();
    }

    private void fail() {
        Error falling = error;
        if (falling != null) {
            error = once ? null : falling;
            throw falling;
        }
        if (down) {
            throw new IllegalStateException(new SQLException("away", "08001"));
        }
    }
}
