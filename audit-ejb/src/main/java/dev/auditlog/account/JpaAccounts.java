package dev.auditlog.account;

import dev.auditlog.store.AuditDatabase;
import dev.auditlog.store.SqlErrors;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Users in the audit database. */
final class JpaAccounts implements Accounts {

    private final AuditDatabase database;
    private final FirstUsers firstUsers;
    private final Clock clock;
    private final int iterations;
    private final SignInDesk desk;
    private final Throttle throttle;

    JpaAccounts(AuditDatabase database, FirstUsers firstUsers, Clock clock, int iterations) {
        this.database = database;
        this.firstUsers = firstUsers;
        this.clock = clock;
        this.iterations = iterations;
        this.throttle = new Throttle(database, clock);
        this.desk = new SignInDesk(database, throttle, clock, iterations);
    }

    static Accounts of(AuditDatabase database, FirstUsers firstUsers, Clock clock) {
        return new JpaAccounts(database, firstUsers, clock, PasswordHash.ITERATIONS);
    }

    @Override
    public void ensureFirstUsers() {
        firstUsers.ensure(database, iterations, now());
    }

    @Override
    public SignIn signIn(String name, char[] password, String sourceIp) {
        ensureFirstUsers();
        return desk.signIn(name, password, sourceIp);
    }

    @Override
    public SignIn signInAgain(String name, char[] password, String sourceIp) {
        ensureFirstUsers();
        return desk.signInAgain(name, password, sourceIp);
    }

    @Override
    public Optional<Account> find(String name) {
        return database.read(em -> AccountRows.find(em, name).map(AccountRow::toAccount));
    }

    @Override
    public List<Account> list() {
        return database.read(
                em -> AccountRows.all(em).map(AccountRow::toAccount).toList());
    }

    @Override
    public Account add(String name, String displayName, char[] password, Set<Role> roles) {
        PasswordRules.checkName(name);
        PasswordRules.checkPassword(name, password);
        checkRoles(roles);
        AccountRow row = new AccountRow(name, PasswordRules.displayName(displayName, name), roles, now());
        row.passwordHash = PasswordHash.of(password, iterations).text();
        row.mustChange = true;
        if (find(name).isPresent()) {
            throw AccountMessages.exists(name);
        }
        try {
            return database.write(em -> {
                em.persist(row);
                return row.toAccount();
            });
        } catch (PersistenceException failure) {
            throw SqlErrors.isUniqueViolation(failure) ? AccountMessages.exists(name) : failure;
        }
    }

    @Override
    public Account disable(String name) {
        return changeKeepingAnAdmin(name, row -> row.disabled = true);
    }

    @Override
    public Account enable(String name) {
        return change(name, row -> row.disabled = false);
    }

    @Override
    public Account setRoles(String name, Set<Role> roles) {
        checkRoles(roles);
        return changeKeepingAnAdmin(name, row -> row.setRoles(roles));
    }

    @Override
    public Account resetPassword(String name, char[] password) {
        return setPassword(name, password, true);
    }

    @Override
    public Account changeOwnPassword(String name, char[] oldPassword, char[] newPassword) {
        Optional<Instant> until = throttle.enter(name, null);
        if (until.isPresent()) {
            throw AccountMessages.throttled(Duration.between(now(), until.get()));
        }
        AccountRow row = database.read(em -> AccountRows.find(em, name).orElse(null));
        if (!desk.isRight(row, oldPassword)) {
            throw AccountMessages.wrongPassword();
        }
        throttle.succeeded(name, null);
        if (Arrays.equals(oldPassword, newPassword)) {
            throw AccountMessages.samePassword();
        }
        return setPassword(name, newPassword, false);
    }

    private Account setPassword(String name, char[] password, boolean mustChange) {
        PasswordRules.checkPassword(name, password);
        String hash = PasswordHash.of(password, iterations).text();
        Account changed = change(name, row -> {
            row.passwordHash = hash;
            row.mustChange = mustChange;
        });
        throttle.forget(name);
        return changed;
    }

    private Account change(String name, Consumer<AccountRow> change) {
        return database.write(em -> changed(AccountRows.locked(em, name), name, change));
    }

    /** Locks all users, so that of two admins who take the role from each other one is refused. */
    private Account changeKeepingAnAdmin(String name, Consumer<AccountRow> change) {
        return database.write(em -> {
            List<AccountRow> all = AccountRows.allLocked(em);
            boolean hadAdmin = all.stream().anyMatch(AccountRow::isEnabledAdmin);
            AccountRow row = all.stream()
                    .filter(r -> r.nameKey.equals(AccountRow.key(name)))
                    .findFirst()
                    .orElse(null);
            Account account = changed(row, name, change);
            if (hadAdmin && all.stream().noneMatch(AccountRow::isEnabledAdmin)) {
                throw AccountMessages.lastAdmin(account.name());
            }
            return account;
        });
    }

    private Account changed(@Nullable AccountRow row, String name, Consumer<AccountRow> change) {
        if (row == null) {
            throw AccountMessages.unknown(name);
        }
        change.accept(row);
        Instant now = now();
        row.changed = now.isAfter(row.changed) ? now : row.changed.plus(1, ChronoUnit.MICROS);
        return row.toAccount();
    }

    private static void checkRoles(Set<Role> roles) {
        if (roles.isEmpty()) {
            throw AccountMessages.noRole();
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
