package dev.auditlog.account;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of a name and a password.
 *
 * @param result whether they let somebody in
 * @param signedIn who it is; null unless OK
 * @param until when the next attempt is looked at; null unless THROTTLED
 */
public record SignIn(Result result, @Nullable Account signedIn, @Nullable Instant until) {

    /** The ends of an attempt. */
    public enum Result {
        OK,
        /** No such user, or not this password: nobody is told which. */
        BAD_CREDENTIALS,
        /** Too many failures for the name or from the address; the password was not looked at. */
        THROTTLED,
        /** The password is right, but the user is disabled. */
        DISABLED
    }

    static SignIn ok(Account account) {
        return new SignIn(Result.OK, account, null);
    }

    static SignIn refused(Result result) {
        return new SignIn(result, null, null);
    }

    static SignIn throttled(Instant until) {
        return new SignIn(Result.THROTTLED, null, until);
    }

    /** Who has signed in; empty unless OK. */
    public Optional<Account> account() {
        return Optional.ofNullable(signedIn);
    }
}
