package dev.auditlog.web.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.store.StoreConcerns;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConcernsTest {

    @ParameterizedTest
    @MethodSource("dev.auditlog.store.StoreConcerns#all")
    void concern_ofTheStore_isSaidInTheReadersLanguage(String concern) {
        String german = Concerns.text(concern, Locale.GERMAN);
        assertEquals(concern.substring(0, 9), german.substring(0, 9));
        assertFalse(german.matches(".*( the |Mend|[{}]).*"), german);
        assertEquals(concern, Concerns.text(concern, Locale.ENGLISH));
    }

    @Test
    void owner_isNamedWithTheReasonAndTheStatementThatMendsIt() {
        String german = Concerns.text(StoreConcerns.ownerCouldChange("owns the schema"), Locale.GERMAN);
        assertTrue(german.startsWith("AUD-0415 Der Benutzer „desk“ der Auditdatenbank besitzt das Schema und"), german);
        assertTrue(german.contains("create user audit_app login password '...' in role audit_recorder; (für"), german);
        assertTrue(Concerns.text(StoreConcerns.ownerCouldChange("is a superuser"), Locale.GERMAN)
                .contains("ist Superuser und"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AUD", "AUD-0415 of another version", "AUD-9999 of a newer one", "text"})
    void concern_ofAShapeThatIsNotKnown_staysAsItIs(String concern) {
        assertEquals(concern, Concerns.text(concern, Locale.GERMAN));
    }
}
