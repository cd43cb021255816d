package dev.auditlog.web.health;

import dev.auditlog.record.RecorderStatus;
import dev.auditlog.store.RecorderState;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The state of recording, for API and page alike.
 *
 * @param health in one word
 * @param reasons what an operator should mend, each with its code; of all recorders that live
 * @param recorders figures of each recorder, the console's own first; each as it is in the API
 * @param complete false where the database does not tell of others
 * @param asOf the database's clock when it told of others; else this machine's
 */
record Report(Health health, List<String> reasons, List<JsonObject> recorders, boolean complete, Instant asOf) {

    /**
     * Makes the report.
     *
     * @param own the figures of this recorder, as they are now
     * @param all what the recorders of all applications and nodes said last; empty where the database does not tell
     * @param concerns what weakens the guarantees of the console's own database
     */
    static Report of(RecorderStatus own, Optional<List<RecorderState>> all, List<String> concerns, Instant now) {
        List<RecorderState> states = all.orElse(List.of());
        List<JsonObject> recorders = new ArrayList<>();
        recorders.add(own(own, states));
        states.stream().filter(state -> !isOf(state, own)).map(Report::recorder).forEach(recorders::add);
        Set<String> reasons = new LinkedHashSet<>(concerns);
        Instant asOf = states.isEmpty() ? now : states.get(0).asOf();
        recorders.forEach(recorder -> reasons.addAll(reasons(recorder, asOf)));
        return new Report(Health.of(own, now).given(reasons), List.copyOf(reasons), recorders, all.isPresent(), asOf);
    }

    private static boolean isOf(RecorderState state, RecorderStatus own) {
        return state.application().equals(own.application()) && state.node().equals(own.node());
    }

    private static JsonObject own(RecorderStatus own, List<RecorderState> states) {
        JsonObjectBuilder json = Json.createObjectBuilder(own.toJson())
                .add("chain", own.application() + "@" + own.node())
                .add("life", RecorderState.Life.LIVE.name());
        states.stream().filter(state -> isOf(state, own)).forEach(state -> json.add(
                        "startedAt", state.started().toString())
                .add("beatAt", state.beat().toString()));
        return json.build();
    }

    private static JsonObject recorder(RecorderState state) {
        return Json.createObjectBuilder(figures(state.figures()))
                .add("application", state.application())
                .add("node", state.node())
                .add("chain", state.application() + "@" + state.node())
                .add("life", state.life().name())
                .add("startedAt", state.started().toString())
                .add("beatAt", state.beat().toString())
                .build();
    }

    /** Of another version of the library, perhaps: what cannot be read is left out. */
    private static JsonObject figures(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        } catch (JsonException unreadable) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
    }

    /** Of those that live: what is wrong with one that is gone need not be mended. */
    private static Collection<String> reasons(JsonObject recorder, Instant asOf) {
        if (!recorder.getString("life").equals(RecorderState.Life.LIVE.name())) {
            return List.of();
        }
        List<String> reasons = new ArrayList<>(concerns(recorder));
        fault(recorder).ifPresent(reasons::add);
        trouble(recorder, asOf).ifPresent(reasons::add);
        return reasons;
    }

    private static Optional<String> trouble(JsonObject recorder, Instant asOf) {
        String chain = recorder.getString("chain");
        String error = recorder.getString("lastError", "");
        if (!recorder.getBoolean("accepting", true)) {
            return Optional.of(HealthMessages.refuses(chain, error));
        }
        if (RecorderMark.isSpooling(recorder)) {
            return Optional.of(HealthMessages.spools(chain, error));
        }
        return RecorderMark.isRecent(recorder, "lastErrorAt", asOf)
                ? Optional.of(HealthMessages.failed(chain, recorder.getString("lastErrorAt"), error))
                : Optional.empty();
    }

    static List<String> concerns(JsonObject recorder) {
        JsonValue concerns = recorder.getOrDefault("concerns", JsonValue.EMPTY_JSON_ARRAY);
        return concerns.getValueType() != JsonValue.ValueType.ARRAY
                ? List.of()
                : concerns.asJsonArray().stream()
                        .filter(JsonString.class::isInstance)
                        .map(text -> ((JsonString) text).getString())
                        .toList();
    }

    /** What keeps calls with the guarantee ATOMIC from running. */
    static Optional<String> fault(JsonObject recorder) {
        JsonValue outbox = recorder.getOrDefault("outbox", JsonValue.EMPTY_JSON_OBJECT);
        String fault = outbox.getValueType() == JsonValue.ValueType.OBJECT
                ? outbox.asJsonObject().getString("fault", "")
                : "";
        return fault.isEmpty() ? Optional.empty() : Optional.of(fault);
    }
}
