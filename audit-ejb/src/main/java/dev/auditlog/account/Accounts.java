package dev.auditlog.account;

import dev.auditlog.config.AuditConfig;
import dev.auditlog.store.AuditDatabase;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The console's own users. Safe for many threads, and for many nodes on one database. To be called outside of
 * transactions.
 *
 * <p>Every method throws {@link dev.auditlog.AuditException} or {@link jakarta.persistence.PersistenceException} where the
 * database cannot be used, and {@link AccountException} (AUD-06xx) where a change is refused. Passwords are neither kept
 * nor changed; whoever brings one wipes it.
 */
public interface Accounts {

    /** Returns the users in a database. Connects at the first call. */
    static Accounts of(AuditDatabase database, AuditConfig config) {
        return JpaAccounts.of(database, FirstUsers.of(config, System::getenv), Clock.systemUTC());
    }

    /**
     * Makes the first users where they are missing: those of the demo, else one admin where there is no user at all.
     * Signing in does so too; calling it at start puts the path of the admin's password file into the log early.
     */
    void ensureFirstUsers();

    /**
     * Checks a name and a password, and counts failures. Takes as long for a name that does not exist.
     *
     * @param sourceIp address of the client
     */
    SignIn signIn(String name, char[] password, String sourceIp);

    /**
     * Like {@link #signIn}, for programs that bring the password with every call: a password that was right on this node
     * within the last minute is not computed again, unless the user was changed since.
     */
    SignIn signInAgain(String name, char[] password, String sourceIp);

    /** Finds a user by name, without regard to case. */
    Optional<Account> find(String name);

    /** All users, by name. */
    List<Account> list();

    /**
     * Adds a user, who has to choose an own password at the first sign-in.
     *
     * @param displayName name for people; the name itself where it is blank
     */
    Account add(String name, String displayName, char[] password, Set<Role> roles);

    /** Keeps a user from signing in. The last enabled admin cannot be disabled. */
    Account disable(String name);

    /** Lets a user sign in again. */
    Account enable(String name);

    /** Gives a user a password that has to be changed at the next sign-in; forgets the failures of the name. */
    Account resetPassword(String name, char[] password);

    /** Changes the password of a user who knows the old one; a wrong one counts as a failure of the name. */
    Account changeOwnPassword(String name, char[] oldPassword, char[] newPassword);

    /** Replaces the roles of a user. The last enabled admin cannot lose that role. */
    Account setRoles(String name, Set<Role> roles);
}
