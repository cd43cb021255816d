package dev.auditlog.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Where the console's users are kept: in the audit database, or in the server. */
interface Users {

    /**
     * Checks a name and a password. Never throws: a store that is away is an UNAVAILABLE attempt.
     *
     * @param request the request that carries them
     * @param address address of the client, for the throttle
     * @param auth {@code FORM} or {@code BASIC}
     */
    Attempt check(HttpServletRequest request, BasicCredentials credentials, String address, String auth);

    /** Whether there is a user of that name; false where that cannot be told. */
    boolean isKnown(String name);

    /** Returns the user as he is now; empty if he was disabled or changed since he signed in. */
    Optional<ConsoleUser> current(ConsoleUser user);
}
