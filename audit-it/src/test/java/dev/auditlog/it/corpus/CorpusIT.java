package dev.auditlog.it.corpus;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every case of badinputs.json, more-badinputs.json and redaction-cases.json, through real HTTP to the try-out, down to
 * the stored rows.
 */
class CorpusIT {

    /** Cases that Payara answers by itself: no servlet filter of any application runs, so nothing can be recorded. */
    private static final Map<String, ByTheServer> BY_THE_SERVER = Map.of(
            "charset-15",
            new ByTheServer(List.of(200), "a path with %zz gets an empty 200 before the application is chosen"),
            "console-query-08",
            new ByTheServer(List.of(400, 414, 431), "a request line over 8 KiB is refused before it is read"));

    private record ByTheServer(List<Integer> statuses, String why) {}

    /** What Payara itself calls severe: charset-15, and chunked-04 with its two lengths. */
    private static final List<String> SEVERE_OF_THE_SERVER = List.of(
            "An exception or error occurred in the container during the request processing",
            "Can't use both headers Content-Length and Transfer-Encoding from the same request");

    /** Columns with values of our own making, in which a few digits of a secret may stand by chance. */
    private static final List<String> MADE_HERE =
            List.of("id", "seq", "time_us", "recorded_us", "duration_us", "correlation_id", "content_type");

    private static CorpusRun run;

    @BeforeAll
    static void sendEveryCase() {
        run = CorpusRun.onDerby(Path.of("target", "it", "corpus").toAbsolutePath());
    }

    @TestFactory
    Stream<DynamicNode> badInput_sent_leavesTheseEventsAndThisAnswer() {
        Map<String, List<BadInput>> byKind = BadInput.all().stream()
                .collect(Collectors.groupingBy(BadInput::kind, TreeMap::new, Collectors.toList()));
        return byKind.entrySet().stream()
                .map(kind -> dynamicContainer(
                        kind.getKey(),
                        kind.getValue().stream().map(c -> dynamicTest(c.id() + ": " + c.expect(), () -> check(c)))));
    }

    @TestFactory
    Stream<DynamicNode> value_atItsPlace_isMaskedOrKept() {
        return RedactionCase.all().stream()
                .map(c -> dynamicTest(
                        c.id() + ": " + c.name() + " in " + c.where() + (c.secret() ? " is masked" : " is kept"),
                        () -> check(c)));
    }

    @Test
    void corpora_read_haveAllCases() {
        assertEquals(179 + 237, BadInput.all().size());
        assertEquals(92, RedactionCase.all().size());
    }

    @Test
    void ordinaryRequests_beforeAndAfter_areServedAndRecorded() {
        for (String id : List.of("first", "last")) {
            Answer answer = run.answer(id);
            assertEquals(201, answer.status());
            assertEquals(1, run.events(answer).size());
            assertEquals("SUCCESS", run.events(answer).get(0).get("outcome"));
        }
    }

    @Test
    void tables_afterAll_haveNoSecret() {
        assertTrue(run.tables().rows().keySet().containsAll(List.of("audit_event", "audit_account", "sample_order")));
        assertEquals(List.of(), run.tables().find(secrets()));
    }

    @Test
    void logs_afterAll_haveNoSecretAndNoRequestData() {
        List<String> forbidden = new ArrayList<>(secrets());
        forbidden.addAll(List.of("acme", "alert(1)", "jndi:", "HYPERLINK", "cmd|", "forged", "203.0.113.7"));
        List<String> lines = run.logLines();
        assertTrue(lines.size() > 20, "the log is somewhere else");
        assertEquals(
                List.of(),
                lines.stream()
                        .filter(line -> forbidden.stream().anyMatch(line::contains))
                        .toList());
    }

    @Test
    void logs_afterAll_haveNoStackTraceOfOurs() {
        assertEquals(
                List.of(),
                run.logLines().stream()
                        .filter(line -> line.contains("SEVERE") || line.contains("at dev.auditlog."))
                        .filter(line -> SEVERE_OF_THE_SERVER.stream().noneMatch(line::endsWith))
                        .toList());
    }

    private static void check(BadInput input) {
        Answer answer = run.answer(input.id());
        List<Map<String, String>> events = run.events(answer);
        ByTheServer byTheServer = BY_THE_SERVER.get(input.id());
        if (byTheServer != null) {
            assertTrue(byTheServer.statuses().contains(answer.status()), answer.status() + ": " + byTheServer.why());
            assertEquals(List.of(), events, byTheServer.why());
            return;
        }
        assertAll(
                () -> checkAnswer(input, answer),
                () -> checkEvents(input, answer, events),
                () -> assertEquals(
                        List.of(),
                        input.absent().stream()
                                .filter(events.toString()::contains)
                                .toList()));
    }

