package dev.auditlog.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.it.Http.Reply;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the console's pages ask in the background, over plain HTTP: new events, the state of recording, completions. */
class LiveApiIT {

    private static final String CHAIN = "live@1";
    private static final String SINCE = "&from=2001-09-09T01:46:40Z&to=2001-09-09T01:46:42Z";

    @BeforeAll
    static void seed() {
        ConsoleServer.get("/audit/api/events", "auditor"); // makes the tables
        ConsoleServer.change("delete from audit_sign_in"); // other tests guess from the same address
        ConsoleServer.change(
                new SeededEvent(CHAIN, 1, 0).actor("livia", "Livia").sql(),
                new SeededEvent(CHAIN, 2, 999)
                        .actor("liv\"ia, x", "Livia")
                        .with("outcome", "DENIED")
                        .sql(),
                new SeededEvent(CHAIN, 3, 1_000).actor("LIVIA", "Livia").sql(),
                new SeededEvent(CHAIN, 4, 2_000).actor("livid", "Livid").sql());
        ConsoleServer.untilFound(CHAIN, 4);
    }

    private static JsonObject asked(String address) {
        Reply reply = ConsoleServer.get(address, "auditor");
        assertEquals(200, reply.status(), reply::text);
        assertEquals("application/json", reply.header("Content-Type"));
        assertEquals("no-store", reply.header("Cache-Control"));
        assertNull(reply.header("Audit-ID"), "asking in the background leaves no event");
        assertEquals(List.of(), ConsoleServer.eventsOf(reply));
        return ConsoleServer.json(reply);
    }

    @Test
    void live_countsTheEventsOfTheQuery_sinceAMoment() {
        assertEquals(
                "{\"value\":3,\"relation\":\"eq\"}",
                asked("/audit/api/live?q=chain:" + CHAIN + SINCE).get("total").toString());
        assertEquals(
                "{\"value\":1,\"relation\":\"eq\"}",
                asked("/audit/api/live?q=outcome:DENIED+chain:" + CHAIN + SINCE)
                        .get("total")
                        .toString());
        assertEquals(
                0,
                asked("/audit/api/live?q=chain:nobody@1").getJsonObject("total").getInt("value"));
    }

    @Test
    void live_countsAThousandAtMost() {
        ConsoleServer.change("delete from audit_event where chain = 'many@1'");
        String[] rows = new String[1_001];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new SeededEvent("many@1", i + 1, 5_000).sql();
        }
        ConsoleServer.change(rows);
        assertEquals(
                "{\"value\":1000,\"relation\":\"gte\"}",
                asked("/audit/api/live?q=chain:many@1&from=2001-09-09T01:46:40Z")
                        .get("total")
                        .toString());
        ConsoleServer.change("delete from audit_event where chain = 'many@1'");
    }

    @Test
    void completions_ofAQualifier_tellWhatItMeans_inTheReadersLanguage() {
        JsonObject found = asked("/audit/api/completions?q=outcome:DENIED+-corr");
        assertEquals(
                "[{\"insert\":\"correlation:\",\"label\":\"correlation:\",\"note\":\"X-Request-ID\"}]",
                found.get("items").toString());
        assertEquals(16, found.getInt("start"));
        assertEquals(20, found.getInt("end"));
        Reply german = ConsoleServer.http()
                .send(Http.get("/audit/api/completions?q=act&at=3")
                        .as("auditor")
                        .header("Accept-Language", "de"));
        assertTrue(german.text().contains("Wer es war"), german::text);
        assertEquals("de", german.header("Content-Language"));
    }

    @Test
    void completions_ofAValue_areThoseOfTheRange_withCounts_quotedWhereNeeded() {
        JsonObject found = asked("/audit/api/completions?q=actor:liv" + SINCE);
        assertEquals(
                "[{\"insert\":\"LIVIA\",\"label\":\"LIVIA\",\"count\":1},"
                        + "{\"insert\":\"\\\"liv\\\\\\\"ia, x\\\"\",\"label\":\"liv\\\"ia, x\",\"note\":\"Livia\",\"count\":1},"
                        + "{\"insert\":\"livia\",\"label\":\"livia\",\"count\":1}]",
                found.get("items").toString());
        assertTrue(found.getBoolean("complete"));
        assertTrue(found.getBoolean("narrowed"));
        assertEquals(
                "[{\"insert\":\"\\\"liv\\\\\\\"ia, x\\\"\",\"label\":\"liv\\\"ia, x\",\"note\":\"Livia\",\"count\":1}]",
                asked("/audit/api/completions?q=actor:liv+outcome:DENIED&at=9" + SINCE)
                        .get("items")
                        .toString());
        JsonObject wide = asked("/audit/api/completions?q=outcome:ERROR+operation:thing" + SINCE);
        assertEquals("Thing.read", wide.getJsonArray("items").getJsonObject(0).getString("insert"));
        assertFalse(wide.getBoolean("narrowed"));
        assertEquals(
                "[]",
                asked("/audit/api/completions?q=actor:livia&from=2002-01-01&to=2002-01-02")
                        .get("items")
                        .toString());
    }

    @ParameterizedTest
    @CsvSource({
        "/live?limit=3, AUD-0800, limit, from",
        "/live?q=foo:1, AUD-0502, q, actor",
        "/live?from=yesterday, AUD-0510, from, ISO",
        "/completions?order=newest, AUD-0800, order, at",
        "/completions?q=ac&at=3, AUD-0817, at, 0 to 2",
        "/completions?q=ac&at=-1, AUD-0817, at, 0 to 2",
        "/completions?q=ac&at=x, AUD-0817, at, 0 to 2",
        "/completions?q=a&q=b, AUD-0801, q, once"
    })
    void mistake_isAProblemThatNamesWhatIsAllowed(String address, String code, String parameter, String allowed) {
        Reply reply = ConsoleServer.get("/audit/api" + address, "auditor");
        assertEquals(400, reply.status(), reply::text);
        JsonObject problem = ConsoleServer.json(reply);
        assertEquals(code, problem.getString("code"));
        assertEquals(parameter, problem.getString("parameter"));
        assertTrue(problem.getString("detail").contains(allowed), problem::toString);
    }

    @Test
    void background_withoutSignIn_isRefused_orLedToIt() {
        for (String address : List.of("/audit/api/live", "/audit/api/completions")) {
            assertEquals(401, ConsoleServer.http().send(Http.get(address)).status());
        }
        assertEquals(
                "./sign-in?to=%2Fstate",
                new Visitor(ConsoleServer.OWN).get("/state").header("Location"));
        Reply state = Visitor.signedIn(ConsoleServer.OWN, "auditor").get("/state");
        assertEquals(200, state.status());
        assertTrue(state.text().contains("id=\"state\""), state::text);
        assertFalse(state.text().contains("<html"), state::text);
        assertNull(state.header("Audit-ID"));
    }
}
