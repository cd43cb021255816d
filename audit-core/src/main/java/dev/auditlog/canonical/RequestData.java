package dev.auditlog.canonical;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Map;

/** Recorded request data between its text and the JSON value that it is. */
final class RequestData {

    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    private RequestData() {}

    /**
     * Returns the value that the text is. A text that the JSON provider does not take (a number of thousands of digits,
     * nesting beyond its limit) becomes a JSON string, so that no stored event is unreadable.
     */
    static JsonValue value(String text) {
        try (JsonReader reader = READERS.createReader(new StringReader(text))) {
            return reader.readValue();
        } catch (RuntimeException e) { // providers report their limits by exceptions of several kinds
            return Json.createValue(text);
        }
    }

    static String text(JsonValue value) {
        return value.toString();
    }
}
