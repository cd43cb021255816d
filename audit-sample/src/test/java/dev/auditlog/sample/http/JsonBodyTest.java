package dev.auditlog.sample.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.ws.rs.WebApplicationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodyTest {

    @Test
    void object_withUnknownMembers_isRead() {
        assertEquals(
                "acme",
                JsonBody.parse("{\"customer\":\"acme\",\"x\":{\"y\":[1]}}").getString("customer"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   \n\t ",
                "null",
                "\"text\"",
                "[{}]",
                "{\"a\":",
                "{\"a\":1,}",
                "{\"a\":NaN}",
                "{'a':1}",
                "{} {}",
                "{/*c*/}",
                "\ufeff{}",
                "\u0001PK"
            })
    void notAnObject_isRefusedWith400(String text) {
        assertEquals(400, refused(text));
    }

    @Test
    void nestingOf50000_isRefusedWith400() {
        assertEquals(400, refused("[".repeat(50_000)));
        assertEquals(400, refused("{\"a\":".repeat(20_000) + "{}" + "}".repeat(20_000)));
    }

    @Test
    void numberOfAMillionDigits_isRefusedWith400() {
        assertEquals(400, refused("{\"a\":" + "1".repeat(1_000_000) + "}"));
    }

    private static int refused(String text) {
        return assertThrows(WebApplicationException.class, () -> JsonBody.parse(text))
                .getResponse()
                .getStatus();
    }
}
