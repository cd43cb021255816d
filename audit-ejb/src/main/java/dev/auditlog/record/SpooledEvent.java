package dev.auditlog.record;

import dev.auditlog.canonical.EventJson;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.store.EventRow;
import dev.auditlog.store.EventRows;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

/** An event as a record of the spool: its JSON in UTF-8, without a place in a chain. */
final class SpooledEvent {

    private SpooledEvent() {}

    static byte[] bytes(EventRow row) {
        return EventJson.text(EventRows.toEvent(row)).getBytes(StandardCharsets.UTF_8);
    }

    static EventRow row(byte[] bytes) {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(bytes))) {
            AuditEvent event = EventJson.parse(reader.readObject());
            return EventRows.unplaced(event);
        }
    }
}
