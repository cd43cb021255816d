package dev.auditlog.web.event;

import dev.auditlog.web.text.Visible;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.json.JsonWriter;
import jakarta.json.stream.JsonGenerator;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Map;

/** JSON for the eye. */
final class Indented {

    private Indented() {}

    /**
     * Indents a JSON text. Hidden characters are written as JSON escapes, so what is copied from the page is the same
     * value. Text that is no JSON comes back with its hidden characters made visible.
     */
    static String json(String text) {
        if (text.isEmpty()) {
            return "";
        }
        StringWriter indented = new StringWriter();
        try (JsonReader reader = Json.createReader(new StringReader(text));
                JsonWriter writer = Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                        .createWriter(indented)) {
            writer.write(reader.readValue());
        } catch (JsonException noJson) {
            return Visible.lines(text);
        }
        return Visible.escaped(indented.toString().strip());
    }
}
