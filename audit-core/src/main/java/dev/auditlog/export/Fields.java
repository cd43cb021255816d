package dev.auditlog.export;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON object in the making, in which nothing stands that is absent: no null, no empty list, no empty object. */
final class Fields {

    private static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());

    private final JsonObjectBuilder json = BUILDERS.createObjectBuilder();
    private boolean empty = true;

    Fields put(String name, @Nullable String value) {
        if (value != null) {
            empty = false;
            json.add(name, value);
        }
        return this;
    }

    Fields put(String name, @Nullable Integer value) {
        return value == null ? this : put(name, value.longValue());
    }

    Fields put(String name, long value) {
        empty = false;
        json.add(name, value);
        return this;
    }

    Fields put(String name, boolean value) {
        return value(name, value ? JsonValue.TRUE : JsonValue.FALSE);
    }

    Fields put(String name, Fields inner) {
        return inner.empty ? this : value(name, inner.build());
    }

    Fields put(String name, Collection<String> values) {
        if (values.isEmpty()) {
            return this;
        }
        JsonArrayBuilder list = BUILDERS.createArrayBuilder();
        values.forEach(list::add);
        return value(name, list.build());
    }

    /** A list with one object in it; nothing if that is empty. */
    Fields only(String name, Fields one) {
        return one.empty
                ? this
                : value(name, BUILDERS.createArrayBuilder().add(one.build()).build());
    }

    Fields value(String name, @Nullable JsonValue value) {
        if (value != null) {
            empty = false;
            json.add(name, value);
        }
        return this;
    }

    JsonObject build() {
        return json.build();
    }
}
