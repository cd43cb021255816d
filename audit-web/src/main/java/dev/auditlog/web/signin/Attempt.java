package dev.auditlog.web.signin;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What came of one name and password.
 *
 * @param result whether they let somebody in, and if not why
 * @param user who it is; null unless OK
 * @param delay how long to wait before the next attempt; zero unless THROTTLED
 */
record Attempt(Result result, @Nullable ConsoleUser user, Duration delay) {

    /** The ends of an attempt. */
    enum Result {
        OK,
        BAD_CREDENTIALS,
        /** Too many failures for the name or from the address; the password was not looked at. */
        THROTTLED,
        DISABLED,
        /** A user of the server who has no role of the console. */
        NO_ROLE,
        /** The users could not be read. */
        UNAVAILABLE
    }

    static Attempt ok(ConsoleUser user) {
        return new Attempt(Result.OK, user, Duration.ZERO);
    }

    static Attempt failed(Result result) {
        return new Attempt(result, null, Duration.ZERO);
    }

    static Attempt throttled(Duration delay) {
        return new Attempt(Result.THROTTLED, null, delay);
    }

    boolean isOk() {
        return result == Result.OK;
    }

    /** The user of an attempt that is OK. */
    ConsoleUser signedIn() {
        return Objects.requireNonNull(user);
    }
}
