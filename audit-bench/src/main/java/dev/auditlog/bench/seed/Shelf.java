package dev.auditlog.bench.seed;

import java.util.Arrays;

/** All targets of a type. A few are asked for most of the time: the latest ones, or those that have always been popular. */
final class Shelf {

    /** Who follows an old link; others do not find a target that has been deleted. */
    private static final double ASKED_FOR_THOUGH_GONE = 0.15;

    private final boolean latestFirst;
    private final long first;
    private boolean[] gone;
    private int size;

    Shelf(long first, int size, boolean latestFirst) {
        this.first = first;
        this.size = size;
        this.latestFirst = latestFirst;
        gone = new boolean[2 * size];
    }

    /** A new target. */
    long create() {
        if (size == gone.length) {
            gone = Arrays.copyOf(gone, 2 * size);
        }
        return first + size++;
    }

    /** The number of a target; negative if it has been deleted. */
    long pick(Dice dice) {
        int place = place(dice);
        while (gone[place] && !dice.chance(ASKED_FOR_THOUGH_GONE)) {
            place = place(dice);
        }
        return gone[place] ? -(first + place) : first + place;
    }

    private int place(Dice dice) {
        int rank = dice.logUniform(size);
        return latestFirst ? size - 1 - rank : rank;
    }

    void delete(long number) {
        gone[(int) (number - first)] = true;
    }
}
