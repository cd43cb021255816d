package dev.auditlog.redact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UuidsTest {

    private static String mask(String text) {
        return new TextRules(SecretNames.standard(), new KnownSecrets()).mask(text);
    }

    @Test
    void uuid_whoseEndHasTheFormAndTheCheckDigitsOfAnIban_stays() {
        String iban = "be68539007547034"; // the example of ISO 13616's registry
        String uuid = "911c8abf-26bc-44f1-" + iban.substring(0, 4) + "-" + iban.substring(4);
        assertEquals("[redacted]", mask(iban));
        assertEquals(uuid, mask(uuid));
        assertEquals("GET /orders/" + uuid, mask("GET /orders/" + uuid));
    }

    @Test
    void uuids_ofManyThousands_stayAllOfThem() {
        Random random = new Random(7); // one in 16,000 was masked
        for (int i = 0; i < 100_000; i++) {
            byte[] bytes = new byte[16];
            random.nextBytes(bytes);
            String uuid = UUID.nameUUIDFromBytes(bytes).toString();
            assertEquals(uuid, mask(uuid));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"911C8ABF-26BC-44F1-BE68-539007547034", "01a2130b-601f-79ca-8ecf-35935b1a2938"})
    void part_ofAUuid_isKnownAtEachPlace(String uuid) {
        for (int at = 0; at < uuid.length(); at++) {
            assertEquals(true, Uuids.isPart("id " + uuid + ".", 3 + at), uuid.toLowerCase(Locale.ROOT) + " at " + at);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12345678-1234-1234-1234-123456789012", // no letter: may be a number in groups
                "911c8abf-26bc-44f1-be68-5390075470345", // too long
                "911c8abf-26bc-44f1be68--539007547034",
                "be68 5390 0754 7034"
            })
    void anythingElse_isNone(String text) {
        assertEquals(false, Uuids.isPart(text, 0));
    }
}
