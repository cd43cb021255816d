package dev.auditlog.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.canonical.RandomEvents;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Each field against the public list of fields, but those under our own name. */
class EcsFormatTest {

    private static final Map<String, String[]> FIELDS = new TreeMap<>();
    private static final Set<String> API_TYPES = Set.of("access", "change", "creation", "deletion", "denied", "info");

    static {
        SchemaTable.read("ecs-fields.csv").forEach(row -> FIELDS.put(row[0], row));
    }

    @Test
    void event_ofAnyShape_hasOnlyFieldsOfTheSchema() {
        RandomEvents random = new RandomEvents(new Random(4));
        ExportEvents.all().forEach(event -> check("", EcsFormat.of(event)));
        for (int i = 0; i < 1_000; i++) {
            check("", EcsFormat.of(random.next()));
        }
    }

    @Test
    void event_saysWhatKindItIs() {
        JsonObject event = EcsFormat.of(ExportEvents.full()).getJsonObject("event");
        assertEquals("event", event.getString("kind"));
        assertEquals("[\"api\"]", event.get("category").toString());
        assertEquals("[\"creation\",\"denied\"]", event.get("type").toString());
        assertEquals("failure", event.getString("outcome"));
        assertEquals(1_234_000, event.getInt("duration"));
        assertTrue(event.getJsonArray("type").getValuesAs(JsonString::getString).stream()
                .allMatch(API_TYPES::contains));
    }

    @Test
    void labels_withADotInTheirNames_areNoObjectsAndNoneIsLost() {
        assertEquals(
                "{\"a_b\":\"dotted\",\"a_b_\":\"lined\",\"k\":\"v\"}",
                EcsFormat.of(ExportEvents.full()).get("labels").toString());
    }

    private static void check(String path, JsonValue value) {
        String[] field = FIELDS.get(path);
        if (field == null) {
            assertTrue(value instanceof JsonObject, () -> path + " is no field");
            value.asJsonObject().forEach((name, inner) -> {
                if (!path.isEmpty() || !name.equals("auditlog")) {
                    check(path.isEmpty() ? name : path + "." + name, inner);
                }
            });
            return;
        }
        if (field.length > 2) {
            assertTrue(value instanceof JsonArray, path);
            value.asJsonArray().forEach(one -> checkOne(field, one));
        } else {
            checkOne(field, value);
        }
    }

    private static void checkOne(String[] field, JsonValue value) {
        boolean right =
                switch (field[1]) {
                    case "long" -> value instanceof JsonNumber number && number.isIntegral();
                    case "object" -> value.asJsonObject().values().stream().allMatch(JsonString.class::isInstance);
                    default -> value instanceof JsonString;
                };
        assertTrue(right, () -> field[0] + " is a " + field[1] + ", not " + value);
    }
}
