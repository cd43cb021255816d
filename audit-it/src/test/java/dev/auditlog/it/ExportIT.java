package dev.auditlog.it;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.auditlog.canonical.EventJson;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.export.TextFormat;
import dev.auditlog.it.Http.Exchange;
import dev.auditlog.it.Http.Reply;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The export over plain HTTP: who may, what comes, what is on record of it, and what a broken one looks like. */
class ExportIT {

    private static final String EXPORT = "/audit/api/export";
    private static final String THEN = "&from=2001-09-09T01:46:40Z&to=2001-09-09T01:46:45Z";
    private static final String MANY = "&from=2001-09-09T01:46:45Z&to=2001-09-09T01:46:46Z";
    private static final int MANY_EVENTS = 20_000;
    private static final int PATIENCE_MS = 30_000;

    @BeforeAll
    static void seed() {
        ConsoleServer.get("/audit/api/events", "auditor"); // makes the tables
        ConsoleServer.change(
                new SeededEvent("out@1", 1)
                        .actor("alice", "Alice Doe")
                        .target("Order", "42")
                        .ip("10.1.2.3", "00000000000000000000ffff0a010203")
                        .with("source_rule", "peer")
                        .with("source_chain", "[]")
                        .with("status", 200)
                        .with("request_path", "/shop/orders/42")
                        .with("request_method", "GET")
                        .with("redacted", "[]")
                        .with("request_data", "{\"note\":\"Grüße, a 100% \\\"refund\\\"\"}")
                        .sql(),
                new SeededEvent("out@1", 2)
                        .actor("=cmd|' /C calc'!A1", "+1, \"quoted\" 'n' <b>&;")
                        .with("reason", "-2+3|a=b\\c 😀")
                        .with("attributes", "{\"=k\":\"@v\",\"n\":\"a\\nb\"}")
                        .sql(),
                new SeededEvent("out@1", 3)
                        .with("actor_type", "SYSTEM")
                        .with("request_method", "POST")
                        .with("request_path", "/large")
                        .with("redacted", "[]")
                        .with("request_data", "\"" + "x".repeat(20_000) + "\"")
                        .sql());
        forget();
        many();
    }

    /** So many of one millisecond. */
    private static void many() {
        String row = new SeededEvent("mass@1", 1)
                .with("time_us", SeededEvent.START_US + 5_000_000)
                .sql();
        int values = row.indexOf(" values (") + " values (".length();
        String rest = row.substring(row.indexOf(", 'mass@1', 1, ", values) + ", 'mass@1', 1".length());
        ConsoleServer.repeat(MANY_EVENTS, row.substring(0, values) + "?, 'mass@1', ?" + rest);
    }

    @AfterAll
    static void forget() {
        ConsoleServer.change("delete from audit_event where chain = 'mass@1'"); // others give the same ids
    }

    private static String path(String format, String q, String more) {
        return EXPORT + "?format=" + format + "&q=" + URLEncoder.encode(q, StandardCharsets.UTF_8) + more;
    }

    private static Reply export(String format) {
        Reply reply = ConsoleServer.get(path(format, "chain:out@1", THEN), "exporter");
        assertEquals(200, reply.status(), reply::text);
        return reply;
    }

    /** The events that the search tells of, newest first. */
    private static List<AuditEvent> found() {
        Reply reply = ConsoleServer.get("/audit/api/events?q=chain:out@1" + THEN, "auditor");
        return ConsoleServer.json(reply).getJsonArray("events").getValuesAs(JsonObject.class).stream()
                .map(EventJson::parse)
                .toList();
    }

    private static Map<String, String> attributes(JsonObject row) {
        Map<String, String> attributes = new HashMap<>();
        JsonObject json =
                Json.createReader(new StringReader(row.getString("attributes"))).readObject();
        json.keySet().forEach(key -> attributes.put(key, json.getString(key)));
        return attributes;
    }

    private static JsonObject problem(Reply reply, int status) {
        assertEquals(status, reply.status(), reply::text);
        assertEquals("application/problem+json", reply.header("Content-Type"));
        return ConsoleServer.json(reply);
    }

