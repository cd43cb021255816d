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
