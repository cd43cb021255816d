package dev.auditlog.web.signin;

import java.time.Duration;

/**
 * Why the sign-in form is shown again. It does not say whether there is a user of that name.
 *
 * @param kind what went wrong
 * @param delay how long to wait; zero unless THROTTLED
 */
record SignInProblem(Kind kind, Duration delay) {

    /** What can go wrong. */
    enum Kind {
        WRONG,
        THROTTLED,
        UNAVAILABLE,
        STALE_FORM
    }

    static SignInProblem of(Kind kind) {
        return new SignInProblem(kind, Duration.ZERO);
    }

    static SignInProblem of(Attempt attempt) {
        return switch (attempt.result()) {
            case THROTTLED -> new SignInProblem(Kind.THROTTLED, attempt.delay());
            case UNAVAILABLE -> of(Kind.UNAVAILABLE);
            default -> of(Kind.WRONG); // disabled users get the same words: names cannot be tried out
        };
    }
}
