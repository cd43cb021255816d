package dev.auditlog.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashTest {

    private static final char[] PASSWORD = "päss wörd €".toCharArray();

    @Test
    void matches_storedForm_onlyThePassword() {
        PasswordHash hash = PasswordHash.parse(PasswordHash.of(PASSWORD, 1_000).text());
        assertTrue(hash.matches(PASSWORD));
        assertFalse(hash.matches("pass word €".toCharArray()));
        assertEquals(16, hash.salt().length);
        assertEquals(1_000, hash.iterations());
    }

    @Test
    void of_samePasswordTwice_differs() {
        assertNotEquals(
                PasswordHash.of(PASSWORD, 1).text(),
                PasswordHash.of(PASSWORD, 1).text());
    }

    /** Published test vector of PBKDF2-HMAC-SHA512: "password", "salt", 1 round. */
    @Test
    void matches_publishedVector_isTheSameFunction() {
        byte[] expected = HexFormat.of()
                .parseHex("867f70cf1ade02cff3752599a3a53dc4af34c7a669815ae5d513554e1c8cf252"
                        + "c02d470a285a0501bad999bfe943c08f050235d7d68b1da55e63f73b60a57fce");
        var hash = new PasswordHash(1, "salt".getBytes(StandardCharsets.US_ASCII), expected);
        assertTrue(hash.matches("password".toCharArray()));
    }

    @Test
    void iterations_ofNewPasswords_areAtLeast210000() {
        assertTrue(PasswordHash.ITERATIONS >= 210_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "pbkdf2$sha512$1$AA==", "pbkdf2$sha512$0$AA==$AA==", "pbkdf2$sha512$x$!$!"})
    void parse_otherForm_isRefused(String text) {
        var thrown = assertThrows(AccountException.class, () -> PasswordHash.parse(text));
        assertEquals("AUD-0615", thrown.code());
    }
}
