package dev.auditlog.account;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A user of the console, as kept in the audit database.
 *
 * @param name name at sign-in; found without regard to case
 * @param displayName name for people
 * @param roles roles that were given to the user; see {@link #allRoles()}
 * @param disabled whether the user may not sign in
 * @param mustChange whether the user has to choose a password before anything else
 * @param created when the user was added
 * @param changed when password, roles or state were changed last: a session that began before it is out of date
 * @param lastSignIn when the user signed in last; null before that
 */
public record Account(
        String name,
        String displayName,
        Set<Role> roles,
        boolean disabled,
        boolean mustChange,
        Instant created,
        Instant changed,
        @Nullable Instant lastSignIn) {

    public Account {
        roles = Set.copyOf(roles);
    }

    /** The roles with those that they imply. */
    public Set<Role> allRoles() {
        Set<Role> all = EnumSet.noneOf(Role.class);
        roles.forEach(role -> all.addAll(role.implied()));
        return all;
    }
}
