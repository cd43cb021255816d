package dev.auditlog.record;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/** One file of the spool: what it holds and how far it was removed. Guarded by its {@link SegmentList}. */
final class Segment {

    private final long number;
    private final Path file;
    private long from = SpoolFormat.HEADER;
    private long end;
    private long remaining;
    private final AtomicBoolean damaged = new AtomicBoolean();
    private boolean undeleted;

    /** A segment with this many whole records before {@code end}. */
    Segment(long number, Path file, long end, long records) {
        this.number = number;
        this.file = file;
        this.end = end;
        remaining = records;
    }

    long number() {
        return number;
    }

    Path file() {
        return file;
    }

    /** Where the oldest record begins that was not removed. */
    long from() {
        return from;
    }

    /** Where the last acknowledged record ends. */
    long end() {
        return end;
    }

    /** How many records were not removed. */
    long remaining() {
        return remaining;
    }

    /** Whether anything in it is broken, so that the file is kept. */
    boolean isDamaged() {
        return damaged.get();
    }

    /** Returns whether this is new. */
    boolean damage() {
        return damaged.compareAndSet(false, true);
    }

    /** Its file cannot be deleted; returns whether this is new. */
    boolean undeleted() {
        boolean before = undeleted;
        undeleted = true;
        return !before;
    }

    void grow(long bytes, int records) {
        end += bytes;
        remaining += records;
    }

    void removeUpTo(long position) {
        from = position;
        remaining--;
    }

    void lose(long records) {
        remaining -= records;
    }
}
