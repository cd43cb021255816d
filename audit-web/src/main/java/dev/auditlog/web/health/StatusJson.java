package dev.auditlog.web.health;

import dev.auditlog.record.RecorderStatus;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import org.jspecify.annotations.Nullable;

/** The state of recording as JSON. */
final class StatusJson {

    private StatusJson() {}

    /** @param figures null for a caller who has not signed in */
    static String write(Health health, @Nullable RecorderStatus figures) {
        JsonObjectBuilder json = Json.createObjectBuilder().add("status", health.name());
        if (figures != null) {
            json.add("recorders", Json.createArrayBuilder().add(figures.toJson()));
        }
        return json.build().toString();
    }
}
