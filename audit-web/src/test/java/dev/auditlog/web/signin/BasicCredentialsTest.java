package dev.auditlog.web.signin;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class BasicCredentialsTest {

    private static String header(String text) {
        return "Basic " + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void header_withColonsInThePassword_splitsAtTheFirst() {
        BasicCredentials read = BasicCredentials.parse(header("zoë:a:b")).orElseThrow();
        assertEquals("zoë", read.name());
        assertArrayEquals("a:b".toCharArray(), read.password());
    }

    @Test
    void scheme_inLowerCase_isTheSame() {
        assertTrue(
                BasicCredentials.parse(header("a:b").replace("Basic", "basic")).isPresent());
    }

    @Test
    void header_thatIsMalformed_isNoCredentials() {
        assertTrue(BasicCredentials.parse(null).isEmpty());
        assertTrue(BasicCredentials.parse("Bearer abc").isEmpty());
        assertTrue(BasicCredentials.parse("Basic !!!").isEmpty());
        assertTrue(BasicCredentials.parse(header("no colon")).isEmpty());
        assertTrue(BasicCredentials.parse("Basic /w==").isEmpty(), "not UTF-8");
        assertTrue(BasicCredentials.parse(header("a:" + "b".repeat(4000))).isEmpty());
    }
}
