package dev.auditlog.canonical;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.JsonValue.ValueType;
import java.time.DateTimeException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The members of one JSON object, read with their types checked; a fault names the member by its path.
 *
 * @param path path of the object with a final dot, empty for the outermost
 */
record Members(String path, JsonObject json) {

    boolean has(String name) {
        return json.containsKey(name);
    }

    String text(String name) {
        return string(name, json.get(name));
    }

    @Nullable
    String optional(String name) {
        return has(name) ? text(name) : null;
    }

    <T> T read(String name, Function<String, T> parser) {
        String text = text(name);
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IllegalArgumentException(CanonicalMessages.wrong(path + name, text), e);
        }
    }

    <T> @Nullable T optional(String name, Function<String, T> parser) {
        return has(name) ? read(name, parser) : null;
    }

    long number(String name) {
        if (json.get(name) instanceof JsonNumber number) {
            try {
                return number.longValueExact();
            } catch (ArithmeticException e) {
                throw new IllegalArgumentException(CanonicalMessages.wrong(path + name, "a number"), e);
            }
        }
        throw new IllegalArgumentException(CanonicalMessages.wrong(path + name, kind(json.get(name))));
    }

    boolean flag(String name) {
        JsonValue value = json.get(name);
        return switch (value == null ? ValueType.NULL : value.getValueType()) {
            case TRUE -> true;
            case FALSE -> false;
            default -> throw new IllegalArgumentException(CanonicalMessages.wrong(path + name, kind(value)));
        };
    }

    Members object(String name) {
        if (json.get(name) instanceof JsonObject object) {
            return new Members(path + name + ".", object);
        }
        throw new IllegalArgumentException(CanonicalMessages.wrong(path + name, kind(json.get(name))));
    }

    List<String> list(String name) {
        if (json.get(name) instanceof JsonArray array) {
            return array.stream().map(value -> string(name, value)).toList();
        }
        throw new IllegalArgumentException(CanonicalMessages.wrong(path + name, kind(json.get(name))));
    }

    /** The members of an object of texts; empty if there is no such object. */
    Map<String, String> texts(String name) {
        Map<String, String> texts = new TreeMap<>();
        if (has(name)) {
            Members inner = object(name);
            inner.json.keySet().forEach(key -> texts.put(key, inner.text(key)));
        }
        return texts;
    }

    /** The text of any JSON value; null if there is none. */
    @Nullable
    String json(String name) {
        JsonValue value = json.get(name);
        return value == null ? null : RequestData.text(value);
    }

    /** Refuses a member that says something else than what follows from the others. */
    void expect(String name, String expected) {
        String found = optional(name);
        if (found != null && !found.equals(expected)) {
            throw new IllegalArgumentException(CanonicalMessages.wrong(path + name, found));
        }
    }

    private String string(String name, @Nullable JsonValue value) {
        if (value instanceof JsonString text) {
            return text.getString();
        }
        throw new IllegalArgumentException(CanonicalMessages.wrong(path + name, kind(value)));
    }

    private static String kind(@Nullable JsonValue value) {
        return value == null ? "nothing" : "a value of type " + value.getValueType();
    }
}
