package dev.auditlog.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.it.Http.Reply;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The counts of the REST API over plain HTTP. */
class CountsApiIT {

    private static final String FACETS = "/audit/api/facets";
    private static final String HISTOGRAM = "/audit/api/histogram";
    private static final String CHAIN = "c@1";
    private static final String THEN = "&q=chain:" + CHAIN + "&from=2001-09-09T01:46:40Z&to=2001-09-09T01:46:42Z";

    @BeforeAll
    static void seed() {
        ConsoleServer.get("/audit/api/events", "auditor"); // makes the tables
        ConsoleServer.change("delete from audit_sign_in"); // other tests guess from the same address
        ConsoleServer.change(
                seeded(1, 0).actor("alice", "Alice").with("status", 200).sql(),
                seeded(2, 999).actor("alice", "Alice").with("status", 200).sql(),
                seeded(3, 1_000)
                        .actor("bob", "Bob")
                        .with("status", 403)
                        .with("outcome", "DENIED")
                        .ip("10.1.2.3", "00000000000000000000ffff0a010203")
                        .sql(),
                seeded(4, 2_000).actor("after", "After").sql());
    }

    private static SeededEvent seeded(int number, int millis) {
        return new SeededEvent(CHAIN, number, millis);
    }

    private static JsonObject counted(String address) {
        Reply reply = ConsoleServer.get(address, "auditor");
        assertEquals(200, reply.status(), reply::text);
        assertEquals("application/json", reply.header("Content-Type"));
        assertEquals("no-store", reply.header("Cache-Control"));
        assertNull(reply.header("Audit-ID"), "counts leave no event of their own");
        return ConsoleServer.json(reply);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    actor       | [{"value":"alice","count":2},{"value":"bob","count":1}]
                    OUTCOME     | [{"value":"SUCCESS","count":2},{"value":"DENIED","count":1}]
                    status      | [{"value":"200","count":2},{"value":"403","count":1}]
                    ip          | [{"value":"10.1.2.0/24","count":1}]
                    application | [{"value":"seeded","count":3}]
                    group       | []
                    """)
    void facet_ofAField_hasItsValuesMostFrequentFirst(String field, String values) {
        JsonObject counts = counted(FACETS + "?field=" + field + THEN);
        assertEquals(field.toLowerCase(), counts.getString("field"));
        assertEquals(values, counts.get("values").toString());
        assertEquals(JsonValue.TRUE, counts.get("complete"));
        assertNull(counts.get("countedFrom"));
    }

    @Test
    void numbers_areKeptBehindTheWriters_andAnswerAsTheRowsDo() throws InterruptedException {
        ConsoleServer.get("/audit/api/events?q=operation:kept-numbers", "auditor"); // an event more, if there was none
        String behind = "select chain from audit_chain where seq > (select seq from audit_count_mark"
                + " where audit_count_mark.chain = audit_chain.chain)";
        String kept = "select sum(events) as events from audit_count where field = 0";
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (ConsoleServer.rows(kept).get(0).isEmpty()
                || !ConsoleServer.rows(behind).isEmpty()) {
            assertTrue(System.nanoTime() < deadline, "the console did not count its events within a minute");
            TimeUnit.MILLISECONDS.sleep(200);
        }
        String range = "&from=-30d&q=application:audit"; // the search for these came after, and is not counted yet
        long listed = ConsoleServer.json(ConsoleServer.get("/audit/api/events?limit=1" + range, "auditor"))
                .getJsonObject("total")
                .getJsonNumber("value")
                .longValue();
        long rows =
                Long.parseLong(ConsoleServer.rows("select count(*) as n from audit_event where application = 'audit'")
                        .get(0)
                        .getString("n"));
        assertEquals(rows - 1, listed);
        JsonObject actors = counted(FACETS + "?field=application" + range);
        assertEquals(
                "[{\"value\":\"audit\",\"count\":" + rows + "}]",
                actors.get("values").toString());
    }

    @Test
    void histogram_hasHalfOpenPartsOfTheClock() {
        JsonObject histogram = counted(HISTOGRAM + "?buckets=2" + THEN);
        assertEquals(
                "[{\"from\":\"2001-09-09T01:46:40Z\",\"to\":\"2001-09-09T01:46:41Z\",\"counts\":{\"SUCCESS\":2}},"
                        + "{\"from\":\"2001-09-09T01:46:41Z\",\"to\":\"2001-09-09T01:46:42Z\",\"counts\":{\"DENIED\":1}}]",
                histogram.get("buckets").toString());
        assertEquals(JsonValue.TRUE, histogram.get("complete"));
        int parts = counted(HISTOGRAM + "?from=-1h").getJsonArray("buckets").size();
        assertTrue(parts == 30 || parts == 31, parts + " parts of two minutes");
    }

    @Test
    void histogram_ofAZone_hasTheDaysOfItsCalendar_cutByTheRange() {
        String range = "&q=chain:nobodys&buckets=3&from=2026-03-28T10:00:00Z&to=2026-03-30T10:00:00Z";
        assertEquals(
                List.of(
                        "2026-03-28T10:00:00Z 2026-03-28T23:00:00Z",
                        "2026-03-28T23:00:00Z 2026-03-29T22:00:00Z",
                        "2026-03-29T22:00:00Z 2026-03-30T10:00:00Z"),
                parts(counted(HISTOGRAM + "?zone=Europe/Berlin" + range)));
        List<String> utc = List.of(
                "2026-03-28T10:00:00Z 2026-03-29T00:00:00Z",
                "2026-03-29T00:00:00Z 2026-03-30T00:00:00Z",
                "2026-03-30T00:00:00Z 2026-03-30T10:00:00Z");
        assertEquals(utc, parts(counted(HISTOGRAM + "?zone=UTC" + range)));
        assertEquals(utc, parts(counted(HISTOGRAM + "?" + range.substring(1))), "the default");
    }

    private static List<String> parts(JsonObject histogram) {
        return histogram.getJsonArray("buckets").getValuesAs(JsonObject.class).stream()
                .map(part -> part.getString("from") + " " + part.getString("to"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "/facets, AUD-0815, field, group",
        "/facets?field=, AUD-0815, field, group",
        "/facets?field=data, AUD-0815, field, application",
        "/facets?field=actor&field=ip, AUD-0801, field, once",
        "/facets?field=actor&limit=3, AUD-0800, limit, field",
        "/facets?field=actor&q=foo:1, AUD-0502, q, actor",
        "/histogram?buckets=0, AUD-0816, buckets, 1 to 1000",
        "/histogram?buckets=1001, AUD-0816, buckets, 1 to 1000",
        "/histogram?buckets=ten, AUD-0816, buckets, 1 to 1000",
        "/histogram?zone=Europe/Nowhere, AUD-0818, zone, Europe/Berlin",
        "/histogram?zone=%2B05:30, AUD-0818, zone, Asia/Kolkata",
        "/histogram?zone=europe/berlin, AUD-0818, zone, spelling",
        "/histogram?zone=UTC&zone=UTC, AUD-0801, zone, once",
        "/facets?field=actor&zone=UTC, AUD-0800, zone, field",
        "/histogram?field=actor, AUD-0800, field, buckets",
        "/histogram?from=now&to=-1h, AUD-0511, from, before"
    })
    void mistake_isAProblemThatNamesWhatIsAllowed(String address, String code, String parameter, String allowed) {
        Reply reply = ConsoleServer.get("/audit/api" + address, "auditor");
        assertEquals(400, reply.status(), reply::text);
        assertEquals("application/problem+json", reply.header("Content-Type"));
        JsonObject problem = ConsoleServer.json(reply);
        assertEquals(code, problem.getString("code"));
        assertEquals(parameter, problem.getString("parameter"));
        assertTrue(problem.getString("detail").contains(allowed), problem::toString);
    }

    @Test
    void counts_withoutSignIn_areRefused() {
        for (String address : List.of(FACETS + "?field=actor", HISTOGRAM)) {
            Reply reply = ConsoleServer.http().send(Http.get(address));
            assertEquals(401, reply.status());
            assertTrue(reply.header("WWW-Authenticate").startsWith("Basic"));
        }
    }
}
