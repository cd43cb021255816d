package dev.auditlog.record;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Whether the store takes events, the figures, and the log: at most one line a minute about an outage. */
final class Health {

    private static final System.Logger LOG = System.getLogger(Health.class.getName());
    private static final long BETWEEN_LINES_NANOS = Duration.ofMinutes(1).toNanos();

    private final Settings settings;
    private final AtomicLong recorded = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private volatile boolean up = true;
    private volatile long busySinceNanos;
    private volatile @Nullable String lastError;
    private volatile @Nullable Instant lastErrorAt;
    private boolean said;
    private long saidAtNanos;
    private long refusedWhenSaid;
    private boolean refusalSaid;
    private long refusalSaidAtNanos;

    Health(Settings settings) {
        this.settings = settings;
    }

    /** False while the last attempt failed, or hangs for half the time that a caller would wait. */
    boolean isAccepting() {
        long since = busySinceNanos;
        return up
                && (since == 0 || System.nanoTime() - since < settings.timeout().toNanos() / 2);
    }

    void attemptBegins() {
        busySinceNanos = System.nanoTime() | 1; // never 0, which means that nothing is under way
    }

    void attemptEnds() {
        busySinceNanos = 0;
    }

    /**
     * The thread is over. Only an accepted call starts it anew, so the next one is accepted: were calls refused until the
     * store takes an event, nobody would ever offer it one.
     */
    void writerEnds() {
        attemptEnds();
        up = true;
    }

    void recorded(int events) {
        recorded.addAndGet(events);
        up();
    }

    void refused() {
        refused.incrementAndGet();
    }

    @Nullable
    String lastError() {
        return lastError;
    }

    void error(String words) {
        lastError = words;
        lastErrorAt = Instant.now();
    }

    /** One event cannot be kept; the store is well. */
    void refusedEvent(UUID id, String reason) {
        refused();
        error(reason);
        up();
        long now = System.nanoTime();
        if (!refusalSaid || now - refusalSaidAtNanos >= BETWEEN_LINES_NANOS) {
            LOG.log(Level.WARNING, RecordMessages.eventRefused(settings.chain(), id, reason));
            refusalSaid = true;
            refusalSaidAtNanos = now;
        }
    }

    void down(String words) {
        error(words);
        up = false;
        long now = System.nanoTime();
        if (!said || now - saidAtNanos >= BETWEEN_LINES_NANOS) {
            LOG.log(Level.WARNING, RecordMessages.outage(settings.chain(), words, refusedSince()));
            said = true;
            saidAtNanos = now;
        }
    }

    private void up() {
        if (!up) {
            up = true;
            LOG.log(Level.INFO, RecordMessages.restored(settings.chain(), refusedSince()));
        }
    }

    private long refusedSince() {
        long all = refused.get();
        long since = all - refusedWhenSaid;
        refusedWhenSaid = all;
        return since;
    }

    RecorderStatus status(int queued) {
        return new RecorderStatus(
                settings.application(),
                settings.node(),
                isAccepting(),
                recorded.get(),
                refused.get(),
                queued,
                lastError,
                lastErrorAt);
    }
}
