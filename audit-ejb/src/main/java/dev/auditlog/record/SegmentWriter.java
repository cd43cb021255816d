package dev.auditlog.record;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the newest segment. After any error it is of no use any more: nothing that it wrote last may be believed. */
final class SegmentWriter {

    private static final int BUFFER = 256 * 1024;

    private final Segment segment;
    private final SpoolFile file;
    private final byte[] buffer = new byte[BUFFER];
    private int buffered;
    private long position;

    private SegmentWriter(Segment segment, SpoolFile file) {
        this.segment = segment;
        this.file = file;
        position = segment.end();
    }

    /** Makes a segment; when this returns, its header and its place in the directory are durable. */
    static SegmentWriter begin(SpoolFiles files, Path directory, long number, @Nullable Segment previous)
            throws IOException {
        Path path = SpoolNames.segment(directory, number);
        byte[] header = SpoolFormat.header(
                number, previous == null ? 0 : previous.number(), previous == null ? 0 : previous.end());
        boolean begun = false;
        SpoolFile file = files.create(path);
        try {
            file.write(0, header, header.length);
            file.force();
            files.forceDirectory(directory);
            begun = true;
            return new SegmentWriter(new Segment(number, path, header.length, 0), file);
        } finally {
            if (!begun) {
                closeQuietly(file);
                deleteQuietly(files, path);
            }
        }
    }

    Segment segment() {
        return segment;
    }

    /** Writes records behind the last acknowledged one; when this returns, they are durable. */
    void append(List<byte[]> records) throws IOException {
        position = segment.end();
        for (byte[] record : records) {
            put(SpoolFormat.frame(record, segment.number(), position + buffered));
            put(record);
        }
        flush();
        file.force();
    }

    /**
     * Cuts off what was never acknowledged, so that it takes no room, and closes the file.
     *
     * @return whether the file is gone, since nothing in it was acknowledged
     */
    boolean giveUp(SpoolFiles files) {
        cutOff();
        return segment.end() == SpoolFormat.HEADER && deleteQuietly(files, segment.file());
    }

    private void cutOff() {
        try {
            file.truncate(segment.end());
        } catch (IOException e) {
            return; // the header of the next segment says where this one ends
        } finally {
            closeQuietly(file);
        }
    }

    void close() {
        closeQuietly(file);
    }

    private void put(byte[] bytes) throws IOException {
        int done = 0;
        while (done < bytes.length) {
            int part = Math.min(bytes.length - done, buffer.length - buffered);
            System.arraycopy(bytes, done, buffer, buffered, part);
            buffered += part;
            done += part;
            if (buffered == buffer.length) {
                flush();
            }
        }
    }

    private void flush() throws IOException {
        file.write(position, buffer, buffered);
        position += buffered;
        buffered = 0;
    }

    /** All that counts was forced before. */
    private static void closeQuietly(SpoolFile file) {
        try {
            file.close();
        } catch (IOException e) {
            return;
        }
    }

    /** A file without records that stays is left out, and deleted, at the next start. */
    private static boolean deleteQuietly(SpoolFiles files, Path path) {
        try {
            files.delete(path);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
