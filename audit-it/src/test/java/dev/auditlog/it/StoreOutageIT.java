package dev.auditlog.it;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.stage.PostgresServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The database goes away and comes back. Derby lives in the server's own process, so this is PostgreSQL's alone. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StoreOutageIT {

    private static final Duration LIMIT = Duration.ofSeconds(6);
    private static final String CONSOLE = "/audit";
    private static final Pattern CODED = Pattern.compile("AUD-03\\d\\d");

    private static PostgresServer postgres;
    private static MicroServer server;

    @BeforeAll
    static void start() {
        postgres = PostgresServer.start(TestEnvironment.get().folder().resolve("outage"), TestEnvironment.freePort());
        Map<String, String> properties = Map.of(
                "audit.db.url", postgres.url("outage_audit"),
                "app.db.url", postgres.url("outage_app"),
                "audit.record.timeout", "5s",
                "audit.console.demo-password", TestEnvironment.get().password());
        server = MicroServer.start(
                "outage",
                properties,
                Archives.application(),
                Archives.mappedApplication(),
                Archives.console("audit.war", "audit.application=audit"));
    }

    @AfterAll
    static void stop() {
        server.close();
        postgres.stop();
    }

    @Test
    @Order(1) // counts lines of the log
    void store_thatGoesAwayAndComesBack_refusesCallsMeanwhileAndRecoversByItself() {
        Http http = server.http();
        Http.Call ordinary = Http.get(Archives.CONTEXT + "/api/ends/entity").as("alice");
        awaitBack(http, ordinary); // the first event makes the schema
        Visitor auditor = new Visitor(http, CONSOLE);
        assertEquals(303, signIn(auditor).status());
        postgres.stop();
        for (int i = 0; i < 5; i++) {
            refused(http, ordinary.again());
        }
        Http.Reply notRun = http.send(
                Http.get(Archives.CONTEXT + "/api/stream/waits/outage").as("alice"));
        assertEquals(503, notRun.status());
        assertEquals(
                "0",
                http.send(Http.get(Archives.CONTEXT + "/control?runs=outage")).text());
        assertEquals(200, http.send(Http.get(Archives.CONTEXT + "/servlet")).status(), "what is not audited goes on");
        beansAreRefused(http);
        consoleIsAway(http, auditor);
        long said = server.log().lines().filter(l -> CODED.matcher(l).find()).count();
        assertTrue(said >= 1 && said <= 6, () -> "a line a minute of each application, not one for each call: " + said);
        postgres.startAgain();
        Http.Reply back = awaitBack(http, ordinary);
        assertEquals(
                back.header("Audit-ID"), new Rows(http).only(back.correlation()).get("id"));
        awaitBack(http, Http.get(CONSOLE + "/api/events").as("auditor"));
        assertEquals(200, auditor.get("/events").status(), "the session has outlived it");
    }

    @Test
    @Order(2)
    void store_thatGoesAwayBeforeATransactionOfAuditedBeansHasEnded_refusesTheResponseWithinOneTimeLimit() {
        Http http = server.http();
        Http.Call ordinary = Http.get(Archives.CONTEXT + "/api/ends/entity").as("alice");
        awaitBack(http, ordinary);
        Http.Call committing =
                Http.get(Archives.CONTEXT + "/api/committing/commit").as("alice");
        CompletableFuture<Http.Reply> reply = CompletableFuture.supplyAsync(() -> http.send(committing));
        Http.Call runs = Http.get(Archives.CONTEXT + "/control?runs=commit");
        while (http.send(runs.again()).text().equals("0")) {
            Thread.onSpinWait();
        }
        postgres.stop();
        long start = System.nanoTime();
        http.send(Http.get(Archives.CONTEXT + "/control?open=commit"));
        refused(reply.join(), Duration.ofNanos(System.nanoTime() - start));
        postgres.startAgain();
        awaitBack(http, ordinary);
        assertEquals(3, new Rows(http).of(reply.join().correlation()).size(), "the work was done: they are kept late");
    }

    /** Such a status is asked for by load balancers, which give up after some seconds. */
    @Test
    @Order(3)
    void store_thatHangs_isNotWaitedForByTheStatus() {
        Http http = server.http();
        awaitBack(http, Http.get(CONSOLE + "/api/status"));
        postgres.freeze();
        try {
            for (int i = 0; i < 3; i++) {
                long start = System.nanoTime();
                String status = http.send(Http.get(CONSOLE + "/api/status")).text();
                Duration took = Duration.ofNanos(System.nanoTime() - start);
                assertTrue(took.compareTo(LIMIT) < 0, () -> "took " + took);
                assertTrue(Pattern.matches("\\{\"status\":\"(UP|DEGRADED|DOWN)\"}", status), status);
            }
        } finally {
            postgres.thaw();
        }
        awaitBack(http, Http.get(CONSOLE + "/api/status"));
    }

    /** By resources that are not audited themselves; a mapper of the application comes first. */
    private static void beansAreRefused(Http http) {
        for (String resource : List.of("nested-in-unaudited", "session-in-unaudited", "later-in-unaudited")) {
            refused(http, Http.get(Archives.CONTEXT + "/api/inside/" + resource).as("alice"));
        }
        Http.Reply own = http.send(Http.get("/mapped/api/step"));
        assertEquals(429, own.status());
        assertEquals("own", own.text());
    }

    private static Http.Reply signIn(Visitor visitor) {
        return visitor.signIn("auditor", TestEnvironment.get().password(), "/events");
    }

    /** Pages say it in the console's own look, the API in a problem document, and nobody is signed in or out by it. */
    private static void consoleIsAway(Http http, Visitor auditor) {
        Http.Reply page = auditor.get("/events");
        Http.Reply signIn = signIn(new Visitor(http, CONSOLE));
        Http.Reply status = http.send(Http.get(CONSOLE + "/api/status"));
        Http.Reply pill = auditor.get("/state");
        assertAll(
                () -> assertEquals(503, page.status()),
                () -> assertTrue(page.text().contains("id=\"error\""), page::text),
                () -> assertTrue(page.header("Content-Security-Policy").startsWith("default-src 'none'")),
                () -> assertEquals("5", page.header("Retry-After")),
                () -> assertEquals(200, pill.status(), "a page that is open is told"),
                () -> assertTrue(pill.text().contains("class=\"state bad\""), pill::text),
                () -> assertTrue(pill.text().contains("Recording refuses."), pill::text),
                () -> assertEquals(503, signIn.status()),
                () -> assertTrue(signIn.text().contains("id=\"signInProblem\""), signIn::text),
                () -> assertEquals(503, status.status()),
                () -> assertEquals("{\"status\":\"DOWN\"}", status.text()));
        Http.Call events = Http.get(CONSOLE + "/api/events").as("auditor");
        refused(http, events); // within the limit, once the outage is known
        assertFalse(http.send(events.again()).text().contains("AUD-0201"), "the console has a mapper of its own");
    }

    private static void refused(Http http, Http.Call call) {
        long start = System.nanoTime();
        refused(http.send(call), Duration.ofNanos(System.nanoTime() - start));
    }

    private static void refused(Http.Reply reply, Duration took) {
        assertAll(
                () -> assertEquals(503, reply.status()),
                () -> assertEquals("application/problem+json", reply.header("Content-Type")),
                () -> assertTrue(Integer.parseInt(reply.header("Retry-After")) > 0),
                () -> assertTrue(reply.text().contains("\"status\":503"), reply::text),
                () -> assertEquals(null, reply.header("Audit-ID")),
                () -> assertTrue(took.compareTo(LIMIT) < 0, () -> "took " + took));
    }

    private static Http.Reply awaitBack(Http http, Http.Call call) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        Http.Reply reply = http.send(call.again());
        while (reply.status() != 200) {
            Http.Reply last = reply;
            assertEquals(503, last.status(), () -> last.text());
            assertTrue(System.nanoTime() < deadline, "not back within 30 s");
            reply = http.send(call.again());
        }
        return reply;
    }
}
