package dev.auditlog.record;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Figures of one relay since the start of its deployment.
 *
 * @param needed whether a method of the application asks for ATOMIC
 * @param rows what became of rows
 * @param movedAt when the relay moved a row last; null if it never did
 * @param fault what keeps calls from using the outbox; null if nothing
 * @param lastError what failed last, mended or not; null while nothing did
 * @param lastErrorAt when that was
 */
public record RelayStatus(
        boolean needed,
        Rows rows,
        @Nullable Instant movedAt,
        @Nullable String fault,
        @Nullable String lastError,
        @Nullable Instant lastErrorAt) {

    /**
     * What became of rows.
     *
     * @param open calls of this process that run, or whose rows are not taken away yet
     * @param waiting in the outbox for this relay to move or to take away, as counted at its last look; 10,000 of a chain
     *     at most are counted
     * @param moved by the relay and not by their call
     * @param aside set aside, since the audit database refuses their events
     */
    public record Rows(int open, long waiting, long moved, long aside) {

        /** There was none. */
        public static final Rows NONE = new Rows(0, 0, 0, 0);
    }

    /** Whether there is anything to tell: of an application without ATOMIC there usually is not. */
    public boolean isUsed() {
        return needed || !rows.equals(Rows.NONE);
    }

    /** The figures as one JSON object. */
    public JsonObject toJson() {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("open", rows.open())
                .add("waiting", rows.waiting())
                .add("moved", rows.moved())
                .add("aside", rows.aside());
        if (movedAt != null) {
            json.add("movedAt", movedAt.toString());
        }
        if (fault != null) {
            json.add("fault", fault);
        }
        if (lastError != null) {
            json.add("lastError", lastError);
        }
        if (lastErrorAt != null) {
            json.add("lastErrorAt", lastErrorAt.toString());
        }
        return json.build();
    }
}
