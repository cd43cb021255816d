package dev.auditlog.sample.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import jakarta.ws.rs.WebApplicationException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FieldsTest {

    @Test
    void value_absentOrNull_isNull() {
        Fields sent = json("{\"note\":null}");
        assertNull(sent.text("note"));
        assertNull(sent.number("amount"));
        assertEquals(List.of(), sent.list("lines", text -> text, Fields::toString));
    }

    @Test
    void value_ofAnotherType_isRefusedByName() {
        var thrown = assertThrows(WebApplicationException.class, () -> json("{\"amount\":\"ten\"}")
                .number("amount"));
        assertEquals("\"amount\" must be a number.", thrown.getMessage());
        assertEquals(400, thrown.getResponse().getStatus());
    }

    @Test
    void number_withHugeExponent_isNotExpanded() {
        Fields sent = json("{\"amount\":1e999999,\"quantity\":1e999999}");
        assertTimeout(Duration.ofSeconds(1), () -> {
            assertEquals(new BigDecimal("1e999999"), sent.number("amount"));
            assertThrows(WebApplicationException.class, () -> sent.whole("quantity"));
        });
    }

    @Test
    void formValue_thatIsANumber_isRead() {
        Fields form = new Fields(FormBody.parse("customer=Jos%C3%A9+B&amount=1.50&lines=a&lines=b"), true);
        assertEquals("José B", form.text("customer"));
        assertEquals(new BigDecimal("1.50"), form.number("amount"));
        assertEquals(List.of("a", "b"), form.list("lines", text -> text, Fields::toString));
    }

    @Test
    void form_withBrokenEscape_isRefusedWith400() {
        var thrown = assertThrows(WebApplicationException.class, () -> FormBody.parse("customer=%zz"));
        assertEquals(400, thrown.getResponse().getStatus());
    }

    private static Fields json(String text) {
        return new Fields(JsonBody.parse(text), false);
    }
}
