package dev.auditlog.web.event;

import dev.auditlog.web.text.Visible;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * JSON for the eye: one member or element a line. Hidden characters are written as JSON escapes, so what is copied from
 * the page is the same value. Text that is no JSON is shown as it is, with its hidden characters made visible.
 */
final class PrettyJson {

    private static final String STEP = "  ";
    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    private final Set<String> masked;
    private final boolean sorted;
    private final List<Piece> pieces = new ArrayList<>();
    private final StringBuilder run = new StringBuilder();

    private PrettyJson(Set<String> masked, boolean sorted) {
        this.masked = masked;
        this.sorted = sorted;
    }

    /**
     * Indents a JSON text.
     *
     * @param masked JSON Pointers (RFC 6901) to the values that were masked; others are passed over
     * @return nothing for an empty text
     */
    static List<Piece> pieces(String json, Collection<String> masked) {
        return json.isEmpty() ? List.of() : new PrettyJson(Set.copyOf(masked), false).all(json);
    }

    /** The lines of a JSON text whose members are sorted by name, so that equal values have equal lines. */
    static List<String> sortedLines(String json) {
        return json.isEmpty()
                ? List.of()
                : text(new PrettyJson(Set.of(), true).all(json)).lines().toList();
    }

    static String text(List<Piece> pieces) {
        return pieces.stream().map(Piece::text).collect(Collectors.joining());
    }

    private List<Piece> all(String json) {
        try (JsonReader reader = READERS.createReader(new StringReader(json))) {
            write(reader.readValue(), "", "\n");
        } catch (JsonException noJson) {
            return List.of(new Piece(Visible.lines(json), false));
        }
        cut(false);
        return List.copyOf(pieces);
    }

    private void write(JsonValue value, String pointer, String newLine) {
        boolean hidden = masked.contains(pointer);
        if (hidden) {
            cut(false);
        }
        switch (value.getValueType()) {
            case OBJECT -> object(value.asJsonObject(), pointer, newLine);
            case ARRAY -> array(value.asJsonArray(), pointer, newLine);
            default -> run.append(Visible.escaped(value.toString()));
        }
        if (hidden) {
            cut(true);
        }
    }

    private void object(JsonObject object, String pointer, String newLine) {
        run.append('{');
        Map<String, JsonValue> members = sorted ? new TreeMap<>(object) : object;
        Iterator<Map.Entry<String, JsonValue>> rest = members.entrySet().iterator();
        while (rest.hasNext()) {
            Map.Entry<String, JsonValue> member = rest.next();
            run.append(newLine).append(STEP).append(name(member.getKey())).append(": ");
            write(member.getValue(), pointer + "/" + token(member.getKey()), newLine + STEP);
            run.append(rest.hasNext() ? "," : newLine);
        }
        run.append('}');
    }

    private void array(JsonArray array, String pointer, String newLine) {
        run.append('[');
        for (int i = 0; i < array.size(); i++) {
            run.append(newLine).append(STEP);
            write(array.get(i), pointer + "/" + i, newLine + STEP);
            run.append(i + 1 < array.size() ? "," : newLine);
        }
        run.append(']');
    }

    private static String name(String name) {
        JsonString quoted = Json.createValue(name);
        return Visible.escaped(quoted.toString());
    }

    /** RFC 6901, section 3. */
    private static String token(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private void cut(boolean hidden) {
        if (!run.isEmpty()) {
            pieces.add(new Piece(run.toString(), hidden));
            run.setLength(0);
        }
    }
}
