package dev.auditlog.redact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;

class NameVerdictsTest {

    @Test
    void of_nameOfTheSamePlace_isNotTakenForTheOther() {
        NameVerdicts verdicts = new NameVerdicts();
        verdicts.keep("Aa", true);
        assertEquals("Aa".hashCode(), "BB".hashCode());
        assertNull(verdicts.of("BB"));
        verdicts.keep("BB", false);
        assertNull(verdicts.of("Aa"), "the place is taken");
        assertEquals(new NameVerdicts.Verdict("BB", false), verdicts.of("BB"));
    }

    @Test
    void takes_longName_isNotKept() {
        assertTrue(NameVerdicts.takes("n".repeat(48)));
        assertFalse(NameVerdicts.takes("n".repeat(49)));
    }

    @Test
    void isSecretKey_anyName_saysTheSameAtFirstAndLater() {
        SecretNames names = SecretNames.with(Set.of("shoe size"));
        for (String name : new String[] {"password", "passenger", "shoeSize", "api_key", "x".repeat(60) + "Password"}) {
            boolean first = names.isSecret(name);
            assertEquals(first, names.isSecretKey(name), name);
            assertEquals(first, names.isSecretKey(name), name + " again");
        }
        assertTrue(names.isSecretKey("shoeSize"));
        assertFalse(SecretNames.standard().isSecretKey("shoeSize"), "further names are those of one set");
    }
}
