package dev.auditlog.web.event;

import java.util.List;

/**
 * A line of a comparison, side by side.
 *
 * @param kind {@code same}, {@code changed}, {@code removed}, {@code added}, or {@code gap} for equal lines that are left out
 * @param old the line on the older side, with what differs marked; empty where it has none
 * @param fresh the line on the newer side likewise
 * @param oldNumber its number, from 1; for a gap how many lines are left out; 0 where there is none
 * @param freshNumber likewise
 */
public record DiffLine(String kind, List<Piece> old, List<Piece> fresh, int oldNumber, int freshNumber) {

    static DiffLine gap(int lines) {
        return new DiffLine("gap", List.of(), List.of(), lines, lines);
    }

    public boolean isGap() {
        return kind.equals("gap");
    }

    public boolean isSame() {
        return kind.equals("same");
    }

    /** Whether the older side has a line here that the newer one has not, or not so. */
    public boolean isLost() {
        return kind.equals("changed") || kind.equals("removed");
    }

    /** Whether the newer side has a line here that the older one has not, or not so. */
    public boolean isWon() {
        return kind.equals("changed") || kind.equals("added");
    }
}
