package dev.auditlog.web.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.query.Order;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SearchParametersTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private static SearchParameters parse(String name, String... values) {
        return SearchParameters.parse(Map.of(name, List.of(values)), NOW);
    }

    private static Problem refused(String name, String... values) {
        return assertThrows(ProblemException.class, () -> parse(name, values)).problem();
    }

    @Test
    void search_withoutParameters_isTheLast24HoursNewestFirst() {
        SearchParameters asked = SearchParameters.parse(Map.of(), NOW);
        assertEquals(50, asked.limit());
        assertEquals(Order.NEWEST, asked.query().order());
        assertEquals(NOW, asked.query().to());
        assertEquals(Instant.parse("2026-11-24T12:00:00Z"), asked.query().from());
        assertTrue(asked.cursor().isStart());
    }

    @Test
    void limit_beyondTheCap_isTheCap() {
        assertEquals(1000, parse("limit", "1000000000").limit());
        assertEquals(1000, parse("limit", "99999999999999999999").limit());
        assertEquals(7, parse("limit", "7").limit());
    }

    @Test
    void limit_thatIsNoCount_isRefusedByName() {
        for (String bad : List.of("0", "-1", "ten", "1.5", "+5")) {
            assertEquals("limit", refused("limit", bad).parameter(), bad);
        }
    }

    @Test
    void parameter_unknownOrTwice_isRefusedByName() {
        Problem unknown = refused("sort", "(select 1)");
        assertEquals(400, unknown.status());
        assertEquals("sort", unknown.parameter());
        assertEquals(List.of("cursor", "from", "limit", "order", "q", "to"), unknown.allowed());
        assertEquals("AUD-0801", refused("q", "a", "b").code());
    }

    @Test
    void time_thatIsNone_isRefusedWithItsParameter() {
        assertEquals("from", refused("from", "yesterday").parameter());
        assertEquals("to", refused("to", "tomorrow").parameter());
        assertEquals("from", refused("from", "2026-11-26T00:00:00Z").parameter(), "after to");
    }

    @Test
    void query_withAnUnknownWord_saysWhereAndWhatIsAllowed() {
        Problem bad = refused("q", "actor:alice tenant:other");
        assertEquals("q", bad.parameter());
        assertEquals(12, bad.position());
        assertTrue(bad.allowed().contains("actor"), bad.toString());
    }

    @Test
    void cursor_ofAnotherQuery_isRefusedByName() {
        byte[] ofAnother = new byte[26];
        ofAnother[0] = 1; // its version; the digest of its query is none
        Problem bad = refused("cursor", Base64.getUrlEncoder().encodeToString(ofAnother));
        assertEquals("AUD-0513 cursor", bad.code() + " " + bad.parameter());
    }

    @Test
    void order_cursor_thatAreNone_areRefused() {
        assertEquals(List.of("newest", "oldest"), refused("order", "random").allowed());
        assertEquals("cursor", refused("cursor", "!!!").parameter());
        assertEquals(Order.OLDEST, parse("order", "oldest").query().order());
    }
}
