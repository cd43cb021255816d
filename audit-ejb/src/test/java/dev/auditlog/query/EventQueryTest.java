package dev.auditlog.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventQueryTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "actor:alice activity:DELETE outcome:DENIED,ERROR target:Order/42 operation:OrderResource.*",
                "ip:10.0.0.0/8,2001:db8::/32 status:>=500 status:4xx duration:>1s application:sample group:sales",
                "type:SERVICE session:x reason:\"a b\" correlation:a:b path:/sample/* id:01935f -actor:health free text",
                "\"a, b\" \"-x\" \"a:b\" \"x*\" \"*\" \"say \\\"hi\\\" \\\\ there\" x* path:\"/a b/\"* actor:* -ip:*",
                "(((( % _ \\ a\\b #{x} ${7*7} <script>alert(1)</script>"
            })
    void text_ofCanonicalQuery_isTheSame(String text) {
        assertEquals(text, EventQuery.parse(text).text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "  ACTOR:alice \t x  | actor:alice x",
                "actor:\"alice\" | actor:alice",
                "\"C:\\dir\" | \"C:\\\\dir\"",
                "\"plain\",b | plain,b",
                "-\"a b\" | -\"a b\"",
                "a\u00A0b | a b",
            })
    void text_ofOtherSpelling_isCanonicalAndStays(String text, String canonical) {
        assertEquals(canonical, EventQuery.parse(text).text());
        assertEquals(canonical, EventQuery.parse(canonical).text());
    }

    @Test
    void parse_severalTerms_tellsTheirParts() {
        List<Term> terms =
                EventQuery.parse("actor:alice,\"b c\"  -outcome:success free").terms();
        assertEquals(3, terms.size());
        assertEquals("actor", terms.get(0).qualifier());
        assertEquals(List.of("alice", "b c"), terms.get(0).values());
        assertEquals("outcome", terms.get(1).qualifier());
        assertTrue(terms.get(1).negated());
        assertEquals(19, terms.get(1).position());
        assertNull(terms.get(2).qualifier());
        assertEquals(List.of("free"), terms.get(2).values());
    }

    @Test
    void parse_nothing_asksForEverything() {
        assertEquals(List.of(), EventQuery.parse(null).terms());
        assertEquals(List.of(), EventQuery.parse("  ").terms());
        assertEquals(Order.NEWEST, EventQuery.parse("").order());
        assertNull(EventQuery.parse("").from());
    }

    static Stream<List<Object>> faults() {
        return Stream.of(
                List.of("actr:alice", "AUD-0502", 0, "actr"),
                List.of("x time:>9999999999999999999999", "AUD-0502", 2, "time"),
                List.of("tenant:other actor:*", "AUD-0502", 0, "tenant"),
                List.of("http://example.org/", "AUD-0502", 0, "http"),
                List.of(":x", "AUD-0502", 0, ""),
                List.of("x actor:", "AUD-0503", 8, "actor:"),
                List.of("actor:a,,b", "AUD-0503", 8, "actor:a,,b"),
                List.of("actor:a,", "AUD-0503", 8, "actor:a,"),
                List.of("hello, world", "AUD-0503", 6, "hello,"),
                List.of("\"\"", "AUD-0503", 0, "\"\""),
                List.of("a actor:\"b", "AUD-0504", 8, "\"b"),
                List.of("\"\\\"", "AUD-0504", 0, "\"\\\""),
                List.of("actor:\"x\") OR 1=1", "AUD-0505", 6, "\"x\")"),
                List.of("ab\"c\"", "AUD-0505", 0, "ab\"c\""),
                List.of("a - b", "AUD-0506", 2, "-"),
                List.of("-", "AUD-0506", 0, "-"),
                List.of("a\u0000b", "AUD-0507", 1, ""),
                List.of("ab\uD800", "AUD-0507", 2, ""),
                List.of("activity:DELET", "AUD-0508", 9, "DELET"),
                List.of("activity:DEFAULT", "AUD-0508", 9, "DEFAULT"),
                List.of("outcome:DENIED,NO", "AUD-0508", 15, "NO"),
                List.of("type:x", "AUD-0508", 5, "x"),
                List.of("transaction:x", "AUD-0508", 12, "x"),
                List.of("status:abc", "AUD-0509", 7, "abc"),
                List.of("status:>=99999999999999999999", "AUD-0509", 7, ">=99999999999999999999"),
                List.of("status:500..400", "AUD-0509", 7, "500..400"),
                List.of("status:0xx", "AUD-0509", 7, "0xx"),
                List.of("status:-200", "AUD-0509", 7, "-200"),
                List.of("duration:1", "AUD-0509", 9, "1"),
                List.of("duration:>1d", "AUD-0509", 9, ">1d"),
                List.of("duration:s", "AUD-0509", 9, "s"),
                List.of("duration:1.s", "AUD-0509", 9, "1.s"),
                List.of("ip:10.0.0.0/33", "AUD-0509", 3, "10.0.0.0/33"),
                List.of("ip:10.0.0.256", "AUD-0509", 3, "10.0.0.256"),
                List.of("ip:10.0.*", "AUD-0509", 3, "10.0.*"),
                List.of("ip:10", "AUD-0509", 3, "10"),
                List.of("ip:localhost", "AUD-0509", 3, "localhost"),
                List.of("ip:/8", "AUD-0509", 3, "/8"),
                List.of("ip:2001:db8::/129", "AUD-0509", 3, "2001:db8::/129"),
                List.of("id:xyz", "AUD-0509", 3, "xyz"),
                List.of("id:01935f2a7", "AUD-0509", 3, "01935f2a7"),
                List.of(
                        "parent:01935f2a-7c1d-7000-8000-0000000000000",
                        "AUD-0509",
                        7,
                        "01935f2a-7c1d-7000-8000-0000000000000"),
                List.of("target:/", "AUD-0509", 7, "/"),
                List.of("target:Order/", "AUD-0509", 7, "Order/"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void parse_fault_saysWhereAndWhatIsAllowed(List<Object> fault) {
        var thrown = assertThrows(QuerySyntaxException.class, () -> EventQuery.parse((String) fault.get(0)));
        assertEquals(fault.subList(1, 4), List.of(thrown.code(), thrown.position(), thrown.term()));
        assertTrue(thrown.getMessage().contains(" Allowed: "), thrown.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "actr:x, actor",
        "operaton:x, operation",
        "app:x, application",
        "ips:x, ip",
        "activity:DELETED, DELETE",
        "outcome:denyed, DENIED",
        "ip:10.*, 10.0.0.0/8",
        "-ip:192.168.1.*, 192.168.1.0/24",
        "ip:10.1.*.*, 10.1.0.0/16",
        "ip:192.168., 192.168.0.0/16",
        "ip:10, 10.0.0.0/8",
        "ip:2001:db8:*, 2001:db8::/32",
        "ip:fd00:1:2:, fd00:1:2::/48"
    })
    void parse_slipOfTheFinger_suggestsTheNearest(String text, String nearest) {
        var thrown = assertThrows(QuerySyntaxException.class, () -> EventQuery.parse(text));
        assertEquals(nearest, thrown.suggestion());
        assertTrue(thrown.getMessage().contains("Did you mean " + nearest), thrown.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ip:10.1*", "ip:300.*", "ip:10.0.0.256", "ip:local.*", "ip:10.0.0.0/33"})
    void parse_addressThatIsTheBeginningOfNoBlock_suggestsNone(String text) {
        assertNull(assertThrows(QuerySyntaxException.class, () -> EventQuery.parse(text))
                .suggestion());
    }

    @Test
    void parse_unknownQualifier_namesAllQualifiersAndTheQuotes() {
        var thrown = assertThrows(QuerySyntaxException.class, () -> EventQuery.parse("http://example.org"));
        assertEquals(EventQuery.qualifiers(), thrown.allowed());
        assertNull(thrown.suggestion());
        assertEquals(
                "AUD-0502 \"http:\" is no qualifier. Allowed: actor, activity, outcome, target, operation, ip, status, "
                        + "duration, application, node, group, type, session, reason, correlation, path, id, trace, "
                        + "parent, chain, transaction, method, error, hours, first. To search for a text with a colon in it, such as "
                        + "an address, put it in quotes: \"http://example.org\".",
                thrown.getMessage());
    }

    @Test
    void parse_overTheLimits_isRefused() {
        String chars = "x".repeat(QueryParser.MAX_CHARS + 1);
        String terms =
                String.join(" ", IntStream.range(0, 51).mapToObj(i -> "t" + i).toList());
        String values =
                String.join(",", IntStream.range(0, 51).mapToObj(i -> "v" + i).toList());
        assertEquals("AUD-0500", code(chars));
        assertEquals("AUD-0501", code(terms));
        assertEquals("AUD-0501", code("actor:" + values));
        assertEquals(50, EventQuery.parse(terms.replace(" t50", "")).terms().size());
        assertEquals(
                50,
                EventQuery.parse(values.replace(",v50", ""))
                        .terms()
                        .get(0)
                        .values()
                        .size());
    }

    private static String code(String text) {
        return assertThrows(QuerySyntaxException.class, () -> EventQuery.parse(text))
                .code();
    }

    @Test
    void without_aTerm_leavesTheOthers() {
        EventQuery query = EventQuery.parse("actor:alice -outcome:SUCCESS x").between(NOON, NOON.plusSeconds(1));
        EventQuery less = query.without(query.terms().get(1));
        assertEquals("actor:alice x", less.text());
        assertEquals(NOON, less.from());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x | actor | bob | false | x actor:bob",
                "actor:alice x | actor | bob | false | x actor:bob",
                "-actor:bob x | actor | bob | false | x actor:bob",
                "actor:bob x | actor | bob | true | x -actor:bob",
                "-actor:bob x | actor | bob | true | x -actor:bob",
                "status:>=500 | status | 503 | false | status:503",
                "'' | operation | Order.* | false | operation:\"Order.*\"",
                "'' | '' | a b | true | -\"a b\"",
                "'' | path | /a,b | false | path:\"/a,b\"",
            })
    void with_aValue_narrowsTheQuery(String text, String qualifier, String value, boolean negated, String expected) {
        assertEquals(
                expected, EventQuery.parse(text).with(qualifier, value, negated).text());
    }

    @Test
    void with_badValue_isRefused() {
        EventQuery all = EventQuery.all();
        assertThrows(QuerySyntaxException.class, () -> all.with("colour", "red", false));
        assertThrows(QuerySyntaxException.class, () -> all.with("ip", "somewhere", false));
        assertThrows(QuerySyntaxException.class, () -> all.with("actor", "", false));
        assertThrows(QuerySyntaxException.class, () -> all.with("actor", "x".repeat(2_000), false));
    }

    @Test
    void between_emptyRange_isRefused() {
        var thrown =
                assertThrows(QuerySyntaxException.class, () -> EventQuery.all().between(NOON, NOON));
        assertEquals("AUD-0511", thrown.code());
    }
}
