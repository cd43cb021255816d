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
 * @param recent what happened of late
 * @param spool what waits on the disk; null where {@code audit.on-outage} is not SPOOL
 * @param lastError what the store said last; null while it never failed
 * @param lastErrorAt when it said so
 * @param outbox what its relay does; null where no method asks for ATOMIC and no row is left from before
 * @param about what the recorder is; {@link About#UNKNOWN} where nobody said
 * @param concerns what weakens the guarantees, and what mends it; each begins with its code
 */
public record RecorderStatus(
        String application,
        String node,
        boolean accepting,
        Counters counters,
        Queue queue,
        Commits commits,
        Recent recent,
        @Nullable SpoolStatus spool,
        @Nullable String lastError,
        @Nullable Instant lastErrorAt,
        @Nullable RelayStatus outbox,
        About about,
        List<String> concerns) {

    /**
     * What became of events.
     *
     * @param written made durable in the database
     * @param waited of them, those that found the queue full and waited for room
     * @param refused not made durable in time, of those that a caller waits for, and calls that were refused before they ran
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

    /**
     * What happened of late.
     *
     * @param perMinute events made durable in the last minute
     * @param writtenAt when one was made durable last; null if none was
     * @param refusedAt when one was refused last, or a call before it ran; likewise
     * @param lostAt when one was given up last; likewise
     */
    public record Recent(
            long perMinute, @Nullable Instant writtenAt, @Nullable Instant refusedAt, @Nullable Instant lostAt) {

        /** Nothing happened yet. */
        public static final Recent NONE = new Recent(0, null, null, null);
    }

    /**
     * What the recorder is.
     *
     * @param version of the library
     * @param guarantee how sure it is that an event is kept where the annotation does not say
     */
    public record About(String version, String guarantee) {

        /** Nobody said. */
        public static final About UNKNOWN = new About("", "");
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
                .add("commitMaxMicros", commits.maxMicros())
                .add("perMinute", recent.perMinute());
        put(json, "writtenAt", recent.writtenAt());
        put(json, "refusedAt", recent.refusedAt());
        put(json, "lostAt", recent.lostAt());
        if (spool != null) {
            json.add("spool", spool.toJson());
        }
        put(json, "lastError", lastError);
        put(json, "lastErrorAt", lastErrorAt);
        if (outbox != null) {
            json.add("outbox", outbox.toJson());
        }
        if (!about.equals(About.UNKNOWN)) {
            json.add("version", about.version()).add("guarantee", about.guarantee());
        }
        if (!concerns.isEmpty()) {
            json.add("concerns", Json.createArrayBuilder(concerns));
        }
        return json.build();
    }

    private static void put(JsonObjectBuilder json, String name, @Nullable Object value) {
        if (value != null) {
            json.add(name, value.toString());
        }
    }
}
