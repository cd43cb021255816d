package dev.auditlog.web.health;

import dev.auditlog.record.RecorderStatus;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The state of recording as JSON. */
final class StatusJson {

    private StatusJson() {}

    /** @param figures null for a caller who has not signed in */
    static String write(Health health, @Nullable RecorderStatus figures) {
        JsonObjectBuilder json = Json.createObjectBuilder().add("status", health.name());
        if (figures != null) {
            json.add("recorders", Json.createArrayBuilder().add(recorder(figures)));
        }
        return json.build().toString();
    }

    private static JsonObjectBuilder recorder(RecorderStatus figures) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("application", figures.application())
                .add("node", figures.node())
                .add("accepting", figures.accepting())
                .add("recorded", figures.recorded())
                .add("refused", figures.refused())
                .add("queued", figures.queued());
        String error = figures.lastError();
        if (error != null) {
            json.add("lastError", error);
        }
        Instant at = figures.lastErrorAt();
        if (at != null) {
            json.add("lastErrorAt", at.toString());
        }
        return json;
    }
}
