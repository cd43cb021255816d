package dev.auditlog.record;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Figures of one recorder since the start of its deployment.
 *
 * @param application name of the deployment
 * @param node name of the node: the configured one, or a numbered one where another writer has that
 * @param accepting whether new calls are taken
 * @param counters what became of events
 * @param queue what waits now
 * @param commits how the last batches went
 * @param spool what waits on the disk; null where {@code audit.on-outage} is not SPOOL
 * @param lastError what the store said last; null while it never failed
 * @param lastErrorAt when it said so
 * @param outbox what its relay does; null where no method asks for ATOMIC and no row is left from before
 * @param concerns what weakens the guarantees, and what mends it; each begins with its code
 */
public record RecorderStatus(
        String application,
        String node,
        boolean accepting,
        Counters counters,
        Queue queue,
        Commits commits,
        @Nullable SpoolStatus spool,
        @Nullable String lastError,
        @Nullable Instant lastErrorAt,
        @Nullable RelayStatus outbox,
        List<String> concerns) {

    /**
     * What became of events.
     *
     * @param written made durable in the database
     * @param waited of them, those that found the queue full and waited for room
     * @param refused not made durable in time, and calls that were refused before they ran
     * @param lost given up, of those that delay nobody (BEST_EFFORT)
     * @param spooled put into the spool
     * @param repaired written only after texts were taken out that the database refuses
     */
    public record Counters(long written, long waited, long refused, long lost, long spooled, long repaired) {

        /** Nothing happened yet. */
        public static final Counters NONE = new Counters(0, 0, 0, 0, 0, 0);
    }

    /**
     * What waits now.
     *
     * @param events how many
     * @param bytes memory that they take, about
     */
    public record Queue(int events, long bytes) {

        /** Nothing waits. */
        public static final Queue EMPTY = new Queue(0, 0);
    }

    /**
     * How the last batches went, some hundreds of them at most.
     *
     * @param batch events in one, on average
     * @param p50Micros half of the commits took no longer
     * @param p99Micros 99 of 100 took no longer
     * @param maxMicros the longest
     */
    public record Commits(double batch, long p50Micros, long p99Micros, long maxMicros) {

        /** There was none yet. */
        public static final Commits NONE = new Commits(0, 0, 0, 0);
    }

    /** The figures as one JSON object. */
    public JsonObject toJson() {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("application", application)
                .add("node", node)
                .add("accepting", accepting)
                .add("written", counters.written())
                .add("waited", counters.waited())
                .add("refused", counters.refused())
                .add("lost", counters.lost())
                .add("spooled", counters.spooled())
                .add("repaired", counters.repaired())
                .add("queued", queue.events())
                .add("queuedBytes", queue.bytes())
                .add("batch", Math.round(commits.batch() * 10) / 10.0)
                .add("commitP50Micros", commits.p50Micros())
                .add("commitP99Micros", commits.p99Micros())
                .add("commitMaxMicros", commits.maxMicros());
        if (spool != null) {
            json.add(
                    "spool",
                    Json.createObjectBuilder()
                            .add("active", spool.active())
                            .add("events", spool.events())
                            .add("bytes", spool.bytes())
                            .add("damaged", spool.damaged())
                            .add("setAside", spool.setAside()));
        }
        if (lastError != null) {
            json.add("lastError", lastError);
        }
        if (lastErrorAt != null) {
            json.add("lastErrorAt", lastErrorAt.toString());
        }
        if (outbox != null) {
            json.add("outbox", outbox.toJson());
        }
        if (!concerns.isEmpty()) {
            json.add("concerns", Json.createArrayBuilder(concerns));
        }
        return json.build();
    }
}
