package dev.auditlog.record;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a segment: a header, then one frame for each record. Numbers are big-endian.
 *
 * <p>Header, 40 bytes: magic, version, own number, number of the segment before it (0: none), where that one ends,
 * checksum. Frame: marker, length, checksum of the record, checksum of these and of the frame's place, record. The second
 * checksum tells a broken length from a broken record, and a frame from bytes that stand where they were not written.
 */
final class SpoolFormat {

    static final int HEADER = 40;
    static final int FRAME = 16;

    /** Its bytes are in no UTF-8 text, so it is in no event. */
    static final int MARKER = 0xFF_A5_FE_C3;

    static final int VERSION = 1;

    private static final long MAGIC = 0x41_55_44_53_50_4F_4F_4CL; // AUDSPOOL
    private static final int HEADER_SUMMED = HEADER - Integer.BYTES;
    private static final int FRAME_SUMMED = FRAME - Integer.BYTES;

    private SpoolFormat() {}

    /**
     * What the beginning of a segment says.
     *
     * @param number the segment's own
     * @param previous the segment that was the last one when this was made; 0 for none
     * @param previousEnd length of that one: bytes behind were never acknowledged
     */
    record Header(int version, long number, long previous, long previousEnd) {}

    static byte[] header(long number, long previous, long previousEnd) {
        ByteBuffer bytes = ByteBuffer.allocate(HEADER);
        bytes.putLong(MAGIC).putInt(VERSION).putLong(number).putLong(previous).putLong(previousEnd);
        return bytes.putInt(sum(bytes.array(), 0, HEADER_SUMMED)).array();
    }

    /** Reads the first bytes of a segment; null if they are no header. */
    static @Nullable Header header(byte[] bytes, int length) {
        if (length < HEADER) {
            return null;
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (in.getLong() != MAGIC || in.getInt(HEADER_SUMMED) != sum(bytes, 0, HEADER_SUMMED)) {
            return null;
        }
        return new Header(in.getInt(), in.getLong(), in.getLong(), in.getLong());
    }

    static long sizeOf(Collection<byte[]> records) {
        return records.stream()
                .mapToLong(record -> FRAME + (long) record.length)
                .sum();
    }

    /** Returns what stands before a record at this place. */
    static byte[] frame(byte[] record, long number, long position) {
        ByteBuffer bytes = ByteBuffer.allocate(FRAME);
        bytes.putInt(MARKER).putInt(record.length).putInt(sum(record, 0, record.length));
        return bytes.putInt(frameSum(bytes.array(), 0, number, position)).array();
    }

    /** Returns the length of the record whose frame begins at {@code offset} and belongs to this place; -1 for none. */
    static int length(byte[] bytes, int offset, long number, long position) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        boolean frame = in.getInt(offset) == MARKER
                && in.getInt(offset + FRAME_SUMMED) == frameSum(bytes, offset, number, position);
        return frame ? in.getInt(offset + Integer.BYTES) : -1;
    }

    /** Whether the record behind the frame at {@code offset} is as it was written. */
    static boolean isIntact(byte[] bytes, int offset, int length) {
        return ByteBuffer.wrap(bytes).getInt(offset + 2 * Integer.BYTES) == sum(bytes, offset + FRAME, length);
    }

    private static int frameSum(byte[] bytes, int offset, long number, long position) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, offset, FRAME_SUMMED);
        sum.update(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(number)
                .putLong(position)
                .flip());
        return (int) sum.getValue();
    }

    private static int sum(byte[] bytes, int offset, int length) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, offset, length);
        return (int) sum.getValue();
    }
}
