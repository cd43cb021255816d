package dev.auditlog.web.signin;

import java.io.Serializable;
import java.util.List;
import java.util.Set;

/**
 * Who has signed in to the console.
 *
 * @param name the name that signs in
 * @param displayName name for people
 * @param roles roles with those that they imply, sorted
 * @param auth how: {@code FORM} or {@code BASIC}
 * @param mustChange whether the password has to be changed before anything else
 * @param stamp changes whenever the user's rights or password do; a session with another stamp is over
 */
record ConsoleUser(String name, String displayName, List<String> roles, String auth, boolean mustChange, String stamp)
        implements Serializable {

    static final String FORM = "FORM";
    static final String BASIC = "BASIC";

    ConsoleUser {
        roles = List.copyOf(roles);
    }

    Set<String> roleSet() {
        return Set.copyOf(roles);
    }

    boolean has(String role) {
        return roles.contains(role);
    }
}
