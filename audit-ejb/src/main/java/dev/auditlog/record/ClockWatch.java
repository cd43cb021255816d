package dev.auditlog.record;

import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Outcome;
import dev.auditlog.store.EventRow;
import dev.auditlog.store.EventRows;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Notices that a clock was set, by the time that passed in the process ({@link System#nanoTime}) meanwhile, and tells of
 * it in an event of the chain: who reads times in the audit log must know where they cannot be compared. The time in which
 * a virtual machine was suspended shows as a jump forward. Used by the writer's thread alone.
 */
final class ClockWatch {

    /** Operation of the event that tells of a jump. */
    static final String OPERATION = "audit.clock-jumped";

    /** More than a leap second; slewing changes a clock by half a millisecond in each second at most. */
    static final Duration BOUND = Duration.ofSeconds(2);

    private static final System.Logger LOG = System.getLogger(ClockWatch.class.getName());

    private final String clock;
    private @Nullable Look last;
    private @Nullable Jump untold;

    /**
     * Watches a clock.
     *
     * @param clock whose it is: {@code process} or {@code database}
     */
    ClockWatch(String clock) {
        this.clock = clock;
    }

    /** What a clock said between two moments of the process. */
    private record Look(Instant said, long fromNanos, long toNanos) {}

    /** Where a clock should have been, and where it was. */
    private record Jump(Instant from, Instant to) {

        Duration difference() {
            return Duration.between(from, to);
        }
    }

    /** Looks at the process's own clock. */
    void look(InstantSource source) {
        long from = System.nanoTime();
        saw(source.instant(), from, System.nanoTime());
    }

    /**
     * A clock said this, at a moment that is not known better than that it lies between two others.
     *
     * @param fromNanos {@link System#nanoTime} before
     * @param toNanos and after
     */
    void saw(Instant said, long fromNanos, long toNanos) {
        Look before = last;
        last = new Look(said, fromNanos, toNanos);
        if (before == null) {
            return;
        }
        Instant earliest = before.said().plusNanos(fromNanos - before.toNanos());
        Instant latest = before.said().plusNanos(toNanos - before.fromNanos());
        if (said.isBefore(earliest.minus(BOUND))) {
            jumped(earliest, said);
        } else if (said.isAfter(latest.plus(BOUND))) {
            jumped(latest, said);
        }
    }

    /** Several that are not told yet become one: from where it would be, to where it is. */
    private void jumped(Instant expected, Instant said) {
        Jump first = untold;
        Duration sooner = first == null ? Duration.ZERO : first.difference();
        Instant from = expected.minus(sooner);
        untold = new Jump(from.truncatedTo(ChronoUnit.MICROS), said.truncatedTo(ChronoUnit.MICROS));
        LOG.log(Level.WARNING, RecordMessages.clockJumped(clock, expected, said));
    }

    /**
     * Returns the row of an event that tells of what is not told yet; null if nothing is.
     *
     * @param now by the process's clock
     */
    @Nullable
    EventRow tell(Instant now) {
        Jump jump = untold;
        if (jump == null) {
            return null;
        }
        untold = null;
        AuditEvent event = OwnEvent.draft(OPERATION, Outcome.SUCCESS, now)
                .attribute("clock", clock)
                .attribute("from", jump.from().toString())
                .attribute("to", jump.to().toString())
                .attribute("difference", jump.difference().toString())
                .toEvent();
        return EventRows.unplaced(event);
    }
}
