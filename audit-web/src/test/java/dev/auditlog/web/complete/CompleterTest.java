package dev.auditlog.web.complete;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.query.EventQuery;
import dev.auditlog.query.FacetCounts;
import dev.auditlog.query.TimeRange;
import dev.auditlog.web.text.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class CompleterTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final TimeRange RANGE = new TimeRange(NOW.minusSeconds(60), NOW);

    private final FakeCounter counts = new FakeCounter(RANGE);
    private final FakeFinder actors = new FakeFinder();
    private final Completer completer = new Completer();

    CompleterTest() {
        completer.values = new CountedValues();
        completer.values.counter = counts;
        completer.values.finder = actors;
    }

    private void counted(String... values) {
        counts.values = List.of(values).stream()
                .map(value -> new FacetCounts.Value(value, 7))
                .toList();
    }

    private Suggestions at(String query) {
        return completer.at(query, query.length(), RANGE, new Texts(Locale.ENGLISH));
    }

    private List<String> inserted(String query) {
        return at(query).items().stream().map(Suggestion::insert).toList();
    }

    @Test
    void word_isCompletedToQualifiers_withWhatTheyMean_andNothingIsCounted() {
        assertEquals(List.of("actor:", "activity:"), inserted("ac"));
        assertEquals(List.of("outcome:"), inserted("actor:bob -OUT"));
        assertEquals("Who did it: id or name", at("actor").items().get(0).note());
        assertEquals(
                "Wer es war: Kennung oder Name",
                completer
                        .at("actor", 5, RANGE, new Texts(Locale.GERMAN))
                        .items()
                        .get(0)
                        .note());
        assertEquals(EventQuery.qualifiers().size(), at("").items().size());
        assertEquals(List.of(), counts.asked);
    }

    @Test
    void everyQualifier_saysWhatItMeans_inBothLanguages() {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            Texts texts = new Texts(locale);
            for (String word : EventQuery.qualifiers()) {
                assertTrue(texts.optional("qualifier." + word).isPresent(), word);
            }
        }
        assertFalse(new Texts(Locale.GERMAN)
                .text("qualifier.actor")
                .equals(new Texts(Locale.ENGLISH).text("qualifier.actor")));
    }

    @Test
    void values_thatBeginWithWhatIsTyped_comeFromTheRange_quotedWhereNeeded() {
        counted("alice", "ali baba", "ali\"x");
        Suggestions found = at("outcome:DENIED actor:ali");
        assertEquals(
                List.of("alice", "\"ali baba\"", "\"ali\\\"x\""),
                found.items().stream().map(Suggestion::insert).toList());
        assertEquals(
                List.of("alice", "ali baba", "ali\"x"),
                found.items().stream().map(Suggestion::label).toList());
        assertEquals(7, found.items().get(0).count());
        assertTrue(found.complete());
        assertEquals(
                List.of("ACTOR of [2026-11-25T11:59:00Z, 2026-11-25T12:00:00Z) newest outcome:DENIED actor:ali*"),
                counts.asked);
        assertTrue(found.narrowed());
    }

    @Test
    void typedText_isTakenAsItIs_howeverItLooks() {
        counted("x");
        inserted("operation:\"a b");
        inserted("operation:\"x*y*");
        inserted("group:\"" + "%_");
        inserted("target:");
        inserted("actor:\"x*y*");
        assertEquals(
                List.of(
                        "newest  from a b",
                        "newest  from x*y*",
                        "newest  from %_",
                        "newest  from ",
                        "newest actor:x*y**"),
                counts.asked.stream()
                        .map(text -> text.replaceAll("^.*\\) ", ""))
                        .toList());
    }

    @Test
    void values_underOtherTermsThatFindNone_orCannotBeRead_areThoseOfAll_andThatIsSaid() {
        counted("alice");
        counts.emptyUnder = "outcome:DENIED";
        Suggestions wide = at("outcome:DENIED actor:al");
        assertEquals(
                List.of("alice"), wide.items().stream().map(Suggestion::insert).toList());
        assertFalse(wide.narrowed());
        assertEquals(2, counts.asked.size());
        assertFalse(at("nonsense:1 application:al").narrowed());
        assertEquals(List.of("alice"), inserted("nonsense:1 application:al"));
    }

    @Test
    void names_ofWhichNoneMatchesTheOtherTerms_haveNoEvent() {
        counts.emptyUnder = "actor:bob";
        Suggestions found = at("actor:bob outcome:den");
        assertTrue(found.narrowed());
        assertEquals(0, found.items().get(0).count());
        assertEquals(1, counts.asked.size());
    }

    @Test
    void actors_areOfferedWithTheNamesThatTheirLatestEventsHave() {
        counted("alice", "Alice", "bob", "carol");
        actors.knows("alice", "Alice Doe");
        actors.knows("bob", "bob");
        actors.knows("carol", null);
        assertEquals(
                List.of("Alice Doe", "", "", ""),
                at("actor:").items().stream().map(Suggestion::note).toList());
        assertEquals("", at("group:").items().get(0).note());
    }

    @Test
    void actors_areOfferedWithoutNames_whereTheDatabaseIsBusy() {
        counted("alice");
        actors.busy = true;
        assertEquals(List.of("alice"), inserted("actor:al"));
    }

    @Test
    void values_thatNoQueryCanSay_areNotOffered() {
        counted("a\u0001b", "ab");
        assertEquals(List.of("ab"), inserted("actor:a"));
    }

    @Test
    void names_areAllThere_withTheirWordsAndCounts() {
        counted("DENIED");
        Suggestions found = at("outcome:");
        assertEquals(
                List.of("SUCCESS", "DENIED", "FAILURE", "ERROR", "UNKNOWN"),
                found.items().stream().map(Suggestion::insert).toList());
        assertEquals(7, found.items().get(1).count());
        assertEquals(0, found.items().get(0).count());
        assertEquals("Denied", found.items().get(1).note());
        assertEquals(List.of("DENIED"), inserted("outcome:de"));
        assertEquals(List.of("USER", "UNKNOWN").subList(0, 1), inserted("type:u"));
        assertEquals(Suggestion.UNCOUNTED, at("type:u").items().get(0).count());
    }

    @Test
    void counts_thatAreNotComplete_areSaid_andNoNameIsSaidToHaveNone() {
        counts.complete = false;
        Suggestions found = at("outcome:");
        assertFalse(found.complete());
        assertEquals(Suggestion.UNCOUNTED, found.items().get(0).count());
    }

    @Test
    void statusAndNetwork_areThoseThatBeginSo() {
        counted("200", "404", "403");
        assertEquals(List.of("404", "403"), inserted("status:4"));
        assertTrue(counts.asked.get(0).endsWith("newest  from 4"), counts.asked::toString);
    }

    @Test
    void qualifiersThatHaveNoCountedValues_orAreNone_offerNothing() {
        assertEquals(List.of(), inserted("session:a"));
        assertEquals(List.of(), inserted("nonsense:a"));
        assertEquals(List.of(), counts.asked);
    }

    @Test
    void database_thatIsBusy_offersNothing_andNamesAllTheSame() {
        counts.busy = true;
        assertEquals(List.of(), inserted("actor:a"));
        assertEquals(5, inserted("outcome:").size());
    }
}
