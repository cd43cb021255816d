package dev.auditlog.web.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.auditlog.query.EventQuery;
import dev.auditlog.query.EventTotal;
import dev.auditlog.query.Order;
import dev.auditlog.web.text.Texts;
import dev.auditlog.web.text.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LeavingTest {

    private static final Instant FROM = Instant.parse("2026-10-25T00:30:00Z");
    private static final Instant TO = Instant.parse("2026-10-25T01:30:00.5Z");
    private static final Words WORDS =
            new Words(new Texts(Locale.ENGLISH), ZoneId.of("Europe/Berlin"), Instant.parse("2026-11-29T12:00:00Z"));

    private static Leaving leaving(String q, EventTotal total) {
        return Leaving.of(EventQuery.parse(q).between(FROM, TO).order(Order.OLDEST), total, WORDS);
    }

    @Test
    void of_query_saysFilterRangeAndCount_andFixesTheEndsForTheForm() {
        Leaving leaving = leaving("OUTCOME:denied", new EventTotal(1_284, true));
        assertEquals("outcome:denied", leaving.q());
        assertEquals("outcome:denied", leaving.filter());
        assertEquals("2026-10-25T00:30:00Z", leaving.from());
        assertEquals("2026-10-25T01:30:00.500Z", leaving.to());
        assertEquals("oldest", leaving.order());
        assertEquals("25 Oct 02:30:00.000 – 25 Oct 02:30:00.500", leaving.range());
        assertEquals("1,284", leaving.amount());
        assertEquals(1_284, leaving.events());
    }

    @Test
    void of_moreThanIsCounted_orNothingCounted_saysSo() {
        assertEquals(
                "more than 10,000", leaving("", new EventTotal(10_000, false)).amount());
        assertEquals(-1, leaving("", new EventTotal(10_000, false)).events());
        assertEquals("not counted in time", leaving("", null).amount());
        assertEquals("all events", leaving("", null).filter());
    }

    @Test
    void formats_areThoseOfTheApi_eachWithALine() {
        assertEquals(
                "[jsonl, csv, xlsx, ocsf, ecs, cef, cadf]",
                leaving("", null).formats().stream()
                        .map(Leaving.Format::key)
                        .toList()
                        .toString());
        assertEquals(
                1,
                leaving("", null).formats().stream()
                        .filter(Leaving.Format::first)
                        .count());
    }
}
