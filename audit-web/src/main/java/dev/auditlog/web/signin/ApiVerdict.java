package dev.auditlog.web.signin;

import java.time.Duration;

/**
 * Whether a call of the API may run, and if not why.
 *
 * @param kind the answer
 * @param delay how long to wait; zero unless THROTTLED
 */
public record ApiVerdict(Kind kind, Duration delay) {

    /** The answers. */
    public enum Kind {
        ALLOWED,
        /** No credentials, and no session. */
        ANONYMOUS,
        /** Credentials that let nobody in, a disabled user's too. */
        BAD_CREDENTIALS,
        THROTTLED,
        /** The users could not be read. */
        UNAVAILABLE,
        /** A one-time password: it has to be changed in the console first. */
        PASSWORD_EXPIRED,
        /** Signed in, without a role that the call needs. */
        ROLE_MISSING,
        /** A call that changes something, in a session, without the header that only a page of this site can add. */
        CROSS_SITE,
        /** An export in a session, begun by a page of another site. */
        FOREIGN_EXPORT
    }

    static ApiVerdict of(Kind kind) {
        return new ApiVerdict(kind, Duration.ZERO);
    }
}
