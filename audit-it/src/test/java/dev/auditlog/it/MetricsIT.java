package dev.auditlog.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.it.Http.Reply;
import jakarta.json.JsonObject;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The figures in the metrics of a server that has MicroProfile Metrics, beside those of the status. */
class MetricsIT {

    private static final Pattern LINE = Pattern.compile("(audit_[a-z0-9_]+)\\{([^}]*)} (\\S+)");

    /** Values by name, of one application. */
    private static Map<String, Double> metrics(String application) {
        Reply reply = ConsoleServer.http().send(Http.get("/metrics"));
        assertEquals(200, reply.status(), reply::text);
        Map<String, Double> values = new TreeMap<>();
        LINE.matcher(reply.text())
                .results()
                .filter(line -> line.group(2).contains("application=\"" + application + "\"")
                        && line.group(2).contains("node=\"" + ConsoleServer.ownNode() + "\""))
                .forEach(line -> values.put(line.group(1), Double.valueOf(line.group(3))));
        return values;
    }

    @Test
    void metrics_haveTheValuesOfTheStatus() {
        for (int i = 0; i < 3; i++) {
            assertEquals(
                    200,
                    ConsoleServer.get("/audit/api/events?limit=1", "auditor").status());
        }
        JsonObject status = ConsoleServer.recorder("audit@" + ConsoleServer.ownNode());
        Map<String, Double> metrics = metrics("audit");
        assertTrue(status.getInt("written") >= 3, status::toString);
        for (String counter : new String[] {"written", "waited", "refused", "lost", "spooled", "repaired"}) {
            assertEquals(status.getInt(counter), metrics.get("audit_events_" + counter + "_total"), metrics::toString);
        }
        assertEquals(1, metrics.get("audit_recorder_accepting"));
        assertEquals(0, metrics.get("audit_queue_events"));
        assertEquals(
                status.getInt("commitMaxMicros") / 1e6,
                metrics.get("audit_commit_max_seconds"),
                1e-9,
                metrics::toString);
        assertEquals(
                status.getJsonNumber("batch").doubleValue(),
                metrics.get("audit_batch_events"),
                0.051,
                metrics::toString);
    }

    @Test
    void metrics_ofEachApplication_areItsOwn() {
        double before = metrics("audit").get("audit_events_written_total");
        assertEquals(
                200, ConsoleServer.get("/audit/api/events?limit=1", "auditor").status());
        assertEquals(before + 1, metrics("audit").get("audit_events_written_total"));
        assertTrue(metrics("behind").containsKey("audit_events_written_total"));
        assertFalse(metrics("sql").containsKey("audit_events_written_total"), "carries no library");
    }

    @Test
    void metrics_haveTypesAndWords() {
        String text = ConsoleServer.http().send(Http.get("/metrics")).text();
        assertTrue(text.contains("# TYPE audit_events_written_total counter"), text);
        assertTrue(text.contains("# HELP audit_events_written_total Events made durable in the database"), text);
        assertTrue(text.contains("# TYPE audit_queue_events gauge"), text);
    }
}
