package dev.auditlog.web.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineDiffTest {

    private static List<String> numbers(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(Integer::toString).toList();
    }

    private static List<Piece> plain(String text) {
        return List.of(new Piece(text, false));
    }

    @Test
    void changedLine_hasItsWordsMarked() {
        List<DiffLine> lines =
                LineDiff.of(List.of("{", "  \"amount\": 10", "}"), List.of("{", "  \"amount\": 12", "}"));
        assertEquals(
                List.of(
                        new DiffLine("same", plain("{"), plain("{"), 1, 1),
                        new DiffLine(
                                "changed",
                                List.of(new Piece("  \"amount\": ", false), new Piece("10", true)),
                                List.of(new Piece("  \"amount\": ", false), new Piece("12", true)),
                                2,
                                2),
                        new DiffLine("same", plain("}"), plain("}"), 3, 3)),
                lines);
    }

    @Test
    void linesOfOneSideOnly_areRemovedOrAdded() {
        List<DiffLine> lines = LineDiff.of(List.of("a", "b", "d"), List.of("b", "c", "d"));
        assertEquals(
                List.of(
                        new DiffLine("removed", plain("a"), List.of(), 1, 0),
                        new DiffLine("same", plain("b"), plain("b"), 2, 1),
                        new DiffLine("added", List.of(), plain("c"), 0, 2),
                        new DiffLine("same", plain("d"), plain("d"), 3, 3)),
                lines);
        assertTrue(lines.get(0).isLost() && !lines.get(0).isWon());
        assertTrue(lines.get(2).isWon() && !lines.get(2).isLost());
    }

    @Test
    void equalLinesFarFromADifference_areCountedAndLeftOut() {
        List<String> fresh = new java.util.ArrayList<>(numbers(1, 20));
        fresh.set(9, "ten");
        List<DiffLine> lines = LineDiff.of(numbers(1, 20), fresh);
        assertEquals(DiffLine.gap(6), lines.get(0));
        assertEquals(7, lines.get(1).oldNumber());
        assertEquals("changed", lines.get(4).kind());
        assertEquals(13, lines.get(7).oldNumber());
        assertEquals(DiffLine.gap(7), lines.get(8));
        assertEquals(9, lines.size());
    }

    @Test
    void equalTexts_haveNoLines() {
        assertEquals(List.of(), LineDiff.of(numbers(1, 50), numbers(1, 50)));
        assertEquals(List.of(), LineDiff.of(List.of(), List.of()));
    }

    @Test
    void largeTexts_withNothingInCommon_endSoon() {
        List<String> old = numbers(1, 100_000).stream()
                .map(n -> "a" + n + " x".repeat(190))
                .toList();
        List<String> fresh = numbers(1, 100_000).stream()
                .map(n -> "b" + n + " y".repeat(190))
                .toList();
        List<DiffLine> lines = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> LineDiff.of(old, fresh));
        assertEquals(LineDiff.MAX_LINES, lines.size());
        assertEquals(1, lines.get(LineDiff.MAX_LINES - 1).old().size(), "marked as a whole");
    }
}
