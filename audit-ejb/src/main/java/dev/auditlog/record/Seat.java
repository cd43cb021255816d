package dev.auditlog.record;

import dev.auditlog.store.ChainClaim;
import dev.auditlog.store.ChainHold;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The chain that a writer has, and the last number in it; used by its thread alone.
 *
 * <p>A chain whose writer died is taken at once if it was a process of this host ({@link Holder}); else when its lease is
 * over, or was not renewed for as long as a lease is by our own clock: the database's may have been set back. A chain whose writer lives is left to it: this one takes the next
 * numbered name, and says so.
 */
final class Seat {

    private static final System.Logger LOG = System.getLogger(Seat.class.getName());
    private static final long UNKNOWN = -1;
    private static final int MOST_NODES = 99;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    private final Settings settings;
    private final EventLog log;
    private int number = 1;
    private boolean begins = true;
    private volatile @Nullable ChainHold hold;
    private long last = UNKNOWN;
    private @Nullable Instant foreignLease;
    private long foreignSinceNanos;

    Seat(Settings settings, EventLog log) {
        this.settings = settings;
        this.log = log;
    }

    /** Null while no chain is taken. */
    @Nullable
    ChainHold hold() {
        return hold;
    }

    /** Name of the node, as far as it is known; read by other threads too. */
    String node() {
        ChainHold now = hold;
        return now == null ? settings.node() : now.node();
    }

    /**
     * Takes a chain if none is taken.
     *
     * @return how long to wait before the next try; zero if a chain is taken
     */
    Duration take() {
        Instant waited = null;
        while (hold == null) {
            ChainClaim claim = log.claim(candidate(), waited == null && isOver() ? foreignLease : waited);
            waited = null;
            if (claim.hold() != null) {
                taken(claim.hold());
            } else if (isLeftOver(claim)) {
                waited = claim.lease();
            } else if (foreignLease == null) {
                foreignLease = claim.lease();
                foreignSinceNanos = System.nanoTime();
                LOG.log(Level.INFO, RecordMessages.chainHeld(chain(), claim.holder(), settings.lease()));
                return LOOK_AGAIN;
            } else if (foreignLease.equals(claim.lease()) || number == MOST_NODES) {
                return LOOK_AGAIN;
            } else {
                next(claim.holder());
            }
        }
        return Duration.ZERO;
    }

    /**
     * Whether the chain was left by an earlier process of this host, which a start right after a crash finds. Asked once,
     * at the start: what was taken from a process that lives after all is not taken from it again and again.
     */
    private boolean isLeftOver(ChainClaim claim) {
        boolean leftOver = begins && Holder.of(claim.holder()).hasEnded();
        begins = false;
        return leftOver;
    }

    private boolean isOver() {
        return foreignLease != null
                && System.nanoTime() - foreignSinceNanos >= settings.lease().toNanos();
    }

    private void taken(ChainHold taken) {
        begins = false;
        hold = taken;
        last = UNKNOWN;
        foreignLease = null;
    }

    /** The lease was renewed meanwhile: its holder lives. */
    private void next(String holder) {
        String before = chain();
        number++;
        foreignLease = null;
        LOG.log(Level.WARNING, RecordMessages.chainOfAnother(before, holder, chain()));
    }

    private String candidate() {
        return number == 1 ? settings.node() : settings.node() + "-" + number;
    }

    private String chain() {
        return settings.application() + "@" + candidate();
    }

    /** The last number; read from the store where it is not known. Only while a chain is taken. */
    long last(ChainHold held) {
        if (last == UNKNOWN) {
            last = log.lastSequence(held);
        }
        return last;
    }

    /** So many numbers were given. */
    void advanced(int count) {
        last += count;
    }

    /** Something failed: which numbers are given is no longer known. */
    void doubt() {
        last = UNKNOWN;
    }

    /**
     * Nothing was written, since the chain is not as we left it: another writer has it, or a commit of our own that was given
     * up came late, and only the last number is another one. Which of both is known when that number is read.
     */
    void contested() {
        if (last == UNKNOWN) {
            lost();
        }
        last = UNKNOWN;
    }

    /** Another writer has the chain. */
    void lost() {
        ChainHold had = hold;
        if (had != null) {
            LOG.log(Level.WARNING, RecordMessages.chainLost(had.chain()));
        }
        hold = null;
        last = UNKNOWN;
    }

    /** The chain was let go. */
    void left() {
        hold = null;
        last = UNKNOWN;
    }
}
