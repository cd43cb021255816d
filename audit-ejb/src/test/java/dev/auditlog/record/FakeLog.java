package dev.auditlog.record;

import dev.auditlog.event.AuditEvent;
import dev.auditlog.store.ChainClaim;
import dev.auditlog.store.ChainHold;
import dev.auditlog.store.ChainLostException;
import dev.auditlog.store.EventRow;
import dev.auditlog.store.EventRows;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A store in memory that can be away, hang, lie about a commit, and dislike an event. */
final class FakeLog implements EventLog {

    private final List<EventRow> rows = new ArrayList<>();
    private final List<Integer> batches = new ArrayList<>();
    private final List<String> beats = new CopyOnWriteArrayList<>();
    volatile List<String> concerns = List.of();
    private Instant lease = Instant.EPOCH;
    private volatile Duration clockOff = Duration.ZERO;
    private long epoch;
    private int claims;
    private volatile long slowMillis;
    private boolean foreign;
    private String foreignHolder = "1@other#1";
    private int foreignRenewals;
    private volatile boolean down;
    private volatile @Nullable String noWrites;
    private volatile Predicate<EventRow> poison = e -> false;
    private volatile String poisonState = "22001";
    private volatile int lies;
    private volatile boolean late;
    private volatile @Nullable Error error;
    private volatile boolean once;
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private final AtomicInteger appends = new AtomicInteger();
    private final CountDownLatch entered = new CountDownLatch(1);

    /** From now on each batch takes so long. */
    void beSlow(long millis) {
        slowMillis = millis;
    }

    void goDown() {
        down = true;
    }

    void comeBack() {
        down = false;
    }

    /** Small writes elsewhere are taken, batches are not: as by a disk without room, or a table that is locked. */
    void takeNoEvents(String state) {
        dislike(e -> true, state);
    }

    /** Nothing is taken, be it ever so small; it can be read. Null: all is taken again. */
    void takeNoWrites(@Nullable String state) {
        noWrites = state;
    }

    void takeEvents() {
        dislike(e -> false, "");
    }

    synchronized void dislike(Predicate<EventRow> events, String state) { // no batch may see one without the other
        poisonState = state;
        poison = events;
    }

    /** The next commits happen and report a failure. */
    void lie(int times) {
        lies = times;
    }

    /** The next commit happens after it was given up: who tries again finds another last number. */
    void comeLate() {
        late = true;
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

    /** How often a batch was tried. */
    int appends() {
        return appends.get();
    }

    synchronized List<AuditEvent> rows() {
        return rows.stream().map(EventRows::toEvent).toList();
    }

    synchronized List<Integer> batches() {
        return List.copyOf(batches);
    }

    /** The chain of the configured name is held by a process that shows that many times that it lives. */
    void holdByAnother(int renewals) {
        foreignRenewals = renewals;
        foreign = true;
    }

    /** The same, of a certain process. */
    void holdBy(String holder) {
        holdByAnother(0);
        foreignHolder = holder;
    }

    /** Another process takes the chain. */
    synchronized void steal() {
        epoch++;
    }

    /** How often a chain was asked for. */
    synchronized int claims() {
        return claims;
    }

    List<String> beats() {
        return beats;
    }

    /** Sets the database's clock. */
    void clockOff(Duration difference) {
        clockOff = difference;
    }

    @Override
    public synchronized ChainClaim claim(String node, @Nullable Instant waitedFor) {
        fail();
        claims++;
        if (foreign && node.equals("host-1") && waitedFor == null) {
            lease = foreignRenewals-- > 0 ? lease.plusSeconds(1) : lease;
            return new ChainClaim(null, foreignHolder, lease);
        }
        return new ChainClaim(new ChainHold("sample", node, ++epoch), "2@own", lease);
    }

    @Override
    public synchronized long lastSequence(ChainHold hold) {
        fail();
        requireHeld(hold);
        return rows.size();
    }

    @Override
    public void append(ChainHold hold, long last, List<EventRow> events) {
        entered.countDown();
        appends.incrementAndGet();
        try {
            gate.await();
            Thread.sleep(slowMillis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        fail();
        failToWrite();
        keep(hold, last, events);
    }

    private synchronized void keep(ChainHold hold, long last, List<EventRow> events) {
        requireHeld(hold);
        if (last != rows.size()) {
            throw new ChainLostException(hold);
        }
        if (events.stream().anyMatch(poison)) {
            throw new IllegalStateException(new SQLException("secret", poisonState));
        }
        long sequence = last;
        for (EventRow event : events) {
            if (rows.stream().anyMatch(r -> r.id().equals(event.id()))) {
                throw new IllegalStateException(new SQLException("duplicate", "23505"));
            }
            event.place(hold, ++sequence, Instant.now().plus(clockOff));
        }
        rows.addAll(events);
        batches.add(events.size());
        if (late) {
            late = false;
            throw new ChainLostException(hold);
        }
        if (lies > 0) {
            lies--;
            throw new IllegalStateException(new SQLException("connection lost", "08006"));
        }
    }

    private void requireHeld(ChainHold hold) {
        if (hold.epoch() != epoch) {
            throw new ChainLostException(hold);
        }
    }

    @Override
    public synchronized List<EventRow> kept(Collection<UUID> ids) {
        fail();
        return rows.stream().filter(r -> ids.contains(r.id())).toList();
    }

    @Override
    public synchronized void beat(ChainHold hold, String figures, boolean last) {
        fail();
        failToWrite();
        requireHeld(hold);
        beats.add((last ? "last " : "") + figures);
    }

    @Override
    public List<String> concerns() {
        return concerns;
    }

    @Override
    public void probe() {
        fail();
        failToWrite();
    }

    private void failToWrite() {
        String state = noWrites;
        if (state != null) {
            throw new IllegalStateException(new SQLException("no writes", state));
        }
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
