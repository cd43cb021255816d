package dev.auditlog.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnknownKeysTest {

    private static List<String> messages(Map<String, String> properties, Map<String, String> environment) {
        return UnknownKeys.messages(new ConfigSources(properties, environment, key -> null, Map.of()), "shop");
    }

    @Test
    void messages_misspelledKey_namesTheNearest() {
        assertEquals(
                List.of(
                        "AUD-0111 audit.capture.outcome (as a property) is no key of the audit log and does nothing. The"
                                + " nearest is audit.capture.outcomes. Correct or remove it; docs/reference/configuration.md"
                                + " lists all."),
                messages(Map.of("audit.capture.outcome", "ALL"), Map.of()));
    }

    @Test
    void messages_misspelledKeyOfThisApplication_isFoundAndThatOfAnotherIsNot() {
        assertEquals(
                List.of("AUD-0111 audit.app.shop.nod (as a property) is no key of the audit log and does nothing. The"
                        + " nearest is audit.node. Correct or remove it; docs/reference/configuration.md lists all."),
                messages(Map.of("audit.app.shop.nod", "x", "audit.app.desk.nod", "x"), Map.of()));
    }

    @Test
    void messages_knownKeysAndThoseOfTheRecipes_areSilent() {
        assertEquals(
                List.of(),
                messages(
                        Map.of("audit.node", "n", "audit.app.shop.node", "n", "audit.db.url", "u", "auditor", "x"),
                        Map.of("AUDIT_NODE", "n", "AUDIT_DB_URL", "u", "AUDIT_ROTATE_DAYS", "7", "HOSTNAME", "h")));
    }

    @Test
    void messages_nearMissInTheEnvironment_namesTheVariableMeant() {
        assertEquals(
                List.of("AUD-0111 AUDIT_TRUSTED_PROXY (in the environment) is no key of the audit log and does nothing."
                        + " The nearest is AUDIT_TRUSTED_PROXIES. Correct or remove it;"
                        + " docs/reference/configuration.md lists all."),
                messages(Map.of(), Map.of("AUDIT_TRUSTED_PROXY", "10.0.0.1")));
    }

    @Test
    void distance_words_countsAddedDroppedAndExchangedLetters() {
        assertEquals(0, UnknownKeys.distance("node", "node"));
        assertEquals(1, UnknownKeys.distance("nod", "node"));
        assertEquals(4, UnknownKeys.distance("", "node"));
        assertEquals(3, UnknownKeys.distance("kitten", "sitting"));
    }
}
