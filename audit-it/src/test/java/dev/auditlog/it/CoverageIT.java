package dev.auditlog.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What applications tell of their coverage, and what {@code audit.coverage.required} keeps from starting or running. */
class CoverageIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long PAUSE_NANOS = Duration.ofMillis(200).toNanos();

    private static MicroServer server;

    @BeforeAll
    static void start() {
        server = MicroServer.start(
                "coverage",
                Map.of(),
                ShrinkWrap.create(WebArchive.class, "sql.war").addPackage("dev.auditlog.it.seeded"),
                Archives.configured(covered("covered.war"), "audit.coverage.required=mutators"),
                Archives.configured(
                        unaudited("excluded.war"), "audit.coverage.required=all", "audit.capture.exclude=/api/*"),
                // last: after one that fails, Payara Micro may leave out the others
                Archives.configured(
                        unaudited("gap.war"), "audit.coverage.required=mutators", "audit.capture.exclude=/api/none/*"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static WebArchive covered(String name) {
        return Archives.withLibrary(ShrinkWrap.create(WebArchive.class, name))
                .addPackage("dev.auditlog.it.covered")
                .addAsWebInfResource("app/beans.xml", "beans.xml");
    }

    private static WebArchive unaudited(String name) {
        return Archives.withLibrary(ShrinkWrap.create(WebArchive.class, name))
                .addPackage("dev.auditlog.it.unaudited")
                .addAsWebInfResource("app/beans.xml", "beans.xml");
    }

    private static Http.Reply send(String verb, String path) {
        return server.http().send(Http.call(verb, path));
    }

    /** What an application has told; it does so within a beat of the recorder. */
    private static List<String> told(String application, Predicate<List<String>> awaited) {
        Instant end = Instant.now().plus(PATIENCE);
        List<String> lines = List.of();
        while (Instant.now().isBefore(end) && !awaited.test(lines)) {
            LockSupport.parkNanos(PAUSE_NANOS);
            lines = told(application);
        }
        return lines;
    }

    private static List<String> told(String application) {
        String sql = "select module, methods from audit_coverage where application = '" + application + "'";
        Http.Reply reply = server.http().send(Http.call("PUT", "/sql/sql").body("text/plain", sql));
        JsonArray rows = reply.status() == 200
                ? Json.createReader(new StringReader(reply.text())).readArray()
                : JsonValue.EMPTY_JSON_ARRAY; // the table is not there yet
        if (rows.isEmpty()) {
            return List.of();
        }
        JsonObject row = rows.getJsonObject(0);
        assertEquals("/" + application, row.getString("module"));
        return Json.createReader(new StringReader(row.getString("methods")))
                .readArray()
                .getValuesAs(JsonObject.class)
                .stream()
                .map(m -> String.join(
                        " ",
                        m.getString("verb"),
                        m.getString("path", "-"),
                        m.getString("method"),
                        m.getString("grounds"),
                        m.getString("operation", "-"),
                        m.getString("reason", "-")))
                .toList();
    }

    @Test
    void application_tellsItsMethodsAtTheStart_andThoseBehindLocatorsWhenTheyAreCalled() {
        List<String> atStart = List.of(
                "GET /api/shelves list NOT_ANNOTATED - -",
                "POST /api/shelves add ANNOTATED Shelf.add -",
                "POST /api/shelves/check check NOT_AUDITED - changes nothing",
                "* /api/shelves/{id}/any any UNKNOWN - -",
                "GET /api/shelves/{id}/books list BEHIND_LOCATOR Books.list -",
                "PUT /api/shelves/{id}/books replace BEHIND_LOCATOR Books.replace -");
        assertEquals(atStart, told("covered", lines -> !lines.isEmpty()));
        Http.Reply replaced = send("PUT", "/covered/api/shelves/1/books");
        assertEquals("replaced", replaced.text());
        assertTrue(replaced.header("Audit-ID") != null, "what is told of it is what happens");
        assertEquals("deleted 0", send("GET", "/covered/api/shelves/1/any").text());
        List<String> later = told("covered", lines -> lines.size() > atStart.size());
        assertEquals(
                List.of("GET - list NOT_ANNOTATED - -", "DELETE - delete NOT_ANNOTATED - -"),
                later.stream()
                        .filter(line -> !atStart.contains(line))
                        .sorted((a, b) -> b.compareTo(a))
                        .toList());
    }

    @Test
    void mutator_thatWasNotKnownAtTheStart_isNotRun() {
        Http.Reply reply = send("DELETE", "/covered/api/shelves/1/any");
        assertEquals(500, reply.status());
        assertTrue(reply.text().contains("AUD-1001"), reply::text);
        assertEquals("deleted 0", send("GET", "/covered/api/shelves/1/any").text());
    }

    @Test
    void application_withAnUncoveredMutator_doesNotStart_andTheLogNamesItWithWhatToDo() {
        assertEquals(404, send("GET", "/gap/api/stock").status());
        String log = server.log();
        assertTrue(log.contains("AUD-1000 audit.coverage.required = MUTATORS, and of gap 1 resource method is"), log);
        assertTrue(log.contains("POST /api/stock  dev.auditlog.it.unaudited.StockResource.recount"), log);
        assertTrue(log.contains("Add @Audited to each method or its class"), log);
        assertEquals(List.of(), told("gap"));
    }

    @Test
    void application_whosePathsAreExcluded_starts() {
        assertEquals("12", send("GET", "/excluded/api/stock").text());
        assertEquals(
                List.of("EXCLUDED"),
                told("excluded", lines -> !lines.isEmpty()).stream()
                        .map(line -> line.split(" ")[3])
                        .distinct()
                        .toList());
    }
}
