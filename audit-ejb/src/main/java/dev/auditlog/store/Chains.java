package dev.auditlog.store;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chains, each with one writer. A writer takes a chain for some time, and longer with all that it writes; who finds the
 * time over takes it with a higher epoch. Whatever is written is written under the condition that the epoch is still the
 * writer's own and the last number is still the one that it knows, in the same transaction as the events: so two writers
 * never give one number, however wrong they are about the time. ADR 0045.
 *
 * <p>Each method is for a transaction of {@link AuditDatabase#write}.
 */
public final class Chains {

    private Chains() {}

    /**
     * Takes a chain if it is free, if the time of whoever has it is over, or if its lease is still the given one: the
     * claimant then has waited long enough by his own clock.
     *
     * @param as the chain; the epoch is not looked at
     * @param holder process and host, for people
     * @param waitedFor the lease that was found before; null at the first try
     * @param lease for how long
     */
    public static ChainClaim claim(
            EntityManager em, ChainHold as, String holder, @Nullable Instant waitedFor, Lease lease) {
        ChainRow row = em.find(ChainRow.class, as.chain());
        if (row == null) {
            row = new ChainRow(as.chain());
            row.epoch = 1;
            row.sequence = newestEvent(em, as.chain());
            row.holder = holder;
            row.lease = lease.until();
            em.persist(row);
            em.flush(); // of two that try, one fails here
            return new ChainClaim(new ChainHold(as.application(), as.node(), 1), holder, row.lease);
        }
        boolean free = !row.lease.isAfter(lease.now()) || row.lease.equals(waitedFor);
        if (free && take(em, row, holder, lease)) {
            return new ChainClaim(new ChainHold(as.application(), as.node(), row.epoch + 1), holder, lease.until());
        }
        return new ChainClaim(null, row.holder, row.lease);
    }

    private static boolean take(EntityManager em, ChainRow row, String holder, Lease lease) {
        return em.createQuery("update ChainRow c set c.epoch = :next, c.holder = :holder, c.lease = :lease"
                                + " where c.chain = :chain and c.epoch = :epoch")
                        .setParameter("next", row.epoch + 1)
                        .setParameter("holder", holder)
                        .setParameter("lease", lease.until())
                        .setParameter("chain", row.chain)
                        .setParameter("epoch", row.epoch)
                        .executeUpdate()
                == 1;
    }

    private static long newestEvent(EntityManager em, String chain) {
        Long newest = em.createQuery("select max(e.sequence) from EventRow e where e.chain = :chain", Long.class)
                .setParameter("chain", chain)
                .getSingleResult();
        return newest == null ? 0 : newest;
    }

    /**
     * Returns the last number given in the chain; 0 if there is none.
     *
     * @throws ChainLostException if another writer has it
     */
    public static long lastSequence(EntityManager em, ChainHold hold) {
        List<Long> found = em.createQuery(
                        "select c.sequence from ChainRow c where c.chain = :chain and c.epoch = :epoch", Long.class)
                .setParameter("chain", hold.chain())
                .setParameter("epoch", hold.epoch())
                .getResultList();
        if (found.isEmpty()) {
            throw new ChainLostException(hold);
        }
        return found.get(0);
    }

    /**
     * Gives the numbers after {@code last}, and keeps the chain for longer.
     *
     * @param count how many
     * @throws ChainLostException if another writer has the chain, or the last number is another one
     */
    public static void advance(EntityManager em, ChainHold hold, long last, int count, Instant lease) {
        int changed = em.createQuery("update ChainRow c set c.sequence = :next, c.lease = :lease"
                        + " where c.chain = :chain and c.epoch = :epoch and c.sequence = :last")
                .setParameter("next", last + count)
                .setParameter("lease", lease)
                .setParameter("chain", hold.chain())
                .setParameter("epoch", hold.epoch())
                .setParameter("last", last)
                .executeUpdate();
        if (changed == 0) {
            throw new ChainLostException(hold);
        }
    }

    /**
     * Keeps the chain for longer, or lets go of it.
     *
     * @param lease until when; 1970 to let go
     * @throws ChainLostException if another writer has it
     */
    public static void renew(EntityManager em, ChainHold hold, Instant lease) {
        int changed = em.createQuery(
                        "update ChainRow c set c.lease = :lease where c.chain = :chain and c.epoch = :epoch")
                .setParameter("lease", lease)
                .setParameter("chain", hold.chain())
                .setParameter("epoch", hold.epoch())
                .executeUpdate();
        if (changed == 0) {
            throw new ChainLostException(hold);
        }
    }

    /**
     * Writes down what a recorder says about itself.
     *
     * @param figures JSON object, at most 4,000 characters
     * @param stopped whether it is at its end
     */
    public static void beat(EntityManager em, ChainHold hold, Beat beat, String figures, boolean stopped) {
        RecorderRow row = em.find(RecorderRow.class, hold.chain());
        if (row == null) {
            row = new RecorderRow(hold.chain());
            row.application = hold.application();
            row.node = hold.node();
            em.persist(row);
        }
        row.started = beat.started();
        row.beat = beat.now();
        row.stopped = stopped ? beat.now() : null;
        row.figures = figures;
    }

    /**
     * When a lease begins and how long it is.
     *
     * @param now by the database's clock
     */
    public record Lease(Instant now, Duration length) {

        /** When it ends. */
        public Instant until() {
            return now.plus(length);
        }
    }

    /**
     * When a recorder spoke.
     *
     * @param started when it began
     * @param now by the database's clock
     */
    public record Beat(Instant started, Instant now) {}
}
