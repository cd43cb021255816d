package dev.auditlog.account;

import dev.auditlog.account.SignIn.Result;
import dev.auditlog.store.AuditDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Decides about attempts to sign in. On one node attempts of one name follow each other: many calls of one program at
 * once compute its password once, and their attempts do not count as failures of each other.
 */
final class SignInDesk {

    /** So many passwords are computed at once at most. */
    private static final int LANES = 8;

    private final AuditDatabase database;
    private final Throttle throttle;
    private final Clock clock;
    private final int iterations;
    private final RecentPasswords recent;
    private final PasswordHash nobody;
    private final ReentrantLock[] lanes =
            IntStream.range(0, LANES).mapToObj(i -> new ReentrantLock()).toArray(ReentrantLock[]::new);

    SignInDesk(AuditDatabase database, Throttle throttle, Clock clock, int iterations) {
        this.database = database;
        this.throttle = throttle;
        this.clock = clock;
        this.iterations = iterations;
        this.recent = new RecentPasswords(clock);
        this.nobody = PasswordHash.of(new char[] {'x'}, iterations);
    }

    SignIn signIn(String name, char[] password, String address) {
        return inLane(name, () -> attempt(name, password, address));
    }

    SignIn signInAgain(String name, char[] password, String address) {
        return remembered(name, password)
                .orElseGet(() -> inLane(name, () -> remembered(name, password).orElseGet(() -> {
                    SignIn outcome = attempt(name, password, address);
                    outcome.account().ifPresent(account -> recent.add(account, password));
                    return outcome;
                })));
    }

    /** Whether it is the user's password; computes as much where there is no user. */
    boolean isRight(@Nullable AccountRow row, char[] password) {
        boolean usable = password.length > 0 && password.length <= PasswordRules.MAX_CHARS;
        char[] tried = usable ? password : new char[] {' '};
        PasswordHash hash = row == null ? nobody : PasswordHash.parse(row.passwordHash);
        boolean matches = hash.matches(tried);
        return matches && usable && row != null;
    }

    private Optional<SignIn> remembered(String name, char[] password) {
        AccountRow row = read(name);
        return row != null && !row.disabled && recent.has(row, password)
                ? Optional.of(SignIn.ok(row.toAccount()))
                : Optional.empty();
    }

    private SignIn attempt(String name, char[] password, String address) {
        Optional<Instant> until = throttle.enter(name, address);
        if (until.isPresent()) {
            return SignIn.throttled(until.get());
        }
        AccountRow row = read(name);
        if (!isRight(row, password) || row == null) {
            return SignIn.refused(Result.BAD_CREDENTIALS);
        }
        if (row.disabled) {
            return SignIn.refused(Result.DISABLED);
        }
        throttle.succeeded(name, address);
        return SignIn.ok(signedIn(row, password));
    }

    /** Keeps when it was; hashes the password anew where that was made for slower machines. */
    private Account signedIn(AccountRow found, char[] password) {
        boolean weak = PasswordHash.parse(found.passwordHash).iterations() < iterations;
        String hash = weak ? PasswordHash.of(password, iterations).text() : found.passwordHash;
        return database.write(em -> {
            AccountRow row = AccountRows.locked(em, found.name);
            if (row == null) {
                return found.toAccount();
            }
            row.lastSignIn = clock.instant().truncatedTo(ChronoUnit.MICROS);
            if (weak && row.passwordHash.equals(found.passwordHash)) {
                row.passwordHash = hash;
            }
            return row.toAccount();
        });
    }

    private @Nullable AccountRow read(String name) {
        return database.read(em -> AccountRows.find(em, name).orElse(null));
    }

    private SignIn inLane(String name, Supplier<SignIn> work) {
        ReentrantLock lane = lanes[Math.floorMod(AccountRow.key(name).hashCode(), LANES)];
        lane.lock();
        try {
            return work.get();
        } finally {
            lane.unlock();
        }
    }
}
