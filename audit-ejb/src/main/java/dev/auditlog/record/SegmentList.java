package dev.auditlog.record;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The segments that the spool still has, by age, and what they add up to. Safe for any thread. */
final class SegmentList {

    private final TreeMap<Long, Segment> segments = new TreeMap<>();
    private long records;
    private long bytes;

    /**
     * What may be read of a segment at a moment.
     *
     * @param from where the oldest record begins that was not removed
     * @param end where the last acknowledged record ends
     * @param remaining how many records are between
     */
    record View(Segment segment, long from, long end, long remaining) {}

    synchronized void add(Segment segment) {
        segments.put(segment.number(), segment);
        records += segment.remaining();
        bytes += segment.end();
    }

    /** Takes a segment off the list once its file is gone. */
    synchronized void drop(Segment segment) {
        if (segments.remove(segment.number(), segment)) {
            records -= segment.remaining();
            bytes -= segment.end();
        }
    }

    synchronized void grow(Segment segment, long more, int count) {
        segment.grow(more, count);
        records += count;
        bytes += more;
    }

    synchronized void removeUpTo(Segment segment, long position) {
        segment.removeUpTo(position);
        records--;
    }

    /** Records that were counted and are broken now. */
    synchronized void lose(Segment segment, long lost) {
        segment.lose(lost);
        records -= lost;
    }

    synchronized long records() {
        return records;
    }

    synchronized long bytes() {
        return bytes;
    }

    /** The oldest segment behind this number that holds a record; null if there is none. */
    synchronized @Nullable View nextWithRecords(long number) {
        Map.Entry<Long, Segment> entry = segments.higherEntry(number);
        while (entry != null && entry.getValue().remaining() == 0) {
            entry = segments.higherEntry(entry.getKey());
        }
        return entry == null ? null : view(entry.getValue());
    }

    /** The newest segment that holds a record; null if there is none. */
    synchronized @Nullable Segment newest() {
        Map.Entry<Long, Segment> entry = segments.lastEntry();
        while (entry != null && entry.getValue().remaining() == 0) {
            entry = segments.lowerEntry(entry.getKey());
        }
        return entry == null ? null : entry.getValue();
    }

    /** The oldest segment if it holds no record; null otherwise. */
    synchronized @Nullable Segment finished() {
        Map.Entry<Long, Segment> oldest = segments.firstEntry();
        return oldest == null || oldest.getValue().remaining() > 0 ? null : oldest.getValue();
    }

    synchronized View view(Segment segment) {
        return new View(segment, segment.from(), segment.end(), segment.remaining());
    }
}
