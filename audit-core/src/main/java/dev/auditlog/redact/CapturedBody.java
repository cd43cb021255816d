package dev.auditlog.redact;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was captured of a request's data, still with its secrets: must not leave the request's thread.
 *
 * @param kind what the data is
 * @param bytes the first bytes of the body as the application read them, at most the configured cap; for BYTES only
 * @param contentType header of that name; null where there was none
 * @param contentEncoding header of that name; null where there was none
 * @param total size of the whole body in bytes, as far as it was read or announced; more than {@code bytes} if cut
 * @param complete whether {@code bytes} is the whole body
 * @param fields names and values, for FIELDS: form fields or query arguments as parsed by the container
 * @param parts the parts of a multipart body, for PARTS
 */
public record CapturedBody(
        Kind kind,
        byte[] bytes,
        @Nullable String contentType,
        @Nullable String contentEncoding,
        long total,
        boolean complete,
        Map<String, List<String>> fields,
        List<Part> parts) {

    /** What a captured body is made of. */
    public enum Kind {
        NONE,
        BYTES,
        FIELDS,
        PARTS
    }

    /**
     * One part of a multipart body (RFC 7578).
     *
     * @param name name of the field; null where the part has none
     * @param fileName name of the uploaded file; null for a plain field
     * @param contentType type of the part; null where there is none
     * @param size size in bytes
     * @param sha256 digest of a file's content in hex; null for a plain field
     * @param value value of a plain field, at most the cap; null for a file
     */
    public record Part(
            @Nullable String name,
            @Nullable String fileName,
            @Nullable String contentType,
            long size,
            @Nullable String sha256,
            @Nullable String value) {}

    /** More than that is captured of no body, whatever is configured; in bytes. */
    public static final int LARGEST_CAP = 1024 * 1024;

    private static final CapturedBody NOTHING =
            new CapturedBody(Kind.NONE, new byte[0], null, null, 0, true, Map.of(), List.of());

    /** No data. */
    public static CapturedBody none() {
        return NOTHING;
    }

    /** Form fields or query arguments as the container parsed them. */
    public static CapturedBody ofFields(Map<String, List<String>> fields, @Nullable String contentType, long total) {
        return new CapturedBody(Kind.FIELDS, new byte[0], contentType, null, total, true, fields, List.of());
    }
}
