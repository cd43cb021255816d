package dev.auditlog.web.health;

import dev.auditlog.record.RecorderStatus;
import dev.auditlog.store.RecorderState;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.List;

/** The state of recording as JSON. */
final class StatusJson {

    private StatusJson() {}

    /** Writes it for a caller who has not signed in. */
    static String write(Health health) {
        return Json.createObjectBuilder().add("status", health.name()).build().toString();
    }

    /**
     * Writes it for a caller who has signed in.
     *
     * @param own the figures of this recorder, as they are now
     * @param all what the recorders of all applications and nodes said last
     * @param reasons what an operator should mend
     */
    static String write(Health health, RecorderStatus own, List<RecorderState> all, List<String> reasons) {
        JsonObjectBuilder json = Json.createObjectBuilder().add("status", health.name());
        if (!reasons.isEmpty()) {
            json.add("reasons", Json.createArrayBuilder(reasons));
        }
        JsonArrayBuilder recorders = Json.createArrayBuilder();
        recorders.add(Json.createObjectBuilder(own.toJson()).add("life", RecorderState.Life.LIVE.name()));
        all.stream().filter(state -> !isOf(state, own)).forEach(state -> recorders.add(recorder(state)));
        return json.add("recorders", recorders).build().toString();
    }

    private static boolean isOf(RecorderState state, RecorderStatus own) {
        return state.application().equals(own.application()) && state.node().equals(own.node());
    }

    private static JsonObjectBuilder recorder(RecorderState state) {
        return Json.createObjectBuilder(figures(state.figures()))
                .add("application", state.application())
                .add("node", state.node())
                .add("life", state.life().name())
                .add("startedAt", state.started().toString())
                .add("beatAt", state.beat().toString());
    }

    private static JsonObject figures(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
