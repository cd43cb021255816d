package dev.auditlog.record;

/** Who may move the rows of which chain. */
interface Chairs {

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