    private static void checkAnswer(BadInput input, Answer answer) {
        List<Integer> allowed = input.statuses();
        if (allowed == null) {
            assertTrue(answer.status() < 500, () -> "status " + answer.status());
        } else {
            assertTrue(allowed.contains(answer.status()), () -> "status " + answer.status() + ", not " + allowed);
        }
        assertFalse(answer.body().contains("\tat "), answer::body);
        // the console's answer may be events, which name the exceptions of failed calls
        assertFalse(!input.atTheConsole() && answer.body().contains("Exception"), answer::body);
        if (input.check("notEchoed") != null) {
            assertFalse((answer.head() + answer.body()).contains(input.check("notEchoed")), answer::head);
        }
        if (input.maxSeconds() != null) {
            assertTrue(answer.took().toSeconds() < input.maxSeconds(), () -> "took " + answer.took());
        }
    }

    private static void checkEvents(BadInput input, Answer answer, List<Map<String, String>> events) {
        List<Map<String, String>> calls =
                events.stream().filter(event -> !event.containsKey("parent_id")).toList();
        // a linked second one says that the response could not be sent, or that a sign-in failed
        assertTrue(events.size() - calls.size() <= (mayHaveSecond(input, answer) ? 1 : 0), events::toString);
        assertTrue(calls.size() <= 1, events::toString);
        if (input.rows() != null) {
            assertEquals(input.rows(), events.size(), events::toString);
        }
        if (input.atTheConsole()) { // "the query itself is audited", "the attempt is recorded"
            assertEquals(1, calls.size(), () -> "status " + answer.status());
        }
        for (Map<String, String> event : calls) {
            assertEquals(answer.auditId(), answer.status() == null ? null : event.get("id"));
            if (answer.status() != null) {
                assertEquals(answer.status().toString(), event.get("status"));
            }
            assertEquals(input.how().getString("method"), event.get("request_method"));
            if (input.check("actorIs") != null) {
                assertEquals(input.check("actorIs"), event.get("actor_id"));
            }
            if ("peer".equals(input.check("clientIpIs"))) {
                assertEquals("127.0.0.1", event.get("source_ip"));
                assertEquals("peer", event.get("source_rule"));
            }
        }
    }

    private static boolean mayHaveSecond(BadInput input, Answer answer) {
        return answer.status() == null || (input.atTheConsole() && answer.status() == 401);
    }

    private static void check(RedactionCase c) {
        Answer answer = run.answer(c.id());
        assertEquals(c.status(), answer.status(), answer::body);
        List<Map<String, String>> events = run.events(answer);
        assertEquals(1, events.size(), events::toString);
        Map<String, String> event = events.get(0);
        if (c.secret()) {
            checkMasked(c, event);
        } else if (c.where().equals("query")) {
            assertEquals(c.pair(), event.get("request_query"));
        } else {
            assertEquals(c.value(), data(event).getString(c.name()));
        }
    }

    private static void checkMasked(RedactionCase c, Map<String, String> event) {
        Map<String, String> foreign = new TreeMap<>(event);
        MADE_HERE.forEach(foreign::remove);
        String all = foreign.values().toString().replace("query:", ""); // a place's name, not a value
        for (int i = 0; i + 5 <= c.core().length(); i++) {
            String part = c.core().substring(i, i + 5);
            assertFalse(all.contains(part), () -> part + " is in " + all);
        }
        switch (c.where()) {
            case "query" -> assertTrue(event.get("request_query").startsWith(c.name() + "="), event::toString);
            case "header" -> assertFalse(all.contains(c.name()), event::toString);
            default -> assertTrue(data(event).getString(c.name()).contains("[redacted]"), event::toString);
        }
    }

    private static JsonObject data(Map<String, String> event) {
        try (var reader = Json.createReader(new StringReader(event.get("request_data")))) {
            return reader.readObject();
        }
    }

    /** What may stand nowhere: the canaries, the values that must be masked, and the try-out's own passwords. */
    private static List<String> secrets() {
        List<String> secrets = new ArrayList<>();
        BadInput.all().forEach(c -> secrets.addAll(c.absent()));
        RedactionCase.all().stream().filter(RedactionCase::secret).forEach(c -> secrets.add(c.core()));
        String sample = run.settings().samplePassword();
        String console = run.settings().consolePassword();
        secrets.addAll(List.of(sample, console));
        Stream.of("alice", "bob", "carol")
                .forEach(user -> secrets.add(Message.basic(user, sample).substring("Basic ".length())));
        secrets.add(Message.basic("admin", console).substring("Basic ".length()));
        return secrets;
    }
}
