package dev.auditlog.web.health;

import dev.auditlog.record.RecorderStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;

/** The state of recording in one word. */
enum Health {
    /** Events are recorded. */
    UP,
    /** Events are recorded, but the store failed of late, or they go to the spool, or something weakens the guarantees. */
    DEGRADED,
    /** Calls that must leave an event are refused. */
    DOWN;

    /** How long a failure of the store is remembered. */
    static final Duration RECENT = Duration.ofMinutes(5);

    static Health of(RecorderStatus figures, Instant now) {
        if (!figures.accepting()) {
            return DOWN;
        }
        if (figures.spool() != null && figures.spool().active()) {
            return DEGRADED;
        }
        Instant failed = figures.lastErrorAt();
        return failed != null && failed.isAfter(now.minus(RECENT)) ? DEGRADED : UP;
    }

    /** The same where nothing weakens the guarantees. */
    Health given(Collection<String> concerns) {
        return this == UP && !concerns.isEmpty() ? DEGRADED : this;
    }
}
