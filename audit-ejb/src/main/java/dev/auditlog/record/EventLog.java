package dev.auditlog.record;

import dev.auditlog.store.ChainClaim;
import dev.auditlog.store.ChainHold;
import dev.auditlog.store.ChainLostException;
import dev.auditlog.store.EventRow;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the writer needs of the store; used by its thread alone. */
interface EventLog {

    /**
     * Takes the chain of a node, if it can be had.
     *
     * @param waitedFor the lease of another writer whose end was waited for by our own clock; null before
     */
    ChainClaim claim(String node, @Nullable Instant waitedFor);

    /**
     * Returns the last number given in the chain; 0 if there is none.
     *
     * @throws ChainLostException if another writer has it
     */
    long lastSequence(ChainHold hold);

    /**
     * Makes events durable in one transaction, numbered from {@code last + 1}, and gives the rows their places. If this
     * throws, all of them may be kept, or none.
     *
     * @throws ChainLostException if another writer has the chain; none is kept
     */
    void append(ChainHold hold, long last, List<EventRow> rows);

    /** Returns those of the events with these ids that are durable. */
    List<EventRow> kept(Collection<UUID> ids);

    /** Writes something that changes nothing; throws if the store takes no writes. */
    void probe();

    /** What weakens the guarantees, and what mends it; asks nothing. */
    List<String> concerns();

    /**
     * Keeps the chain for longer and writes down the figures.
     *
     * @param last whether the recorder ends: the chain is let go
     * @throws ChainLostException if another writer has the chain
     */
    void beat(ChainHold hold, String figures, boolean last);
}
