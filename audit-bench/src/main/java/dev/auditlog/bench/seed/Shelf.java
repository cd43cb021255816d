package dev.auditlog.bench.seed;

import java.util.Arrays;

/** All targets of a type. A few are asked for most of the time: the latest ones, or those that have always been popular. */
final class Shelf {

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
        int rank = dice.logUniform(size);
        int place = latestFirst ? size - 1 - rank : rank;
        return gone[place] ? -(first + place) : first + place;
    }

    void delete(long number) {
        gone[(int) (number - first)] = true;
    }
}
