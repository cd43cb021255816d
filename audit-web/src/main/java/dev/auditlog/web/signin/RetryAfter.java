package dev.auditlog.web.signin;

import java.time.Duration;

/** How long the header Retry-After (RFC 9110, section 10.2.3) asks somebody to wait. */
public final class RetryAfter {

    private RetryAfter() {}

    /** Returns the whole seconds, at least one; rounded up, since who comes back then must not be too early. */
    public static long seconds(Duration delay) {
        return Math.max(1, delay.plusMillis(999).toSeconds());
    }
}
