package dev.auditlog.record;

import dev.auditlog.store.ChainHold;
import dev.auditlog.store.ChainLostException;
import dev.auditlog.store.SqlErrors;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Shows every few seconds that the recorder lives: keeps its chain, and writes down its figures. While the store is away
 * it beats as often as a batch would be tried again, and so finds out by itself when the store is back. Used by the
 * writer's thread alone.
 */
final class Pulse {

    private final Settings settings;
    private final EventLog log;
    private final Seat seat;
    private final Health health;
    private final Notices notices = new Notices();
    private @Nullable Supplier<RecorderStatus> status;
    private long nextNanos = System.nanoTime();

    Pulse(Settings settings, EventLog log, Seat seat, Health health) {
        this.settings = settings;
        this.log = log;
        this.seat = seat;
        this.health = health;
    }

    void telling(Supplier<RecorderStatus> figures) {
        status = figures;
    }

    /** What is to be told after a beat. */
    Notices notices() {
        return notices;
    }

    long nanosToNext() {
        return Math.max(0, nextNanos - System.nanoTime());
    }

    void beatIfDue() {
        if (nanosToNext() == 0) {
            beat();
        }
    }

    /** Has the next beat come at once, to find out whether all is well again. */
    void beatSoon() {
        nextNanos = System.nanoTime();
    }

    /** Takes the chain if need be, and keeps it. */
    void beat() {
        Duration wait = takeSeat();
        if (wait.isZero()) {
            boolean accepted = health.isAccepting();
            boolean told = tell(false);
            Duration next = accepted ? Settings.BEAT : Duration.ZERO; // the figures said that calls are refused
            wait = told ? next : settings.retry();
            if (told) {
                tellBeside();
            }
        }
        nextNanos = System.nanoTime() + wait.toNanos();
    }

    /**
     * Beats if it is due while the store answers and takes no events, as one whose disk is full: the chain is kept, and the
     * figures say that calls are refused. That the store takes them does not mean that it takes events.
     */
    void beatBesideIfDue() {
        ChainHold hold = seat.hold();
        Supplier<RecorderStatus> figures = status;
        if (hold == null || figures == null || nanosToNext() > 0) {
            return;
        }
        health.attemptBegins();
        try {
            log.beat(hold, BeatText.of(figures.get()), false);
        } catch (ChainLostException e) {
            seat.lost();
        } catch (RuntimeException | Error e) {
            health.error(SqlErrors.describe(e)); // the next attempt tells more
        } finally {
            health.attemptEnds();
            nextNanos = System.nanoTime() + Settings.BEAT.toNanos();
        }
    }

    /** Returns how long to wait before the next try; zero if a chain is taken. */
    Duration takeSeat() {
        health.attemptBegins();
        try {
            Duration wait = seat.take();
            if (!wait.isZero()) {
                health.waitsForChain();
            }
            return wait;
        } catch (RuntimeException | Error e) {
            health.down(SqlErrors.describe(e));
            return settings.retry();
        } finally {
            health.attemptEnds();
        }
    }

    /** Lets the chain go; whoever takes it next need not wait for the end of the lease. */
    void last() {
        if (health.isAccepting()) { // else it would wait for a store that is away
            tell(true);
        }
        seat.left();
    }

    private void tellBeside() {
        health.attemptBegins();
        try {
            notices.tellIfDue(seat.node());
        } finally {
            health.attemptEnds();
        }
    }

    private boolean tell(boolean last) {
        ChainHold hold = seat.hold();
        Supplier<RecorderStatus> figures = status;
        if (hold == null || figures == null) {
            return false;
        }
        health.attemptBegins();
        try {
            log.beat(hold, BeatText.of(figures.get()), last);
            health.up();
            return true;
        } catch (ChainLostException e) {
            seat.lost();
            return false;
        } catch (RuntimeException | Error e) {
            health.down(SqlErrors.describe(e));
            return false;
        } finally {
            health.attemptEnds();
        }
    }
}
