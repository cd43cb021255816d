package dev.auditlog.store;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a recorder said last about itself.
 *
 * @param application name of the deployment
 * @param node name of the node
 * @param started when it began, by its own clock
 * @param beat when it spoke last, by the database's clock
 * @param stopped when it said that it ends; null if it did not
 * @param figures JSON object
 * @param asOf the database's clock when this was read
 */
public record RecorderState(
        String application,
        String node,
        Instant started,
        Instant beat,
        @Nullable Instant stopped,
        String figures,
        Instant asOf) {

    /** Three times as long as it is between two beats. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** How often an application that is switched off says so. */
    public static final Duration OFF_EVERY = Duration.ofMinutes(5);

    /** Figures of such an application. */
    public static final String OFF = "{\"enabled\":false}";

    private static final int MOST = 1_000;

    /** Whether a recorder lives. */
    public enum Life {
        /** It spoke of late. */
        LIVE,
        /** It did not, and did not say that it ends: its process died, hangs, or does not reach the database. */
        SILENT,
        /** It said that it ends. */
        STOPPED
    }

    /** Whether it lives, as far as the database knows. */
    public Life life() {
        if (stopped != null) {
            return Life.STOPPED;
        }
        return beat.isBefore(asOf.minus(PATIENCE)) ? Life.SILENT : Life.LIVE;
    }

    /**
     * Writes down that an application runs and records nothing, unless a recorder of that name lives.
     *
     * @param chain {@code application@node}
     * @param started when the application did
     * @param last whether it is at its end
     */
    public static void switchedOff(EntityManager em, Dialect dialect, String chain, Instant started, boolean last) {
        Instant now = dialect.now(em);
        RecorderRow row = em.find(RecorderRow.class, chain);
        if (row == null) {
            row = new RecorderRow(chain);
            int at = chain.lastIndexOf('@');
            row.application = chain.substring(0, at);
            row.node = chain.substring(at + 1);
            em.persist(row);
        } else if (!row.figures.equals(OFF) && row.stopped == null && row.beat.isAfter(now.minus(PATIENCE))) {
            return;
        }
        row.started = started;
        row.beat = now;
        row.stopped = last ? now : null;
        row.figures = OFF;
    }

    /** Returns those of all applications and nodes, by name; at most 1,000. */
    public static List<RecorderState> all(EntityManager em, Dialect dialect) {
        Instant now = dialect.now(em);
        return em
                .createQuery("select r from RecorderRow r order by r.application, r.node", RecorderRow.class)
                .setMaxResults(MOST)
                .getResultList()
                .stream()
                .map(row -> new RecorderState(
                        row.application, row.node, row.started, row.beat, row.stopped, row.figures, now))
                .toList();
    }
}
