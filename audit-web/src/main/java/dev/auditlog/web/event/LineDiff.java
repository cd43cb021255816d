package dev.auditlog.web.event;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds which lines of two texts differ, and what in them. The work is bounded, however large the texts are and however
 * little they have in common: it grows with their product.
 */
final class LineDiff {

    /** Lines of each side that are compared. */
    static final int MAX_LINES = 2_000;

    /** Equal lines that are shown around what differs. */
    static final int CONTEXT = 3;

    /** Characters in which words are compared; beyond these, whole lines are marked. */
    private static final int MAX_CHARS = 40_000;

    private static final int MAX_CHARS_OF_LINE = 400;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+|.", Pattern.DOTALL);

    private final List<DiffLine> lines = new ArrayList<>();
    private int budget = MAX_CHARS;
    private int oldNumber;
    private int freshNumber;

    private LineDiff() {}

    /** Compares at most {@value #MAX_LINES} lines of each. */
    static List<DiffLine> of(List<String> old, List<String> fresh) {
        LineDiff diff = new LineDiff();
        blocks(first(old), first(fresh)).forEach(diff::add);
        return folded(diff.lines);
    }

    private static List<String> first(List<String> lines) {
        return lines.subList(0, Math.min(MAX_LINES, lines.size()));
    }

    /**
     * A part of both texts that is equal, or one that is not.
     *
     * @param old its lines in the older text
     * @param fresh its lines in the newer text
     */
    private record Block(boolean equal, List<String> old, List<String> fresh) {

        Block with(AbstractDelta<String> delta) {
            return new Block(
                    equal,
                    joined(old, delta.getSource().getLines()),
                    joined(fresh, delta.getTarget().getLines()));
        }

        private static List<String> joined(List<String> first, List<String> second) {
            return Stream.concat(first.stream(), second.stream()).toList();
        }
    }

    /** What is equal and what is not, in turn: what was removed and what was added in the same place belong together. */
    private static List<Block> blocks(List<String> old, List<String> fresh) {
        Deque<Block> blocks = new ArrayDeque<>();
        for (AbstractDelta<String> delta : DiffUtils.diff(
                        old, fresh, new MyersDiffWithLinearSpace<String>(), null, true)
                .getDeltas()) {
            boolean equal = delta.getType() == DeltaType.EQUAL;
            boolean more = !blocks.isEmpty() && blocks.getLast().equal() == equal;
            Block block = more ? blocks.removeLast() : new Block(equal, List.of(), List.of());
            blocks.addLast(block.with(delta));
        }
        return List.copyOf(blocks);
    }

    private void add(Block block) {
        List<String> old = block.old();
        List<String> fresh = block.fresh();
        for (int i = 0; i < Math.max(old.size(), fresh.size()); i++) {
            if (block.equal()) {
                List<Piece> line = plain(old.get(i));
                lines.add(new DiffLine("same", line, line, ++oldNumber, ++freshNumber));
            } else if (i >= fresh.size()) {
                lines.add(new DiffLine("removed", plain(old.get(i)), List.of(), ++oldNumber, 0));
            } else if (i >= old.size()) {
                lines.add(new DiffLine("added", List.of(), plain(fresh.get(i)), 0, ++freshNumber));
            } else {
                lines.add(changed(old.get(i), fresh.get(i)));
            }
        }
    }

    private static List<Piece> plain(String line) {
        return List.of(new Piece(line, false));
    }

    private DiffLine changed(String old, String fresh) {
        List<Piece> left = new ArrayList<>();
        List<Piece> right = new ArrayList<>();
        if (isWithinBudget(old.length() + fresh.length())) {
            for (Block block : blocks(words(old), words(fresh))) {
                append(left, block.old(), !block.equal());
                append(right, block.fresh(), !block.equal());
            }
        } else {
            left.add(new Piece(old, true));
            right.add(new Piece(fresh, true));
        }
        return new DiffLine("changed", List.copyOf(left), List.copyOf(right), ++oldNumber, ++freshNumber);
    }

    private boolean isWithinBudget(int chars) {
        budget -= chars;
        return budget >= 0 && chars <= 2 * MAX_CHARS_OF_LINE;
    }

    private static List<String> words(String line) {
        return WORD.matcher(line).results().map(MatchResult::group).toList();
    }

    private static void append(List<Piece> pieces, List<String> words, boolean marked) {
        if (!words.isEmpty()) {
            pieces.add(new Piece(String.join("", words), marked));
        }
    }

    /** Leaves out equal lines that are far from what differs. */
    private static List<DiffLine> folded(List<DiffLine> lines) {
        List<DiffLine> shown = new ArrayList<>();
        int skipped = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (isNearDifference(lines, i)) {
                if (skipped > 0) {
                    shown.add(DiffLine.gap(skipped));
                    skipped = 0;
                }
                shown.add(lines.get(i));
            } else {
                skipped++;
            }
        }
        if (skipped > 0 && !shown.isEmpty()) {
            shown.add(DiffLine.gap(skipped));
        }
        return List.copyOf(shown);
    }

    private static boolean isNearDifference(List<DiffLine> lines, int place) {
        int end = Math.min(lines.size() - 1, place + CONTEXT);
        for (int i = Math.max(0, place - CONTEXT); i <= end; i++) {
            if (!lines.get(i).isSame()) {
                return true;
            }
        }
        return false;
    }
}
