package dev.auditlog.record;

import java.io.IOException;
import java.util.Arrays;

/**
 * Reads the records of a segment one after another, and goes on behind what is broken.
 *
 * <p>A record that is broken inside its frame is skipped by its length. Where the frame itself is broken, the next one
 * is looked for byte by byte; its own checksum and place prove it. What is left behind the last whole record is torn if a
 * write can have stopped there: a frame begun, a record cut short, or zeros at the very end, which a file system puts in
 * place of what it had not written (no text ends in a zero). Everything else is damage.
 */
final class SegmentReader {

    private static final int WINDOW = 128 * 1024;

    private final SpoolFile file;
    private final long number;
    private final long end;
    private byte[] window = new byte[WINDOW];
    private long windowAt;
    private int windowLength;
    private long position;
    private int length;
    private long torn;
    private int gaps;
    private int gapsBefore;
    private long whole;

    SegmentReader(SpoolFile file, long number, long from, long end) {
        this.file = file;
        this.number = number;
        this.end = end;
        position = from;
        windowAt = from;
        whole = from;
    }

    /** Goes to the next record that is whole; false at the end. */
    boolean advance() throws IOException {
        while (position < end) {
            length = frameAt(position);
            long behind = position + SpoolFormat.FRAME + length;
            if (length < 0) {
                resume();
            } else if (behind > end) {
                tear();
            } else if (load(position, SpoolFormat.FRAME + length)
                    && SpoolFormat.isIntact(window, offset(position), length)) {
                position = behind;
                whole = behind;
                gapsBefore = gaps;
                return true;
            } else {
                gaps++;
                position = behind;
            }
        }
        if (whole < end && load(end - 1, 1) && window[offset(end - 1)] == 0) {
            torn = end - whole;
            gaps = gapsBefore;
        }
        return false;
    }

    /** The record that was found. */
    byte[] record() {
        int to = offset(position);
        return Arrays.copyOfRange(window, to - length, to);
    }

    /** Length in bytes of the record that was found. */
    int length() {
        return length;
    }

    /** Where the record that was found ends. */
    long position() {
        return position;
    }

    /** How many broken places were met. */
    int gaps() {
        return gaps;
    }

    /** How many bytes at the end are a write that stopped midway. */
    long torn() {
        return torn;
    }

    private void tear() {
        torn = end - position;
        position = end;
    }

    /** Looks for the next frame behind a broken one. */
    private void resume() throws IOException {
        for (long at = position; at < end; at++) {
            if (!load(at, 1)) {
                break;
            }
            if (window[offset(at)] == (byte) (SpoolFormat.MARKER >> 24) && frameAt(at) >= 0) {
                gaps++;
                position = at;
                return;
            }
        }
        if (end - position < SpoolFormat.FRAME) {
            tear();
        } else {
            gaps++;
            position = end;
        }
    }

    private int frameAt(long at) throws IOException {
        return load(at, SpoolFormat.FRAME) ? SpoolFormat.length(window, offset(at), number, at) : -1;
    }

    private int offset(long at) {
        return (int) (at - windowAt);
    }

    /** Has these bytes in the window; false if they are not all there. */
    private boolean load(long at, int wanted) throws IOException {
        if (at >= windowAt && at + wanted <= windowAt + windowLength) {
            return true;
        }
        if (at + wanted > end) {
            return false;
        }
        if (window.length < wanted) {
            window = new byte[wanted];
        }
        windowAt = at;
        windowLength = file.read(at, window);
        return windowLength >= wanted;
    }
}
