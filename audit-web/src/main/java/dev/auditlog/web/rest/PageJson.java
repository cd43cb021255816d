package dev.auditlog.web.rest;

import dev.auditlog.canonical.EventJson;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.query.EventCursor;
import dev.auditlog.query.EventPage;
import dev.auditlog.query.EventTotal;
import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/** Events as the API writes them: UTF-8, each event in the one form that exports and the verifier share. */
final class PageJson {

    private PageJson() {}

    static byte[] write(EventPage page, EventTotal total) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = Json.createGenerator(bytes)) {
            json.writeStartObject().writeStartArray("events");
            page.events().forEach(event -> json.write(EventJson.of(event)));
            json.writeEnd();
            cursor(json, "next", page.next());
            cursor(json, "prev", page.prev());
            CountJson.total(json, total);
            json.writeEnd();
        }
        return bytes.toByteArray();
    }

    static byte[] write(AuditEvent event) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = Json.createGenerator(bytes)) {
            json.write(EventJson.of(event));
        }
        return bytes.toByteArray();
    }

    private static void cursor(JsonGenerator json, String name, @Nullable EventCursor cursor) {
        if (cursor != null) {
            json.write(name, cursor.toText());
        }
    }
}
