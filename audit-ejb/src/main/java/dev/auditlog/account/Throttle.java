package dev.auditlog.account;

import dev.auditlog.address.AddressRange;
import dev.auditlog.store.AuditDatabase;
import dev.auditlog.store.SqlErrors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Slows down guessing, over all nodes and restarts. Each attempt counts as a failure, in the database and under a row
 * lock, before its password is looked at, and is taken back when the password was right: so many attempts at once get no
 * more tries than one after the other.
 *
 * <p>From the 5th failure of a name and the 20th of an address on, the next attempt has to wait 1 s, then 2 s, doubling
 * up to 15 min. Failures are forgotten 15 min after the last wait.
 */
final class Throttle {

    private static final int FREE_BY_NAME = 5;
    private static final int FREE_BY_ADDRESS = 20;
    private static final Duration FIRST_DELAY = Duration.ofSeconds(1);
    private static final Duration MAX_DELAY = Duration.ofMinutes(15);
    private static final Duration MEMORY = Duration.ofMinutes(15);
    private static final int MAX_DOUBLINGS = 10;
    private static final int TRIES = 4;

    private static final System.Logger LOG = System.getLogger(Throttle.class.getName());

    private final AuditDatabase database;
    private final Clock clock;
    private final AtomicReference<Instant> swept = new AtomicReference<>(Instant.EPOCH);

    Throttle(AuditDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Counts an attempt, unless it has to wait.
     *
     * @param address of the client; null counts for the name alone
     * @return until when it has to wait; empty if the password may be looked at
     */
    Optional<Instant> enter(String name, @Nullable String address) {
        Map<String, Integer> subjects = subjects(name, address);
        return retried(em -> enter(em, subjects));
    }

    /** The password was right: forgets the failures of the name, and the one that was counted for the address. */
    void succeeded(String name, @Nullable String address) {
        retried(em -> {
            remove(em, nameSubject(name));
            FailureRow row = address == null ? null : locked(em, addressSubject(address));
            if (row != null && row.failures > 0) {
                row.failures--;
                row.until = Instant.EPOCH;
            }
            return name;
        });
        sweep();
    }

    /** Forgets the failures of a name. */
    void forget(String name) {
        retried(em -> {
            remove(em, nameSubject(name));
            return name;
        });
    }

    /** Removes, now and then, the rows whose time is over. They count no more, so a failure is left to the next time. */
    private void sweep() {
        Instant now = now();
        Instant last = swept.get();
        if (now.isBefore(last.plus(MEMORY)) || !swept.compareAndSet(last, now)) {
            return;
        }
        try {
            database.write(em -> em.createQuery("delete from FailureRow f where f.last < :old")
                    .setParameter("old", now.minus(MAX_DELAY).minus(MEMORY))
                    .executeUpdate());
        } catch (PersistenceException failure) {
            LOG.log(Level.DEBUG, () -> "Old failures to sign in are kept: " + SqlErrors.describe(failure));
        }
    }

    /** Others may count the first failure of the same subject, or sweep, at the same time: then once more. */
    private <T> T retried(Function<EntityManager, T> work) {
        for (int i = 1; ; i++) {
            try {
                return database.write(work);
            } catch (PersistenceException failure) {
                if (i == TRIES || !SqlErrors.isUniqueViolation(failure) && !SqlErrors.isConflict(failure)) {
                    throw failure;
                }
            }
        }
    }

    private Optional<Instant> enter(EntityManager em, Map<String, Integer> subjects) {
        Instant now = now();
        Map<String, FailureRow> rows = new TreeMap<>(); // always locked in the same order
        Instant until = now;
        for (String subject : subjects.keySet()) {
            FailureRow row = locked(em, subject);
            if (row == null) {
                row = new FailureRow(subject);
                em.persist(row);
            }
            rows.put(subject, row);
            until = row.until.isAfter(until) ? row.until : until;
        }
        if (until.isAfter(now)) {
            return Optional.of(until);
        }
        rows.forEach((subject, row) -> count(row, subjects.get(subject), now));
        return Optional.empty();
    }

    private static void count(FailureRow row, int free, Instant now) {
        Instant forgotten = (row.until.isAfter(row.last) ? row.until : row.last).plus(MEMORY);
        row.failures = now.isAfter(forgotten) ? 1 : row.failures + 1;
        row.last = now;
        row.until = row.failures < free ? Instant.EPOCH : now.plus(delay(row.failures - free));
    }

    private static Duration delay(int doublings) {
        Duration delay = FIRST_DELAY.multipliedBy(1L << Math.min(doublings, MAX_DOUBLINGS));
        return delay.compareTo(MAX_DELAY) < 0 ? delay : MAX_DELAY;
    }

    private static void remove(EntityManager em, String subject) {
        FailureRow row = locked(em, subject);
        if (row != null) {
            em.remove(row);
        }
    }

    private static @Nullable FailureRow locked(EntityManager em, String subject) {
        return em.find(FailureRow.class, subject, LockModeType.PESSIMISTIC_WRITE);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Map<String, Integer> subjects(String name, @Nullable String address) {
        Map<String, Integer> subjects = new TreeMap<>(Map.of(nameSubject(name), FREE_BY_NAME));
        if (address != null) {
            subjects.put(addressSubject(address), FREE_BY_ADDRESS);
        }
        return subjects;
    }

    private static String nameSubject(String name) {
        try {
            byte[] key = AccountRow.key(name).getBytes(StandardCharsets.UTF_8);
            return "name:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(key));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java platform has SHA-256
        }
    }

    /** An IPv4 address, or the /64 of an IPv6 address, since one client has all of it. */
    private static String addressSubject(String address) {
        String key = AddressRange.key(address);
        if (key == null) {
            return "address:none";
        }
        boolean ipv4 = key.startsWith("0".repeat(20) + "ffff");
        return "address:" + (ipv4 ? key : key.substring(0, 16));
    }
}
