package dev.auditlog.web.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.query.EventQuery;
import dev.auditlog.web.text.Texts;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryHintTest {

    private static String of(String q) {
        return QueryHint.of(EventQuery.parse(q).terms(), q, new Texts(Locale.ENGLISH));
    }

    @ParameterizedTest
    @ValueSource(strings = {"actor:alice OR actor:bob", "a AND b", "NOT outcome:DENIED", "a || b"})
    void operator_ofAnotherLanguage_isSaidToBeAWordHere(String q) {
        assertTrue(of(q).contains("was looked for as a word"), of(q));
    }

    @Test
    void operator_isNamed() {
        assertTrue(of("actor:alice OR actor:bob").startsWith("“OR” was"), of("actor:alice OR actor:bob"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"operation:*.read", "target:*/42", "*foo", "actor:x,*bob"})
    void star_atTheBeginning_isSaidToBeACharacter(String q) {
        assertTrue(of(q).contains("only at the end of a value"), of(q));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "or and not",
                "\"OR\"",
                "actor:OR",
                "ORDER",
                "actor:*",
                "operation:OrderResource.*",
                "path:\"*x\"",
                "*"
            })
    void whatMeansTheSameElsewhere_orIsQuoted_getsNoWord(String q) {
        assertEquals("", of(q));
    }
}
