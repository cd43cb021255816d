package dev.auditlog.record;

import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whether the store takes events, and the log: at most one line a minute about each trouble. */
final class Health {

    private static final System.Logger LOG = System.getLogger(Health.class.getName());

    private final Settings settings;
    private final Figures figures;
    private final OnceAMinute lateness = new OnceAMinute();
    private final OnceAMinute dislike = new OnceAMinute();
    private final OnceAMinute outage = new OnceAMinute();
    private final OnceAMinute spool = new OnceAMinute();
    private volatile boolean up = true;
    private volatile long busySinceNanos;
    private volatile @Nullable String lastError;
    private volatile @Nullable Instant lastErrorAt;
    private long refusedWhenSaid;

    Health(Settings settings, Figures figures) {
        this.settings = settings;
        this.figures = figures;
    }

    /** False while the last attempt failed, or hangs for half the time that a caller would wait. */
    boolean isAccepting() {
        return up && !isHanging();
    }

    /** Whether the attempt under way has taken half the time that a caller would wait. */
    boolean isHanging() {
        long since = busySinceNanos;
        return since != 0 && System.nanoTime() - since >= settings.timeout().toNanos() / 2;
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

    @Nullable
    String lastError() {
        return lastError;
    }

    @Nullable
    Instant lastErrorAt() {
        return lastErrorAt;
    }

    void error(String words) {
        lastError = words;
        lastErrorAt = Instant.now();
    }

    /** One event cannot be kept as it is; the store is well. */
    void dislikedEvent(UUID id, String reason, boolean repaired) {
        error(reason);
        up();
        if (dislike.isDue()) {
            LOG.log(
                    Level.WARNING,
                    repaired
                            ? RecordMessages.eventRepaired(settings.chain(), id, reason)
                            : RecordMessages.eventRefused(settings.chain(), id, reason));
        }
    }

    /** A caller gave up on an event that is still waiting; the attempt itself has not failed yet. */
    void late() {
        if (lateness.isDue()) {
            LOG.log(Level.WARNING, RecordMessages.late(settings.chain(), settings.timeout()));
        }
    }

    /** The spool does not take events either. */
    void spoolFails(String words) {
        error(words);
        if (spool.isDue()) {
            LOG.log(Level.WARNING, words);
        }
    }

    /** Another writer has the chain: nothing is wrong with the store, but nothing can be written yet. */
    void waitsForChain() {
        up = false;
    }

    void down(String words) {
        error(words);
        up = false;
        if (outage.isDue()) {
            LOG.log(Level.WARNING, RecordMessages.outage(settings.chain(), words, refusedSince()));
        }
    }

    /** The store took what it was given. */
    void up() {
        if (!up) {
            up = true;
            LOG.log(Level.INFO, RecordMessages.restored(settings.chain(), refusedSince()));
        }
    }

    private long refusedSince() {
        long all = figures.refused();
        long since = all - refusedWhenSaid;
        refusedWhenSaid = all;
        return since;
    }
}
