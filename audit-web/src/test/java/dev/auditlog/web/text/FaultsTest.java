package dev.auditlog.web.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.query.EventCursor;
import dev.auditlog.query.EventQuery;
import dev.auditlog.query.QuerySyntaxException;
import dev.auditlog.query.TimeRange;
import java.time.Instant;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest {

    private static String german(String q) {
        return Faults.text(assertThrows(QuerySyntaxException.class, () -> EventQuery.parse(q)), Locale.GERMAN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            outcom:DENIED | AUD-0502 „outcom:“ ist kein Merkmal. Meinten Sie outcome:? Erlaubt: actor, activity, outcome
            foo:x | AUD-0502 „foo:“ ist kein Merkmal. Erlaubt: actor, activity, outcome
            actor: | AUD-0503 Bei „actor:“ fehlt ein Wert.
            "a | AUD-0504 Das Anführungszeichen bei „"a“ wird nicht geschlossen. Erlaubt: "…", darin \\" für ein
            a"b | AUD-0505 In oder direkt neben dem Wort „a"b“ steht ein Anführungszeichen.
            x - | AUD-0506 Ein Minus steht allein.
            outcome:DENYED | AUD-0508 „DENYED“ ist hier kein Wert. Meinten Sie DENIED? Erlaubt: SUCCESS, DENIED, FAILURE
            ip:10.* | AUD-0509 „10.*“ ist hier nicht lesbar. Meinten Sie 10.0.0.0/8? Erlaubt sind Werte wie status:404
            status:99 | AUD-0509 „99“ ist hier nicht lesbar. Erlaubt sind Werte wie status:404
            """)
    void query_thatCannotBeRead_isToldInTheReadersLanguage(String q, String text) {
        assertTrue(german(q).startsWith(text.strip()), german(q));
    }

    @Test
    void query_withTooMuchOrOddSigns_namesTheLimitAndThePlace() {
        assertEquals(
                "AUD-0500 Die Abfrage ist zu lang. Erlaubt: höchstens 2.000 Zeichen. Kürzen Sie sie.",
                german("a".repeat(2_001)));
        assertEquals(
                "AUD-0507 Das Zeichen an Stelle 3 ist ein Steuerzeichen oder ein halbes Zeichen. Entfernen Sie es.",
                german("ab\u0007"));
        assertTrue(
                german("a ".repeat(51)).startsWith("AUD-0501 Bei „a“ hat die Abfrage mehr"), german("a ".repeat(51)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "0001-01-01"})
    void time_thatIsNone_isNamed(String text) {
        var fault = assertThrows(QuerySyntaxException.class, () -> TimeRange.parse(text, null, Instant.EPOCH));
        assertTrue(Faults.text(fault, Locale.GERMAN).startsWith("AUD-0510 „" + text + "“ ist kein Zeitpunkt."));
    }

    @Test
    void cursor_thatIsNone_isSaid_andEnglishIsTheMessageItself() {
        var fault = assertThrows(QuerySyntaxException.class, () -> EventCursor.parse("x"));
        assertEquals(
                "AUD-0512 Diese Stelle der Liste ist nicht lesbar. Gehen Sie zum Anfang der Liste.",
                Faults.text(fault, Locale.GERMAN));
        assertEquals(fault.getMessage(), Faults.text(fault, Locale.ENGLISH));
    }

    @Test
    void longTerm_isCutBetweenCharacters_andShowsWhatIsHidden() {
        String shown = german("x".repeat(58) + "\u202e😀😀:y");
        assertTrue(shown.contains("x⟨U+202E⟩😀…"), shown);
    }

    @Test
    void texts_haveNoApostrophe_whichWouldEndTheirPlaces() {
        ResourceBundle texts = ResourceBundle.getBundle("dev.auditlog.web.faults", Locale.GERMAN);
        texts.keySet().forEach(code -> assertFalse(texts.getString(code).contains("'"), code));
        assertTrue(texts.keySet().size() > 30, "there are German texts");
    }
}
