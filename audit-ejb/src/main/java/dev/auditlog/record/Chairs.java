package dev.auditlog.record;

import java.time.Duration;

/** Who may move the rows of which chain. */
interface Chairs {

    /**
     * For how long nobody takes the rows of a process that does not show that it lives: after the end of its lease, after an outage, in
     * which nobody can show it, and after a row was written, since a process that starts has no chain yet. It may only be slow, and
     * alone knows how its calls were answered, while whoever takes a row knows only what it was staged with. Several beats
     * long, so that a pause or a late beat is over; and not longer, as the rows of a process that died wait for as long.
     */
    Duration GRACE = Duration.ofSeconds(30);

    /** What a chain's rows are to this process. */
    enum Whose {
        /** This process writes the chain. */
        OURS,
        /** Nobody writes it any more: whoever finds its rows moves them into his own chain. */
        NOBODYS,
        /** Another process writes it, and moves its rows. */
        ANOTHERS
    }

    /**
     * Says whose a chain is.
     *
     * @throws RuntimeException if the audit database does not say
     */
    Whose of(String chain);
}