    @Test
    void export_byRole_isForExportersAndAdmins() {
        String path = path("csv", "chain:out@1", THEN);
        assertEquals(
                "AUD-0806",
                problem(ConsoleServer.http().send(Http.get(path)), 401).getString("code"));
        Reply refused = ConsoleServer.get(path, "auditor");
        assertEquals("AUD-0809", problem(refused, 403).getString("code"));
        JsonObject event = ConsoleServer.eventsOf(refused).get(0);
        assertEquals(
                "ExportResource.export DENIED auditor",
                event.getString("operation") + " " + event.getString("outcome") + " " + event.getString("actor_id"));
        assertEquals(200, ConsoleServer.get(path, "exporter").status());
        assertEquals(200, ConsoleServer.get(path, "admin").status());
    }

    @ParameterizedTest
    @CsvSource({
        "format=pdf, AUD-0880, format, 'jsonl, csv, xlsx, ocsf, ecs, cef, cadf'",
        "format=csv&format=csv, AUD-0801, format, more than once",
        "format=csv&limit=5, AUD-0800, limit, 'format, from, order, q, to'",
        "format=csv&q=user:alice, AUD-0502, q, actor",
        "format=csv&from=yesterday, AUD-05, from, ISO instant",
        "format=csv&order=up, AUD-0803, order, newest"
    })
    void mistake_inAParameter_isAProblemThatNamesWhatIsAllowed(
            String query, String code, String parameter, String allowed) {
        JsonObject problem = problem(ConsoleServer.get(EXPORT + "?" + query, "exporter"), 400);
        assertTrue(problem.getString("code").startsWith(code), problem::toString);
        assertEquals(parameter, problem.getString("parameter"));
        assertTrue(problem.getString("detail").contains(allowed), problem::toString);
    }

    @Test
    void answer_saysWhatItIs() {
        Reply reply = export("csv");
        assertTrue(reply.header("Content-Type").startsWith("text/csv"), reply.header("Content-Type"));
        assertTrue(reply.header("Content-Type").toUpperCase(Locale.ROOT).contains("CHARSET=UTF-8"));
        assertEquals("no-store", reply.header("Cache-Control"));
        assertEquals(
                "attachment; filename=\"audit-events_20010909T014640Z_20010909T014645Z.csv\"",
                reply.header("Content-Disposition"));
        Reply head = ConsoleServer.http()
                .send(Http.call("HEAD", path("csv", "chain:out@1", THEN)).as("exporter"));
        assertEquals(200, head.status());
        assertEquals(0, head.body().length);
        assertEquals(1, ConsoleServer.eventsOf(head).size());
    }

