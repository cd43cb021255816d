package dev.auditlog.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.canonical.RandomEvents;
import dev.auditlog.event.AuditEvent;
import jakarta.json.JsonObject;
import java.time.OffsetDateTime;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What DSP0262 requires of an event: its mandatory properties and the values of its taxonomies. */
class CadfFormatTest {

    private static final Set<String> EVENT = Set.of(
            "typeURI",
            "id",
            "eventType",
            "eventTime",
            "action",
            "outcome",
            "name",
            "reason",
            "initiator",
            "target",
            "observer",
            "reporterchain",
            "measurements",
            "attachments");
    private static final Set<String> RESOURCE = Set.of("id", "typeURI", "name", "domain", "host");
    private static final Pattern RESOURCE_TYPE =
            Pattern.compile("(service|data|service/security(/[a-z]+)*|data/[^/]+)");

    @Test
    void event_ofAnyShape_hasWhatTheSpecificationRequires() {
        RandomEvents random = new RandomEvents(new Random(6));
        ExportEvents.all().forEach(CadfFormatTest::check);
        for (int i = 0; i < 1_000; i++) {
            check(random.next());
        }
    }

    @Test
    void event_withoutATarget_isAboutTheApplication() {
        assertEquals(
                "{\"id\":\"sample\",\"typeURI\":\"service\",\"name\":\"sample\"}",
                CadfFormat.of(ExportEvents.smallest()).get("target").toString());
    }

    private static void check(AuditEvent event) {
        JsonObject json = CadfFormat.of(event);
        assertTrue(EVENT.containsAll(json.keySet()), json::toString);
        assertEquals("http://schemas.dmtf.org/cloud/audit/1.0/event", json.getString("typeURI"));
        assertEquals("activity", json.getString("eventType"));
        assertEquals(
                event.time(), OffsetDateTime.parse(json.getString("eventTime")).toInstant());
        assertTrue(Set.of("create", "read", "update", "delete", "unknown").contains(json.getString("action")));
        assertTrue(Set.of("success", "failure", "unknown").contains(json.getString("outcome")));
        for (String role : Set.of("initiator", "target", "observer")) {
            JsonObject resource = json.getJsonObject(role);
            assertTrue(RESOURCE.containsAll(resource.keySet()), resource::toString);
            assertTrue(resource.containsKey("id"), resource::toString);
            assertTrue(RESOURCE_TYPE.matcher(resource.getString("typeURI")).matches(), resource::toString);
        }
        JsonObject attachment = json.getJsonArray("attachments").getJsonObject(0);
        assertEquals(Set.of("typeURI", "name", "content"), attachment.keySet());
        JsonObject measurement = json.getJsonArray("measurements").getJsonObject(0);
        assertEquals(Set.of("result", "metric"), measurement.keySet());
        assertFalse(measurement.getJsonObject("metric").getString("unit").isEmpty());
    }
}
