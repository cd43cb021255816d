package dev.auditlog.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.account.SignIn.Result;
import dev.auditlog.store.AuditDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What the console's users do, the same on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AccountsContract {

    private static final int FAST = 1_000;
    private static final String GOOD = "green tea at seven";
    private static final String OTHER = "black coffee at nine";
    private static final String HOME = "203.0.113.7";

    private final MovableClock clock = new MovableClock();
    private AuditDatabase database;
    private JpaAccounts accounts;

    @TempDir
    Path folder;

    /** An empty database. */
    abstract DataSource fresh();

    @BeforeAll
    void open() {
        database = AuditDatabase.open(fresh(), AuditDatabase.Options.defaults());
    }

    @AfterAll
    void close() {
        database.close();
    }

    @BeforeEach
    void clear() {
        database.write(em -> {
            em.createQuery("delete from AccountRow a").executeUpdate();
            return em.createQuery("delete from FailureRow f").executeUpdate();
        });
        accounts = node(FAST);
        accounts.ensureFirstUsers();
        accounts.add("Alice", "Alice Doe", GOOD.toCharArray(), Set.of(Role.AUDITOR));
    }

    private JpaAccounts node(int iterations) {
        return new JpaAccounts(database, new FirstUsers(file("first.txt"), "demo".toCharArray()), clock, iterations);
    }

    private FirstAdminFile file(String name) {
        return new FirstAdminFile(folder.resolve(name), false);
    }

    private Result signIn(String name, String password) {
        return accounts.signIn(name, password.toCharArray(), HOME).result();
    }

    private void fail(String name, int times) {
        for (int i = 0; i < times; i++) {
            assertEquals(Result.BAD_CREDENTIALS, signIn(name, "wrong"));
        }
    }

    private static String code(Runnable work) {
        return assertThrows(AccountException.class, work::run).code();
    }

    @Test
    void signIn_rightPassword_tellsWhoItIs() {
        clock.advance(Duration.ofSeconds(1));
        SignIn signIn = accounts.signIn("aLICE", GOOD.toCharArray(), HOME);
        assertEquals(Result.OK, signIn.result());
        Account account = signIn.account().orElseThrow();
        assertEquals("Alice", account.name());
        assertEquals("Alice Doe", account.displayName());
        assertEquals(Set.of(Role.AUDITOR), account.allRoles());
        assertTrue(account.mustChange());
        assertEquals(clock.instant(), account.lastSignIn());
        assertEquals(clock.instant().minusSeconds(1), account.changed());
    }

    @Test
    void signIn_wrongNameOrPassword_isTheSameRefusal() {
        assertEquals(SignIn.refused(Result.BAD_CREDENTIALS), accounts.signIn("nobody", GOOD.toCharArray(), HOME));
        assertEquals(SignIn.refused(Result.BAD_CREDENTIALS), accounts.signIn("alice", OTHER.toCharArray(), HOME));
        assertEquals(Result.BAD_CREDENTIALS, signIn("alice", ""));
        assertEquals(Result.BAD_CREDENTIALS, signIn("' or '1'='1\u0000", "x".repeat(5_000)));
    }

    @Test
    void signIn_disabled_isToldOnlyToWhoKnowsThePassword() {
        accounts.disable("alice");
        assertEquals(Result.DISABLED, signIn("alice", GOOD));
        assertEquals(Result.BAD_CREDENTIALS, signIn("alice", OTHER));
        accounts.enable("alice");
        assertEquals(Result.OK, signIn("alice", GOOD));
    }

    @Test
    void signIn_fiveFailures_delaysDoubleToFifteenMinutes() {
        fail("alice", 5);
        Instant start = clock.instant();
        assertEquals(SignIn.throttled(start.plusSeconds(1)), accounts.signIn("alice", GOOD.toCharArray(), "::1"));
        for (long delay : List.of(1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900)) {
            clock.advance(Duration.ofSeconds(delay).minusMillis(1));
            assertEquals(Result.THROTTLED, signIn("alice", "wrong"));
            clock.advance(Duration.ofMillis(1));
            assertEquals(Result.BAD_CREDENTIALS, signIn("ALICE", "wrong"));
        }
    }

    @Test
    void signIn_afterSuccessOrFifteenMinutes_beginsAnew() {
        fail("alice", 4);
        assertEquals(Result.OK, signIn("alice", GOOD));
        fail("alice", 4);
        clock.advance(Duration.ofMinutes(15).plusMillis(1));
        fail("alice", 4);
        assertEquals(Result.OK, signIn("alice", GOOD));
    }

    @Test
    void signIn_throttledOnOneNode_isThrottledOnTheOtherAndAfterRestart() {
        fail("alice", 5);
        assertEquals(
                Result.THROTTLED,
                node(FAST).signIn("alice", GOOD.toCharArray(), HOME).result());
    }

    @Test
    void signIn_twentyFailuresFromOneAddress_throttlesTheAddressOnly() {
        for (int i = 0; i < 20; i++) {
            fail("name" + i, 1);
        }
        assertEquals(Result.THROTTLED, signIn("alice", GOOD));
        assertEquals(
                Result.OK,
                accounts.signIn("alice", GOOD.toCharArray(), "203.0.113.8").result());
    }

    @Test
    void signIn_manyAtOnce_getNoMoreTriesThanOneAfterTheOther() throws Exception {
        List<JpaAccounts> nodes = List.of(node(FAST), node(FAST), node(FAST), node(FAST));
        nodes.forEach(JpaAccounts::ensureFirstUsers);
        ExecutorService threads = Executors.newFixedThreadPool(nodes.size());
        try {
            List<Future<Result>> results = IntStream.range(0, 24)
                    .mapToObj(i -> threads.submit(() -> nodes.get(i % nodes.size())
                            .signIn("alice", "wrong".toCharArray(), "198.51.100." + i)
                            .result()))
                    .toList();
            int looked = 0;
            for (Future<Result> result : results) {
                looked += result.get() == Result.BAD_CREDENTIALS ? 1 : 0;
            }
            assertEquals(5, looked);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void signIn_failures_keepNoTypedName() {
        fail("my secret typed into the wrong field", 1);
        List<String> subjects = database.read(em -> em.createQuery("select f.subject from FailureRow f", String.class)
                .getResultList());
        assertEquals(2, subjects.size());
        assertTrue(subjects.stream().noneMatch(s -> s.contains("secret")), subjects.toString());
    }

    @Test
    void signIn_success_removesRowsWhoseTimeIsOver() {
        fail("old", 1);
        clock.advance(Duration.ofMinutes(31));
        fail("young", 1);
        assertEquals(Result.OK, signIn("alice", GOOD));
        long rows = database.read(em ->
                em.createQuery("select count(f) from FailureRow f", Long.class).getSingleResult());
        assertEquals(2, rows); // of the name "young" and of the address
    }

    @Test
    void signIn_olderHash_isRenewed() {
        JpaAccounts stronger = node(2 * FAST);
        assertEquals(
                Result.OK, stronger.signIn("alice", GOOD.toCharArray(), HOME).result());
        String stored = database.read(em -> em.find(AccountRow.class, "alice").passwordHash);
        assertTrue(stored.startsWith("pbkdf2$sha512$2000$"), stored);
        assertEquals(Result.OK, signIn("alice", GOOD));
    }

    @Test
    void signInAgain_changedOrDisabledElsewhere_isOutAtOnce() {
        char[] password = GOOD.toCharArray();
        assertEquals(Result.OK, accounts.signInAgain("alice", password, HOME).result());
        assertEquals(Result.OK, accounts.signInAgain("alice", password, HOME).result());
        JpaAccounts other = node(FAST);
        other.setRoles("alice", Set.of(Role.EXPORTER));
        assertEquals(
                Set.of(Role.AUDITOR, Role.EXPORTER),
                accounts.signInAgain("alice", password, HOME)
                        .account()
                        .orElseThrow()
                        .allRoles());
        other.disable("alice");
        assertEquals(
                Result.DISABLED, accounts.signInAgain("alice", password, HOME).result());
    }

    @Test
    void signInAgain_withinAMinute_isNotThrottledByOthersFailures() {
        assertEquals(
                Result.OK,
                accounts.signInAgain("alice", GOOD.toCharArray(), HOME).result());
        fail("alice", 5);
        assertEquals(
                Result.OK,
                accounts.signInAgain("alice", GOOD.toCharArray(), HOME).result());
        assertEquals(
                Result.THROTTLED,
                accounts.signInAgain("alice", OTHER.toCharArray(), HOME).result());
        clock.advance(Duration.ofSeconds(60));
        fail("alice", 1);
        assertEquals(
                Result.THROTTLED,
                accounts.signInAgain("alice", GOOD.toCharArray(), HOME).result());
    }

    @Test
    void add_badOrTakenName_isRefused() {
        assertEquals("AUD-0601", code(() -> add("ALICE", GOOD)));
        assertEquals("AUD-0600", code(() -> add("a b", GOOD)));
        assertEquals("AUD-0600", code(() -> add("", GOOD)));
        assertEquals("AUD-0609", code(() -> accounts.add("bob", "", GOOD.toCharArray(), Set.of())));
        assertEquals(
                "AUD-0611", code(() -> accounts.add("bob", "x".repeat(129), GOOD.toCharArray(), Set.of(Role.ADMIN))));
        assertEquals(
                "bob",
                accounts.add("bob", " ", GOOD.toCharArray(), Set.of(Role.ADMIN)).displayName());
        assertEquals(
                List.of("admin", "Alice", "auditor", "bob", "exporter"),
                accounts.list().stream().map(Account::name).toList());
    }

    private void add(String name, String password) {
        accounts.add(name, "", password.toCharArray(), Set.of(Role.AUDITOR));
    }

    @Test
    void add_weakPassword_isRefusedWithTheReason() {
        assertEquals("AUD-0603", code(() -> add("robert", "elevenchars")));
        assertEquals("AUD-0603", code(() -> add("robert", "x".repeat(257))));
        assertEquals("AUD-0604", code(() -> add("robert", "Robert-2026-x")));
        assertEquals("AUD-0605", code(() -> add("robert", "Password2026!")));
        assertEquals("AUD-0605", code(() -> add("robert", "aaaaaaaaaaab")));
        assertEquals("AUD-0605", code(() -> add("robert", "123456789012")));
    }

    @Test
    void disableOrSetRoles_lastEnabledAdmin_isRefused() {
        assertEquals("AUD-0610", code(() -> accounts.disable("admin")));
        assertEquals("AUD-0610", code(() -> accounts.setRoles("admin", Set.of(Role.EXPORTER))));
        accounts.setRoles("alice", Set.of(Role.ADMIN));
        assertTrue(accounts.disable("admin").disabled());
        assertEquals("AUD-0610", code(() -> accounts.disable("alice")));
        assertFalse(accounts.find("alice").orElseThrow().disabled());
    }

    @Test
    void change_unknownUser_isRefused() {
        assertEquals("AUD-0602", code(() -> accounts.disable("nobody")));
        assertEquals("AUD-0602", code(() -> accounts.enable("no body")));
        assertEquals("AUD-0602", code(() -> accounts.resetPassword("nobody", GOOD.toCharArray())));
    }

    @Test
    void changeOwnPassword_rightOldOne_takesTheNewOne() {
        Account changed = accounts.changeOwnPassword("alice", GOOD.toCharArray(), OTHER.toCharArray());
        assertFalse(changed.mustChange());
        assertEquals(Result.BAD_CREDENTIALS, signIn("alice", GOOD));
        assertEquals(Result.OK, signIn("alice", OTHER));
    }

    @Test
    void changeOwnPassword_wrongOldOne_countsAsFailure() {
        for (int i = 0; i < 5; i++) {
            assertEquals("AUD-0607", code(() -> change("guess", OTHER)));
        }
        assertEquals("AUD-0608", code(() -> change(GOOD, OTHER)));
        clock.advance(Duration.ofSeconds(1));
        assertEquals("AUD-0606", code(() -> change(GOOD, GOOD)));
        assertEquals("AUD-0603", code(() -> change(GOOD, "short")));
    }

    private void change(String from, String to) {
        accounts.changeOwnPassword("alice", from.toCharArray(), to.toCharArray());
    }

    @Test
    void resetPassword_throttledUser_maySignInAndMustChange() {
        fail("alice", 5);
        assertTrue(accounts.resetPassword("alice", OTHER.toCharArray()).mustChange());
        assertEquals(Result.OK, signIn("alice", OTHER));
    }

    @Test
    void firstUsers_demo_haveTheGivenPasswordAtEachStart() {
        assertEquals(Result.OK, signIn("admin", "demo"));
        assertEquals(Result.OK, signIn("exporter", "demo"));
        var again = new JpaAccounts(database, new FirstUsers(file("a.txt"), "new".toCharArray()), clock, FAST);
        assertEquals(
                Result.OK, again.signIn("auditor", "new".toCharArray(), HOME).result());
        assertFalse(again.find("auditor").orElseThrow().mustChange());
        assertEquals(Result.OK, again.signIn("alice", GOOD.toCharArray(), HOME).result());
    }

    @Test
    void firstUsers_noUserAndNoDemo_areOneAdminWhosePasswordIsInAFileOfTheOwner() throws IOException {
        database.write(em -> em.createQuery("delete from AccountRow a").executeUpdate());
        Files.writeString(folder.resolve("admin.txt"), "old");
        var first = new JpaAccounts(database, new FirstUsers(file("admin.txt"), null), clock, FAST);
        first.ensureFirstUsers();
        first.ensureFirstUsers();
        Path written = written();
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(written)));
        String password = Files.readString(written).strip();
        assertEquals(20, password.length());
        Account admin =
                first.signIn("admin", password.toCharArray(), HOME).account().orElseThrow();
        assertTrue(admin.mustChange());
        assertEquals(Set.of(Role.AUDITOR, Role.EXPORTER, Role.ADMIN), admin.allRoles());
        assertEquals(1, first.list().size());
    }

    private Path written() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().startsWith("admin-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void firstUsers_chosenFileExists_isRefusedAndNoUserIsMade() throws IOException {
        database.write(em -> em.createQuery("delete from AccountRow a").executeUpdate());
        Path old = Files.writeString(folder.resolve("chosen.txt"), "old");
        var first = new JpaAccounts(database, new FirstUsers(new FirstAdminFile(old, true), null), clock, FAST);
        assertEquals("AUD-0612", code(first::ensureFirstUsers));
        assertEquals(List.of(), first.list());
        assertEquals("old", Files.readString(old));
        Files.delete(old);
        first.ensureFirstUsers();
        assertEquals(1, first.list().size());
        assertNull(first.list().get(0).lastSignIn());
    }
}
