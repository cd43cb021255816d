package dev.auditlog.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.fault.driver.Effect;
import dev.auditlog.fault.driver.Point;
import dev.auditlog.stage.Ports;
import dev.auditlog.stage.PostgresServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The driver fails, lies or takes the JVM with it at a named point: promises 1, 2, 3, 7, 8, 12 and 15. */
@TestMethodOrder(OrderAnnotation.class) // the server that is halted last need not be started again
class NamedPointIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long LIMIT_MILLIS = 3_000; // the timeout of 2 s below, and one more
    private static final Size SWEEP = Size.of(new Size(12, 50), new Size(60, 400));
    private static final Size LIES = Size.of(new Size(5, 150), new Size(100, 200));
    private static final Size HALTS = Size.of(new Size(1, 100), new Size(7, 1000));
    private static final Path FOLDER = FaultServer.folder("points");

    private static PostgresServer database;
    private static FaultServer server;
    private static Ledger ledger;

    @BeforeAll
    static void start() {
        database = PostgresServer.start(FOLDER.resolve("postgresql"), Ports.free());
        Map<String, String> keys = Map.of("audit.record.timeout", "2s", "audit.record.lease", "6s");
        server = FaultServer.start(FOLDER, database.url("audit"), 32, keys);
        ledger = new Ledger(FOLDER.resolve("ledger.txt"));
        Load.during(
                server.root(), ledger, 4, () -> ledger.awaitMore(20, PATIENCE)); // the start is not what is measured
    }

    @AfterAll
    static void stop() {
        server.close();
        ledger.close();
        database.close();
    }

    @Test
    @Order(1)
    void commit_reportedAsFailedButDone_isNeitherLostNorDoubled() {
        load(() -> {
            for (int i = 0; i < LIES.faults(); i++) {
                server.arm(Point.COMMIT, Effect.FAIL_AFTER, 3, 1 + i % 3);
                ledger.awaitMore(LIES.between(), PATIENCE);
                assertTrue(server.happened() > 0, "no commit lied");
            }
        });
        compare();
    }

    @Test
    @Order(2)
    void driver_thatFailsFromTheNthCallOnForEver_refusesCallsAndRecovers() {
        load(() -> {
            for (int n = 1; n <= SWEEP.faults(); n++) {
                ledger.awaitMore(SWEEP.between(), PATIENCE);
                server.arm(Point.CALL, Effect.FAIL_BEFORE, n, Integer.MAX_VALUE);
                ledger.awaitTime(Duration.ofSeconds(1));
                assertTrue(server.happened() > 0, "nothing failed");
                server.disarm();
                ledger.awaitMore(1, Duration.ofSeconds(10));
            }
        });
        List<Entry> slow =
                ledger.entries().stream().filter(e -> e.millis() > LIMIT_MILLIS).toList();
        assertEquals(List.of(), slow);
        assertTrue(
                ledger.entries().stream().anyMatch(Entry::isRefused), "the driver failed for ever, and nobody noticed");
        compare();
    }

    @Test
    @Order(3)
    void server_haltedAtANamedPoint_keepsWhatWasAcknowledgedOnce() {
        load(() -> {
            for (int i = 0; i < HALTS.faults(); i++) {
                halt(Point.INSERT, Effect.HALT_BEFORE);
                halt(Point.INSERT, Effect.HALT_AFTER);
                halt(Point.COMMIT, Effect.HALT_AFTER);
            }
            ledger.awaitMore(HALTS.between(), PATIENCE);
        });
        compare();
    }

    private static void halt(Point point, Effect effect) {
        ledger.awaitMore(HALTS.between(), PATIENCE);
        server.armHalt(point, effect, 5);
        assertTrue(server.process().awaitEnd(PATIENCE), "the JVM was not halted");
        server.startAgain();
    }

    private static void load(Runnable faults) {
        Load.during(server.root(), ledger, 32, faults);
    }

    private static void compare() {
        Books.compare(ledger.entries(), Row.all(database.url("audit"))).requireClean();
    }
}
