package dev.auditlog.web.health;

import dev.auditlog.record.RecorderStatus;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The state of recording as JSON. */
final class StatusJson {

    private StatusJson() {}

    /**
     * Writes it.
     *
     * @param figures null for a caller who has not signed in
     * @param reasons what an operator should mend; told to callers who have signed in only
     */
    static String write(Health health, @Nullable RecorderStatus figures, List<String> reasons) {
        JsonObjectBuilder json = Json.createObjectBuilder().add("status", health.name());
        if (figures != null) {
            if (!reasons.isEmpty()) {
                json.add("reasons", Json.createArrayBuilder(reasons));
            }
            json.add("recorders", Json.createArrayBuilder().add(figures.toJson()));
        }
        return json.build().toString();
    }
}
