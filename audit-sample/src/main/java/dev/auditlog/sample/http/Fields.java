package dev.auditlog.sample.http;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.WebApplicationException;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a client sent, as named values. Members that nobody asks for are ignored. A value of another type than the one
 * asked for ends the call with 400; one that is absent or null is null.
 */
public final class Fields {

    private static final int MAX_WHOLE_DIGITS = 9;

    private final JsonObject members;
    private final boolean fromForm;

    Fields(JsonObject members, boolean fromForm) {
        this.members = members;
        this.fromForm = fromForm;
    }

    public boolean has(String name) {
        return members.containsKey(name);
    }

    public @Nullable String text(String name) {
        JsonValue value = value(name);
        if (value == null) {
            return null;
        }
        if (value instanceof JsonString text) {
            return text.getString();
        }
        throw wrong(name, "text");
    }

    /** A number; never expanded, so that an exponent of a million costs nothing. */
    public @Nullable BigDecimal number(String name) {
        JsonValue value = value(name);
        if (value == null) {
            return null;
        }
        if (value instanceof JsonNumber number) {
            return number.bigDecimalValue();
        }
        if (fromForm && value instanceof JsonString text) {
            return parsed(name, text.getString());
        }
        throw wrong(name, "a number");
    }

    public @Nullable Integer whole(String name) {
        BigDecimal number = number(name);
        if (number == null) {
            return null;
        }
        if (number.precision() - number.scale() > MAX_WHOLE_DIGITS || number.scale() > MAX_WHOLE_DIGITS) {
            throw wrong(name, "a whole number of at most " + MAX_WHOLE_DIGITS + " digits");
        }
        try {
            return number.intValueExact();
        } catch (ArithmeticException fraction) {
            throw wrong(name, "a whole number");
        }
    }

    /** A list whose items are texts or objects. An item that is an object is given as fields, a text as text. */
    public <T> List<T> list(String name, Function<String, T> fromText, Function<Fields, T> fromObject) {
        JsonValue value = value(name);
        if (value == null) {
            return List.of();
        }
        if (value instanceof JsonArray array) {
            return array.stream()
                    .map(item -> item(name, item, fromText, fromObject))
                    .toList();
        }
        if (fromForm) {
            return List.of(item(name, value, fromText, fromObject));
        }
        throw wrong(name, "a list");
    }

    private <T> T item(String name, JsonValue item, Function<String, T> fromText, Function<Fields, T> fromObject) {
        if (item instanceof JsonString text) {
            return fromText.apply(text.getString());
        }
        if (item instanceof JsonObject object) {
            return fromObject.apply(new Fields(object, fromForm));
        }
        throw wrong(name, "a list of texts or objects");
    }

    private @Nullable JsonValue value(String name) {
        JsonValue value = members.get(name);
        return value == JsonValue.NULL ? null : value;
    }

    private static BigDecimal parsed(String name, String text) {
        if (text.length() > JsonBody.MAX_NUMBER_LENGTH) {
            throw wrong(name, "a number");
        }
        try {
            return new BigDecimal(text.strip());
        } catch (NumberFormatException noNumber) {
            throw wrong(name, "a number");
        }
    }

    private static WebApplicationException wrong(String name, String expected) {
        return Problem.badRequest("\"" + name + "\" must be " + expected + ".");
    }
}
