package dev.auditlog.store;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Lists and maps of strings as the JSON text of a column. */
final class JsonTexts {

    /** Looked up once: each static method of {@code Json} would search the class path again. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private static final String NO_ITEMS = "[]";
    private static final String NO_MEMBERS = "{}";

    private JsonTexts() {}

    static String array(List<String> values) {
        if (values.isEmpty()) {
            return NO_ITEMS;
        }
        JsonArrayBuilder array = JSON.createArrayBuilder();
        values.forEach(v -> array.add(text(v)));
        return array.build().toString();
    }

    static List<String> list(@Nullable String json) {
        if (json == null || json.equals(NO_ITEMS)) {
            return List.of();
        }
        try (JsonReader reader = JSON.createReader(new StringReader(json))) {
            return reader.readArray().getValuesAs(JsonString::getString);
        }
    }

    static String object(Map<String, String> values) {
        if (values.isEmpty()) {
            return NO_MEMBERS;
        }
        JsonObjectBuilder object = JSON.createObjectBuilder();
        values.forEach((key, value) -> object.add(text(key), text(value)));
        return object.build().toString();
    }

    static Map<String, String> strings(String json) {
        Map<String, String> values = new TreeMap<>();
        if (!json.equals(NO_MEMBERS)) {
            try (JsonReader reader = JSON.createReader(new StringReader(json))) {
                reader.readObject().forEach((key, value) -> values.put(key, ((JsonString) value).getString()));
            }
        }
        return values;
    }

    private static String text(String value) {
        return Objects.requireNonNullElse(Texts.clean(value), "");
    }
}
