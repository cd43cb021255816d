package dev.auditlog.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RowArrayTest {

    private static final Function<String, @Nullable Object> TEXT = value -> value.equals("null") ? null : value;
    private static final Function<String, @Nullable Object> LENGTH = String::length;
    private static final Function<String, @Nullable Object> EMPTY = String::isEmpty;

    @Test
    void of_rows_numbersThemAndQuotesTexts() {
        assertEquals("""
                {"(1,\\"a b\\",3,false)","(2,\\"\\",0,true)"}""", text("a b", ""));
    }

    @Test
    void of_null_leavesTheFieldEmpty() {
        assertEquals("{\"(1,,4,false)\"}", text("null"));
    }

    @Test
    void of_quotesAndBackslashes_escapesThemForTheRowAndForTheArray() {
        assertEquals("""
                {"(1,\\"x\\"\\"y\\\\\\\\z\\",5,false)"}""", text("x\"y\\z"));
    }

    @Test
    void of_noRows_isAnEmptyArray() {
        assertEquals("{}", text());
    }

    private static String text(String... rows) {
        return RowArray.of(List.of(rows), List.of(TEXT, LENGTH, EMPTY));
    }
}
