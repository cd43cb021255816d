package dev.auditlog.capture;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Ids that a client sends along, taken only where they have the form that their specification gives. */
final class Headers {

    static final String AUDIT_ID = "Audit-ID";
    static final String AUDIT_REASON = "Audit-Reason";

    private static final Pattern CORRELATION = Pattern.compile("[\\w.:-]{1,128}");
    private static final Pattern TRACEPARENT =
            Pattern.compile("([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}.*");
    private static final String NO_TRACE = "0".repeat(32);
    private static final String NO_SPAN = "0".repeat(16);

    private Headers() {}

    /** {@code X-Request-ID}, where it is an id and nothing else. */
    static @Nullable String correlationId(@Nullable String header) {
        return header != null && CORRELATION.matcher(header).matches() ? header : null;
    }

    /** The trace id of {@code traceparent} (W3C Trace Context, section 3.2); null where the header is not valid. */
    static @Nullable String traceId(@Nullable String header) {
        if (header == null) {
            return null;
        }
        var parts = TRACEPARENT.matcher(header);
        boolean valid = parts.matches()
                && !parts.group(1).equals("ff")
                && !parts.group(2).equals(NO_TRACE)
                && !parts.group(3).equals(NO_SPAN);
        return valid ? parts.group(2) : null;
    }
}
