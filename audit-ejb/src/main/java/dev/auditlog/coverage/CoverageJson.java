package dev.auditlog.coverage;

import dev.auditlog.Activity;
import dev.auditlog.Data;
import dev.auditlog.Guarantee;
import dev.auditlog.Outcomes;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The methods of a report as JSON. */
final class CoverageJson {

    private CoverageJson() {}

    static String write(List<CoveredMethod> methods) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        methods.forEach(method -> array.add(json(method)));
        return array.build().toString();
    }

    private static JsonObjectBuilder json(CoveredMethod covered) {
        ResourceMethod method = covered.method();
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("type", method.type())
                .add("method", method.name())
                .add("verb", method.verb())
                .add("grounds", covered.grounds().name());
        addIfThere(json, "path", method.path());
        addIfThere(json, "reason", covered.reason());
        Terms terms = covered.terms();
        if (terms != null) {
            json.add("operation", terms.operation())
                    .add("activity", terms.activity().name())
                    .add("outcomes", terms.outcomes().name())
                    .add("data", terms.data().name())
                    .add("guarantee", terms.guarantee().name());
        }
        return json;
    }

    private static void addIfThere(JsonObjectBuilder json, String key, @Nullable String value) {
        if (value != null) {
            json.add(key, value);
        }
    }

    /** Of another version of the library, perhaps: what cannot be read is left out. */
    static List<CoveredMethod> read(String text) {
        List<CoveredMethod> methods = new ArrayList<>();
        for (JsonValue value : array(text)) {
            try {
                methods.add(method(value.asJsonObject()));
            } catch (IllegalArgumentException | ClassCastException | NullPointerException unreadable) {
                // a word that this version does not know
            }
        }
        return methods;
    }

    private static JsonArray array(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readArray();
        } catch (JsonException unreadable) {
            return JsonValue.EMPTY_JSON_ARRAY;
        }
    }

    private static CoveredMethod method(JsonObject json) {
        return new CoveredMethod(
                new ResourceMethod(
                        json.getString("type"),
                        json.getString("method"),
                        json.getString("verb"),
                        json.getString("path", null)),
                Grounds.valueOf(json.getString("grounds")),
                json.getString("reason", null),
                json.containsKey("operation") ? terms(json) : null);
    }

    private static Terms terms(JsonObject json) {
        return new Terms(
                json.getString("operation"),
                Activity.valueOf(json.getString("activity")),
                Outcomes.valueOf(json.getString("outcomes")),
                Data.valueOf(json.getString("data")),
                Guarantee.valueOf(json.getString("guarantee")));
    }
}
