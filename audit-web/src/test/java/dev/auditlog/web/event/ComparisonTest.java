package dev.auditlog.web.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.event.AuditEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final EventPlace PLACE = new EventPlace(Samples.LIST, true);

    private static Comparison compare(AuditEvent one, AuditEvent other, boolean whole) {
        return Comparison.of(one, other, whole, PLACE, Samples.WORDS);
    }

    @Test
    void twoEvents_inWhateverOrder_haveTheOlderOneAtTheLeft() {
        AuditEvent old = Samples.changeOf(1, "{\"b\":1,\"a\":1}");
        AuditEvent fresh = Samples.changeOf(2, "{\"a\":2,\"b\":1}");
        Comparison comparison = compare(fresh, old, false);
        assertEquals(compare(old, fresh, false), comparison);
        assertEquals(
                "/audit/events?q=actor:bob&from=-7d&event=" + Samples.id(1),
                comparison.old().url());
        assertEquals("Bob Ray changed Order 42", comparison.fresh().sentence());
        assertEquals(
                List.of("same", "changed", "same", "same"),
                comparison.lines().stream().map(DiffLine::kind).toList());
    }

    @Test
    void equalData_andNone_haveNoLines_andSayWhich() {
        Comparison equal = compare(Samples.changeOf(1, "[1]"), Samples.changeOf(2, "[1]"), false);
        assertTrue(equal.lines().isEmpty() && !equal.blank());
        Comparison none = compare(Samples.changeOf(1, null), Samples.change(2).toEvent(), false);
        assertTrue(none.lines().isEmpty() && none.blank());
    }

    @Test
    void wholeEvents_differInMoreThanData() {
        Comparison comparison = compare(Samples.changeOf(1, "[1]"), Samples.changeOf(2, "[1]"), true);
        assertTrue(comparison.lines().stream().anyMatch(line -> PrettyJson.text(line.fresh())
                .contains(Samples.id(2).toString())));
        assertFalse(comparison.cut());
    }

    @Test
    void longData_areComparedToTheLimit_andItIsSaid() {
        String data = "[" + "1,".repeat(LineDiff.MAX_LINES) + "1]";
        Comparison comparison = compare(Samples.changeOf(1, data), Samples.changeOf(2, "[]"), false);
        assertTrue(comparison.cut());
    }
}
