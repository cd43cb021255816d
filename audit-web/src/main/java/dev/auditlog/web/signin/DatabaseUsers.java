package dev.auditlog.web.signin;

import dev.auditlog.account.Account;
import dev.auditlog.account.Accounts;
import dev.auditlog.account.Role;
import dev.auditlog.account.SignIn;
import dev.auditlog.web.signin.Attempt.Result;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The console's own users, in the audit database. */
final class DatabaseUsers implements Users {

    private static final System.Logger LOG = System.getLogger(DatabaseUsers.class.getName());

    private static final Duration QUIET = Duration.ofMinutes(1);

    private final Accounts accounts;
    private final BooleanSupplier storeIsThere;
    private final Clock clock;
    private final AtomicReference<Instant> said = new AtomicReference<>(Instant.EPOCH);

    /** @param storeIsThere false while the audit database is known to be away */
    DatabaseUsers(Accounts accounts, BooleanSupplier storeIsThere, Clock clock) {
        this.accounts = accounts;
        this.storeIsThere = storeIsThere;
        this.clock = clock;
    }

    @Override
    public Attempt check(HttpServletRequest request, BasicCredentials credentials, String address, String auth) {
        return unlessAway(() -> check(credentials, address, auth), Attempt.failed(Result.UNAVAILABLE));
    }

    private Attempt check(BasicCredentials credentials, String address, String auth) {
        SignIn answer = auth.equals(ConsoleUser.BASIC)
                ? accounts.signInAgain(credentials.name(), credentials.password(), address)
                : accounts.signIn(credentials.name(), credentials.password(), address);
        return switch (answer.result()) {
            case OK -> Attempt.ok(user(answer.account().orElseThrow(), auth));
            case BAD_CREDENTIALS -> Attempt.failed(Result.BAD_CREDENTIALS);
            case DISABLED -> Attempt.failed(Result.DISABLED);
            case THROTTLED -> Attempt.throttled(until(answer.until()));
        };
    }

    @Override
    public boolean isKnown(String name) {
        return unlessAway(() -> accounts.find(name).isPresent(), false);
    }

    /** While the database is away nobody is signed out: nothing can be seen of it anyway. */
    @Override
    public Optional<ConsoleUser> current(ConsoleUser user) {
        return unlessAway(
                () -> accounts.find(user.name())
                        .filter(account -> !account.disabled())
                        .map(account -> user(account, user.auth()))
                        .filter(now -> now.stamp().equals(user.stamp())),
                Optional.of(user));
    }

    static ConsoleUser user(Account account, String auth) {
        List<String> roles =
                account.allRoles().stream().map(Role::word).sorted().toList();
        return new ConsoleUser(
                account.name(),
                account.displayName(),
                roles,
                auth,
                account.mustChange(),
                account.changed().toString());
    }

    private Duration until(@Nullable Instant end) {
        Duration left = end == null ? Duration.ZERO : Duration.between(clock.instant(), end);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** Each question waits long for a connection where there is none, so a database known to be away is not asked. */
    private <T> T unlessAway(Supplier<T> question, T otherwise) {
        try {
            return storeIsThere.getAsBoolean() ? question.get() : otherwise;
        } catch (RuntimeException away) {
            say(away);
            return otherwise;
        }
    }

    private void say(RuntimeException away) {
        Instant last = said.get();
        Instant now = clock.instant();
        if (now.isAfter(last.plus(QUIET)) && said.compareAndSet(last, now)) { // not for each request
            LOG.log(Level.WARNING, SigninMessages.usersAway(), away);
        }
    }
}
