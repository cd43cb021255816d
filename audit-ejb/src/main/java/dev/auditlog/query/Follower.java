package dev.auditlog.query;

import dev.auditlog.query.Marks.Tail;
import dev.auditlog.store.AuditDatabase;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Goes behind the writers: what it makes of an event, and that event's place in its chain, are written in one transaction, so
 * each event is taken once. Several processes may do it; one at a time does. For one thread. ADR 0074.
 */
final class Follower {

    private static final long LOOK_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final MarkTable marks;
    private final long least;
    private final long most;
    private final Work work;
    private boolean looked;
    private long lookedNanos;
    private List<String> strangers = List.of();

    /** What is made of events, in the transaction that notes them. */
    interface Work {
        void of(EntityManager em, List<Tail> parts);
    }

    /**
     * Follows the marks of one table.
     *
     * @param least so many events have to be there before any are taken
     * @param most so many are taken in one transaction
     */
    Follower(MarkTable marks, long least, long most, Work work) {
        this.marks = marks;
        this.least = least;
        this.most = most;
        this.work = work;
    }

    /** Takes the next events, and returns how many it were; 0 if there are not enough. */
    long advance(AuditDatabase database) {
        if (database.read(em -> !hasStrangers(em) && !isEnough(marks.tails(em)))) {
            return 0; // so that nothing is written while nothing happens
        }
        return database.write(em -> {
            marks.lock(em);
            strangers.forEach(chain -> marks.adopt(em, chain));
            strangers = List.of();
            List<Tail> tails = marks.tails(em);
            return isEnough(tails) ? take(em, tails) : 0L;
        });
    }

    private boolean isEnough(List<Tail> tails) {
        return tails.stream().mapToLong(Tail::events).sum() >= least;
    }

    private long take(EntityManager em, List<Tail> tails) {
        List<Tail> parts = new ArrayList<>();
        long left = most;
        for (Tail tail : tails) {
            if (left > 0) {
                Tail part = tail.atMost(left);
                parts.add(part);
                left -= part.events();
            }
        }
        work.of(em, parts);
        parts.forEach(part -> marks.move(em, part));
        return most - left;
    }

    /** Whether it is time to look for chains without a writer, and there are some that were not seen yet. */
    private boolean hasStrangers(EntityManager em) {
        long now = System.nanoTime();
        if (looked && now - lookedNanos < LOOK_NANOS) {
            return false;
        }
        strangers = marks.strangers(em);
        looked = true;
        lookedNanos = now;
        return !strangers.isEmpty();
    }
}
