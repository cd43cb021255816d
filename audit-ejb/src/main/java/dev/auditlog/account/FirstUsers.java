package dev.auditlog.account;

import dev.auditlog.config.AuditConfig;
import dev.auditlog.store.AuditDatabase;
import dev.auditlog.store.SqlErrors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Makes the users without whom nobody could sign in.
 *
 * <p>For the demo, the system property {@value #DEMO_PROPERTY} or the environment variable {@value #DEMO_VARIABLE} gives
 * the users {@code admin}, {@code auditor} and {@code exporter} this password at each start; it is never read from a
 * file of the archive. Else a database without users gets an admin whose random password is written to a file.
 */
final class FirstUsers {

    static final String DEMO_PROPERTY = "audit.console.demo-password";
    static final String DEMO_VARIABLE = "AUDIT_CONSOLE_DEMO_PASSWORD";

    private static final System.Logger LOG = System.getLogger(FirstUsers.class.getName());
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyzACDEFGHJKLMNPQRTUVWXY34679";
    private static final int RANDOM_CHARS = 20;

    private final FirstAdminFile file;
    private final char @Nullable [] demoPassword;
    private volatile boolean done;

    FirstUsers(FirstAdminFile file, char @Nullable [] demoPassword) {
        this.file = file;
        this.demoPassword = demoPassword;
    }

    static FirstUsers of(AuditConfig config, UnaryOperator<@Nullable String> environment) {
        String demo = System.getProperty(DEMO_PROPERTY, environment.apply(DEMO_VARIABLE));
        return new FirstUsers(FirstAdminFile.of(config), demo == null || demo.isBlank() ? null : demo.toCharArray());
    }

    /** Does its work once; tries again at the next call if that failed. */
    void ensure(AuditDatabase database, int iterations, Instant now) {
        if (!done) {
            synchronized (this) {
                if (!done) {
                    make(database, iterations, now);
                    done = true;
                }
            }
        }
    }

    private void make(AuditDatabase database, int iterations, Instant now) {
        char[] demo = demoPassword;
        if (demo != null) {
            for (Role role : Role.values()) {
                retried(() -> database.write(em -> demoUser(em, role, PasswordHash.of(demo, iterations), now)));
            }
            LOG.log(Level.INFO, AccountMessages.demoUsers());
        } else if (database.read(AccountRows::isEmpty)) {
            firstAdmin(database, iterations, now);
        }
    }

    private void firstAdmin(AuditDatabase database, int iterations, Instant now) {
        char[] password = randomPassword();
        Path written = file.write(password); // before the user, so that no crash leaves one whose password is lost
        try {
            database.write(em -> {
                em.persist(user(Role.ADMIN, PasswordHash.of(password, iterations), now, true));
                return null;
            });
            LOG.log(Level.WARNING, AccountMessages.firstAdmin(written));
        } catch (PersistenceException failure) {
            FirstAdminFile.remove(written);
            if (!SqlErrors.isUniqueViolation(failure)) {
                throw failure; // else another node was faster, and has logged its own file
            }
        } finally {
            Arrays.fill(password, ' ');
        }
    }

    private @Nullable AccountRow demoUser(EntityManager em, Role role, PasswordHash hash, Instant now) {
        AccountRow row = AccountRows.locked(em, role.word());
        if (row == null) {
            em.persist(user(role, hash, now, false));
        } else if (!PasswordHash.parse(row.passwordHash).matches(demo())) {
            row.passwordHash = hash.text();
            row.mustChange = false;
            row.changed = now;
        }
        return row;
    }

    private char[] demo() {
        return demoPassword == null ? new char[0] : demoPassword;
    }

    private static AccountRow user(Role role, PasswordHash hash, Instant now, boolean mustChange) {
        AccountRow row =
                new AccountRow(role.word(), role == Role.ADMIN ? "Administrator" : role.word(), Set.of(role), now);
        row.passwordHash = hash.text();
        row.mustChange = mustChange;
        return row;
    }

    /** Two nodes may start at once: the second finds the user at its second try. */
    private static void retried(Runnable work) {
        try {
            work.run();
        } catch (PersistenceException failure) {
            if (!SqlErrors.isUniqueViolation(failure)) {
                throw failure;
            }
            work.run();
        }
    }

    private static char[] randomPassword() {
        SecureRandom random = new SecureRandom();
        char[] password = new char[RANDOM_CHARS];
        for (int i = 0; i < password.length; i++) {
            password[i] = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
        }
        return password;
    }
}