    @ParameterizedTest
    @EnumSource
    void file_ofLines_hasEachEventOfTheSearchAndThenItsOwn(TextFormat format) throws Exception {
        Reply reply = export(format.name().toLowerCase(Locale.ROOT));
        StringBuilder expected = new StringBuilder(format.head());
        found().forEach(event -> format.append(expected, event));
        assertTrue(reply.text().startsWith(expected.toString()), reply::text);
        String end = reply.text().substring(expected.length());
        String digest = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256")
                        .digest(expected.toString().getBytes(StandardCharsets.UTF_8)));
        JsonObject stored = recordOfTheEnd(reply);
        assertEquals(digest, attributes(stored).get("sha256"));
        assertEquals("3", attributes(stored).get("events"));
        assertEquals(1, end.lines().count(), end);
        assertTrue(end.contains(digest) && end.contains(stored.getString("id")), end);
    }

    /** The second event of an export, checked against the first. */
    private static JsonObject recordOfTheEnd(Reply reply) {
        List<JsonObject> events = ConsoleServer.eventsOf(reply);
        assertEquals(2, events.size(), events::toString);
        JsonObject call = events.get(0);
        JsonObject end = events.get(1);
        assertAll(
                () -> assertEquals(reply.header("Audit-ID"), call.getString("id")),
                () -> assertEquals(call.getString("id"), end.getString("parent_id")),
                () -> assertEquals("audit", end.getString("application")),
                () -> assertEquals("ExportResource.export", call.getString("operation")),
                () -> assertEquals("ExportResource.export", end.getString("operation")),
                () -> assertEquals("exporter", call.getString("actor_id")),
                () -> assertEquals("exporter", end.getString("actor_id")),
                () -> assertEquals("SUCCESS", end.getString("outcome")),
                () -> assertEquals("chain:out@1", attributes(call).get("query")),
                () -> assertEquals("2001-09-09T01:46:40Z", attributes(call).get("from")),
                () -> assertEquals("2001-09-09T01:46:45Z", attributes(end).get("to")),
                () -> assertEquals(
                        attributes(call).get("format"), attributes(end).get("format")));
        return end;
    }

    @Test
    void csv_readByAnother_isTheValuesOfTheEvents() {
        List<NamedCsvRecord> records = new ArrayList<>();
        CsvReader.builder().ofNamedCsvRecord(export("csv").text()).forEach(records::add);
        assertEquals(4, records.size());
        NamedCsvRecord hostile = records.get(1);
        assertEquals("'=cmd|' /C calc'!A1", hostile.getField("actor.id"));
        assertEquals("'+1, \"quoted\" 'n' <b>&;", hostile.getField("actor.name"));
        assertEquals("'-2+3|a=b\\c 😀", hostile.getField("reason"));
        assertEquals("{\"=k\":\"@v\",\"n\":\"a\\nb\"}", hostile.getField("attributes"));
        assertEquals("1500", hostile.getField("durationMicros"));
        assertEquals(20_002, records.get(0).getField("request.data").length(), "large data, whole");
        assertEquals(
                "{\"note\":\"Grüße, a 100% \\\"refund\\\"\"}", records.get(2).getField("request.data"));
    }

    @Test
    void xlsx_unpacked_hasTheEventsAndASheetAboutThem(@TempDir Path folder) throws IOException {
        Reply reply = export("xlsx");
        Map<String, String> parts = new HashMap<>();
        Path book = Files.write(folder.resolve("book.xlsx"), reply.body());
        try (ZipFile zip = new ZipFile(book.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                byte[] part = zip.getInputStream(entry).readAllBytes();
                parts.put(entry.getName(), new String(part, StandardCharsets.UTF_8));
            }
        }
        String events = parts.get("xl/worksheets/sheet1.xml");
        for (AuditEvent event : found()) {
            assertTrue(events.contains(event.id().toString()));
        }
        assertFalse(events.contains("<f>"));
        Map<String, String> end = attributes(recordOfTheEnd(reply));
        assertEquals("3", end.get("events"));
        String about = parts.get("xl/worksheets/sheet2.xml");
        assertTrue(about.contains(end.get("sha256")) && about.contains("chain:out@1"), about);
        JsonObject csv = recordOfTheEnd(export("csv"));
        assertEquals(attributes(csv).get("sha256"), end.get("sha256"), "the digest of the same events as CSV");
    }

    @Test
    void export_ofMoreThanAPage_isTheWholeResultInItsOrder() {
        Reply reply = ConsoleServer.get(path("csv", "chain:mass@1", MANY + "&order=oldest"), "exporter");
        assertFalse(reply.broken());
        List<NamedCsvRecord> records = new ArrayList<>();
        CsvReader.builder().ofNamedCsvRecord(reply.text()).forEach(records::add);
        assertEquals(MANY_EVENTS + 1, records.size());
        for (int i = 0; i < MANY_EVENTS; i++) {
            assertEquals(Integer.toString(i + 1), records.get(i).getField("sequence"));
        }
    }

    @Test
    void exports_moreThanAPersonMayAtOnce_areRefusedUntilOneEnds_andOnlyTheOwnerSeesHowFarTheyAre() {
        String path = path("xlsx", "chain:mass@1", MANY);
        try (Exchange first = ConsoleServer.http().open(Http.get(path).as("exporter"));
                Exchange second = ConsoleServer.http().open(Http.get(path).as("exporter"))) {
            first.firstByte();
            second.firstByte();
            Reply refused = ConsoleServer.get(path, "exporter");
            assertEquals("AUD-0882", problem(refused, 429).getString("code"));
            assertEquals("5", refused.header("Retry-After"));
            JsonObject event = ConsoleServer.eventsOf(refused).get(0);
            assertEquals(
                    "ExportResource.export FAILURE", event.getString("operation") + " " + event.getString("outcome"));
            assertEquals(
                    200,
                    ConsoleServer.get(path("csv", "chain:out@1", THEN), "admin").status());
            first.rest();
            second.rest();
        }
        Reply whole = ConsoleServer.get(path("csv", "chain:out@1", THEN), "exporter");
        String state = EXPORT + "/" + whole.header("Audit-Export");
        JsonObject far = ConsoleServer.json(ConsoleServer.get(state, "exporter"));
        JsonObject end = ConsoleServer.eventsOf(whole).get(1);
        assertEquals("COMPLETE", far.getString("state"));
        assertEquals(attributes(end).get("events"), Integer.toString(far.getInt("events")));
        assertEquals(attributes(end).get("sha256"), far.getString("sha256"));
        assertEquals(whole.text().getBytes(StandardCharsets.UTF_8).length, far.getInt("bytes"));
        Reply others = ConsoleServer.get(state, "admin");
        assertEquals("AUD-0884", problem(others, 404).getString("code"));
        assertEquals(List.of(), ConsoleServer.eventsOf(others), "looking how far it is leaves no event");
        assertEquals(
                "AUD-0809", problem(ConsoleServer.get(state, "auditor"), 403).getString("code"));
    }

    @Test
    void client_thatGoesAway_isASecondEventWithTheEventsWrittenSoFar() {
        int logged = ConsoleServer.log().length();
        Http.Call call = Http.get(path("jsonl", "chain:mass@1", MANY)).as("exporter");
        try (Exchange exchange = ConsoleServer.http().open(call)) {
            exchange.firstByte();
            exchange.cut();
        }
        JsonObject second = awaitSecond(call.correlation);
        assertEquals("UNKNOWN", second.getString("outcome"));
        int events = Integer.parseInt(attributes(second).get("events"));
        assertTrue(events > 0 && events < MANY_EVENTS, () -> "" + events);
        assertFalse(attributes(second).containsKey("sha256"));
        ConsoleServer.get(EXPORT + "?format=none", "exporter"); // the log is as far as this by then
        String log = ConsoleServer.log().substring(logged);
        assertFalse(log.contains("SEVERE") || log.contains("WARNING") || log.contains("\tat "), log);
    }

    @Test
    void failure_midway_leavesAFileWithoutItsEndAndASecondEventThatSaysSo() {
        ConsoleServer.change("update audit_event set attributes = 'no JSON' where chain = 'mass@1' and seq = 1");
        try {
            Http.Call call = Http.get(path("jsonl", "chain:mass@1", MANY)).as("exporter");
            Reply reply = ConsoleServer.http().send(call);
            String[] lines = reply.text().split("\n");
            assertTrue(lines.length > 1_000 && lines.length < MANY_EVENTS, () -> "" + lines.length);
            assertFalse(reply.text().contains("ExportResource.export"), "no end");
            JsonObject second = awaitSecond(call.correlation);
            assertEquals("ERROR", second.getString("outcome"));
            assertEquals(
                    Integer.toString(MANY_EVENTS - 1_000), attributes(second).get("events"));
        } finally {
            ConsoleServer.change("update audit_event set attributes = '{}' where chain = 'mass@1' and seq = 1");
        }
    }

    /** The server notices at a later write, and records then. */
    private static JsonObject awaitSecond(String correlation) {
        long end = System.nanoTime() + PATIENCE_MS * 1_000_000L;
        List<JsonObject> events = List.of();
        while (events.size() < 2 && System.nanoTime() < end) {
            events = ConsoleServer.events("correlation_id = '" + correlation + "'");
        }
        assertEquals(2, events.size(), events::toString);
        assertEquals(events.get(0).getString("id"), events.get(1).getString("parent_id"));
        return events.get(1);
    }

    @Test
    void export_inASession_begunByAPageOfAnotherSite_isRefused_andOnRecord() {
        Visitor exporter = Visitor.signedIn(ConsoleServer.OWN, "exporter");
        Visitor misled = new Visitor(ConsoleServer.OWN, "Sec-Fetch-Site", "cross-site");
        misled.cookies.putAll(exporter.cookies);
        Reply refused = misled.get("/api/export?format=csv" + THEN);
        assertEquals(403, refused.status());
        assertEquals("AUD-0819", ConsoleServer.json(refused).getString("code"));
        assertEquals("DENIED", ConsoleServer.eventsOf(refused).get(0).getString("outcome"));
        assertEquals(200, misled.get("/events?q=").status(), "a link from elsewhere leads to the list");
        assertEquals(200, exporter.get("/api/export?format=csv" + THEN).status());
    }
}
