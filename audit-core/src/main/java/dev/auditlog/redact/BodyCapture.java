package dev.auditlog.redact;

import dev.auditlog.redact.CapturedBody.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a request's body is teed into while the application reads it. Holds at most the cap, however long the body is; of
 * a multipart form it holds the fields and, of files, only name, type, size and digest. Never throws; not safe for many
 * threads.
 */
public final class BodyCapture {

    private static final int FIRST_SIZE = 512;

    private final @Nullable String contentType;
    private final @Nullable String contentEncoding;
    private final int cap;
    private final boolean multipart;
    private final @Nullable MultipartScanner parts;
    private byte[] kept = new byte[0];
    private int size;
    private long total;

    private BodyCapture(@Nullable String contentType, @Nullable String contentEncoding, int cap) {
        this.contentType = contentType;
        this.contentEncoding = contentEncoding;
        this.cap = cap;
        MediaType media = MediaType.of(contentType);
        multipart = media.isMultipart();
        String boundary = media.boundary();
        boolean plain = contentEncoding == null || contentEncoding.isBlank() || "identity".equals(contentEncoding);
        boolean readable = media.isFormData() && plain && boundary != null && boundary.length() <= 256;
        parts = readable && boundary != null ? new MultipartScanner(boundary, cap) : null;
    }

    /**
     * Starts a capture.
     *
     * @param contentType header of that name; null where there is none
     * @param contentEncoding header of that name; null where there is none
     * @param capBytes most bytes to hold; at most {@link CapturedBody#LARGEST_CAP}
     */
    public static BodyCapture open(@Nullable String contentType, @Nullable String contentEncoding, int capBytes) {
        int cap = Math.max(0, Math.min(capBytes, CapturedBody.LARGEST_CAP));
        return new BodyCapture(contentType, contentEncoding, cap);
    }

    /** Takes bytes that the application has read. */
    public void accept(byte[] bytes, int offset, int length) {
        int from = Math.max(0, Math.min(offset, bytes.length));
        int count = Math.max(0, Math.min(length, bytes.length - from));
        total += count;
        if (parts != null) {
            parts.accept(bytes, from, count);
        } else if (!multipart) {
            keep(bytes, from, count);
        }
    }

    /** Takes one byte that the application has read; only its low eight bits count, and -1 is no byte. */
    public void accept(int octet) {
        if (octet >= 0) {
            accept(new byte[] {(byte) octet}, 0, 1);
        }
    }

    private void keep(byte[] bytes, int from, int count) {
        int taken = Math.min(count, cap - size);
        if (taken <= 0) {
            return;
        }
        if (size + taken > kept.length) {
            int wanted = Math.max(size + taken, Math.max(FIRST_SIZE, 2 * kept.length));
            kept = Arrays.copyOf(kept, Math.min(wanted, cap));
        }
        System.arraycopy(bytes, from, kept, size, taken);
        size += taken;
    }

    /**
     * Ends the capture.
     *
     * @param announcedLength Content-Length; -1 where it is unknown
     * @param endOfStreamSeen whether the application has read to the end
     */
    public CapturedBody finish(long announcedLength, boolean endOfStreamSeen) {
        long length = Math.max(total, announcedLength);
        if (total == 0) {
            return new CapturedBody(
                    Kind.NONE, kept, contentType, contentEncoding, length, length == 0, Map.of(), List.of());
        }
        boolean readAll = endOfStreamSeen || total == announcedLength;
        if (parts != null) {
            return ofParts(parts, length, readAll);
        }
        byte[] bytes = size == kept.length ? kept : Arrays.copyOf(kept, size);
        return new CapturedBody(
                Kind.BYTES, bytes, contentType, contentEncoding, length, readAll && size == total, Map.of(), List.of());
    }

    private CapturedBody ofParts(MultipartScanner scanner, long length, boolean readAll) {
        boolean malformed = scanner.isBroken() || readAll && !scanner.isAtEnd();
        Kind kind = malformed ? Kind.BYTES : Kind.PARTS;
        boolean complete = !malformed && scanner.isAtEnd() && !scanner.isCut();
        List<CapturedBody.Part> found = malformed ? List.of() : scanner.parts();
        return new CapturedBody(kind, new byte[0], contentType, contentEncoding, length, complete, Map.of(), found);
    }
}
