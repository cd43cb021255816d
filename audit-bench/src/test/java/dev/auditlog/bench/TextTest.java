package dev.auditlog.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTest {

    @Test
    void table_ofTwoRows_isMarkdownInColumns() {
        assertEquals(
                List.of("| name | n |", "|------|--:|", "| x    | 7 |"),
                Text.table(List.of(List.of("name", "n"), List.of("x", "7"))));
    }

    @Test
    void spread_ofOneValue_hasNoEnds() {
        assertEquals("2.00", Text.spread(new Spread(1, 2, 2, 2), 2));
        assertEquals("2.0 (1.0–3.5)", Text.spread(new Spread(3, 2, 1, 3.5), 1));
    }
}
