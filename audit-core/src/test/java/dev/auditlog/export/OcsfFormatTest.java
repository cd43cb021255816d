package dev.auditlog.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.canonical.RandomEvents;
import dev.auditlog.event.AuditEvent;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Each object against what the public schema says of it: attributes, types, values, what is required. */
class OcsfFormatTest {

    private static final Map<String, Map<String, String[]>> OBJECTS = objects();

    private static Map<String, Map<String, String[]>> objects() {
        Map<String, Map<String, String[]>> objects = new HashMap<>();
        SchemaTable.read("ocsf-api-activity.csv")
                .forEach(row ->
                        objects.computeIfAbsent(row[0], name -> new TreeMap<>()).put(row[1], row));
        return objects;
    }

    @Test
    void event_ofAnyShape_isWhatTheSchemaAllows() {
        RandomEvents random = new RandomEvents(new Random(3));
        ExportEvents.all().forEach(OcsfFormatTest::check);
        for (int i = 0; i < 1_000; i++) {
            check(random.next());
        }
    }

    @Test
    void type_isThatOfClassAndActivity() {
        JsonObject json = OcsfFormat.of(ExportEvents.full());
        assertEquals(600_301, json.getInt("type_uid"));
        assertEquals(6003 * 100 + json.getInt("activity_id"), json.getInt("type_uid"));
        assertEquals(600_399, OcsfFormat.of(ExportEvents.smallest()).getInt("type_uid"));
    }

    @Test
    void event_withoutASource_comesFromItsNode() {
        assertEquals(
                "{\"name\":\"host-1\"}",
                OcsfFormat.of(ExportEvents.smallest())
                        .getJsonObject("src_endpoint")
                        .toString());
    }

    private static void check(AuditEvent event) {
        check("api_activity", OcsfFormat.of(event));
    }

    private static void check(String object, JsonObject json) {
        Map<String, String[]> attributes = OBJECTS.get(object);
        assertNotNull(attributes, object);
        json.forEach((name, value) -> check(object, attributes.get(name), name, value));
        attributes.forEach((name, row) -> {
            if (name.equals("*")) {
                assertTrue(List.of(row[3].split(" ")).stream().anyMatch(json::containsKey), () -> object + ": " + json);
            } else if (row[3].equals("required")) {
                assertTrue(json.containsKey(name), () -> object + "." + name + " is required: " + json);
            }
        });
    }

    private static void check(String object, String[] row, String name, JsonValue value) {
        assertNotNull(row, () -> object + " has no " + name);
        String type = row[2];
        if (type.endsWith("[]")) {
            String item = type.substring(0, type.length() - 2);
            assertTrue(value instanceof JsonArray list && !list.isEmpty(), name);
            value.asJsonArray().forEach(one -> checkOne(item, name, one));
        } else {
            checkOne(type, name, value);
        }
        if (row.length > 4) {
            assertTrue(List.of(row[4].split(" ")).contains(text(value)), () -> name + " = " + value);
        }
    }

    private static String text(JsonValue value) {
        return value instanceof JsonString text ? text.getString() : value.toString();
    }

    private static void checkOne(String type, String name, JsonValue value) {
        switch (type) {
            case "json_t", "object" -> assertNotNull(value);
            case "boolean_t" -> assertTrue(value == JsonValue.TRUE || value == JsonValue.FALSE, name);
            case "integer_t" -> assertTrue(value instanceof JsonNumber n && n.intValueExact() >= 0, name);
            case "long_t", "timestamp_t" -> assertTrue(value instanceof JsonNumber n && n.longValueExact() >= 0, name);
            default -> {
                if (type.endsWith("_t")) {
                    assertTrue(value instanceof JsonString, name);
                } else {
                    check(type, value.asJsonObject());
                }
            }
        }
    }
}
