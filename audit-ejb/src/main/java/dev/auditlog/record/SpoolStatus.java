package dev.auditlog.record;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What waits on the machine's disk.
 *
 * @param active whether new events go there, and not to the database
 * @param events how many wait
 * @param bytes room that they take
 * @param oldestAt when the call of the oldest of them arrived; null if none waits
 * @param damaged files that were found damaged since the start, and kept
 * @param setAside events that the database refuses; they are in the file {@code set-aside.jsonl} beside the spool
 */
public record SpoolStatus(
        boolean active, long events, long bytes, @Nullable Instant oldestAt, int damaged, long setAside) {

    /** The figures as one JSON object. */
    public JsonObject toJson() {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("active", active)
                .add("events", events)
                .add("bytes", bytes)
                .add("damaged", damaged)
                .add("setAside", setAside);
        if (oldestAt != null) {
            json.add("oldestAt", oldestAt.toString());
        }
        return json.build();
    }
}
