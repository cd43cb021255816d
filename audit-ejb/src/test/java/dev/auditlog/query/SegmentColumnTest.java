package dev.auditlog.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.auditlog.store.IndexTerm;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SegmentColumnTest {

    @ParameterizedTest
    @EnumSource
    void of_eachIndexTerm_isThere(IndexTerm term) {
        assertEquals(term.name(), SegmentColumn.of(term).name());
    }

    @Test
    void field_ofEach_isItsOwn() {
        long numbers = Arrays.stream(SegmentColumn.values())
                .mapToInt(SegmentColumn::field)
                .filter(field -> field != SegmentColumn.IDS)
                .distinct()
                .count();
        assertEquals(SegmentColumn.values().length, numbers);
    }

    @Test
    void hash_blanksAtTheEnd_makeNoDifferenceAsForDerby() {
        assertEquals(SegmentColumn.hashOf("a b"), SegmentColumn.OPERATION.hash("a b  "));
        assertEquals(SegmentColumn.hashOf("a b  "), SegmentColumn.OPERATION.hash("a b"));
    }

    @Test
    void hash_partOfWhatIsStored_isThatOfThePart() {
        assertEquals(SegmentColumn.hashOf("b"), SegmentColumn.ERROR.hash("a.b"));
        assertEquals(SegmentColumn.hashOf("a"), SegmentColumn.OPERATION_CLASS.hash("a.b.c"));
        assertEquals(SegmentColumn.hashOf("orders"), SegmentColumn.PATH_START.hash("/orders/1"));
        assertEquals(SegmentColumn.hashOf("orders"), SegmentColumn.PATH_START.hash("/orders"));
        assertEquals(SegmentColumn.hashOf(IndexTerm.SECOND), SegmentColumn.SLOW.hash(1_000_000L));
        assertEquals(SegmentColumn.hashOf(""), SegmentColumn.SLOW.hash(999_999L));
        assertEquals(SegmentColumn.hashOf("0000"), SegmentColumn.SOURCE_IPV4_16.hash("0000"));
    }
}
