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

/** Events and changes stay together whatever happens to the commit, the server or the database: promises 4, 7 and 8. */
@TestMethodOrder(OrderAnnotation.class) // the first one says what calls get while nothing happens to them
class AtomicFaultIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int CLIENTS = 32;
    private static final long LIMIT_MILLIS = 5_000;
    private static final Size CALM = Size.of(new Size(0, 500), new Size(0, 20_000));
    private static final Size LIES = Size.of(new Size(4, 60), new Size(100, 200));
    private static final Size STOPS = Size.of(new Size(1, 100), new Size(20, 500));
    private static final Path FOLDER = FaultServer.folder("atomic");

    private static PostgresServer database;
    private static FaultServer server;
    private static Ledger ledger;

    @BeforeAll
    static void start() {
        database = PostgresServer.start(FOLDER.resolve("postgresql"), Ports.free());
        Sql.run(database.url("audit"), Sql.ORDERS);
        server = FaultServer.startWithOrders(
                FOLDER,
                database.url("audit"),
                4,
                2 * CLIENTS, // those that commit an order apart need a second one
                Map.of("audit.record.lease", "6s"));
        ledger = new Ledger(FOLDER.resolve("ledger.txt"));
        Load.during(
                server.root(), ledger, 4, OrderAsks.ALL, () -> ledger.awaitMore(20, PATIENCE)); // not what is measured
    }

    @AfterAll
    static void stop() {
        server.close();
        ledger.close();
        database.close();
    }

    @Test
    @Order(1)
    void commits_thatTheDatabaseRefuses_changeNoAnswerOfOtherCalls() {
        int before = ledger.entries().size();
        underLoad(() -> ledger.awaitMore(CALM.between(), PATIENCE));
        List<Entry> now = ledger.entries().stream().skip(before).toList();
        assertEquals(
                List.of(), now.stream().filter(e -> e.status() != e.wanted()).toList());
        assertEquals(
                List.of(), now.stream().filter(e -> e.millis() > LIMIT_MILLIS).toList());
        assertTrue(now.stream().filter(e -> e.wanted() == 500).count() > CALM.between() / 4, "too few commits failed");
        assertEquals(List.of(), compare().incomplete());
    }

    @Test
    @Order(2)
    void commits_thatAreLostOnTheirWayOrBack_keepEventAndChangeTogether() {
        underLoad(() -> {
            for (int i = 0; i < LIES.faults(); i++) {
                server.arm(Point.ORDER_COMMIT, i % 2 == 0 ? Effect.FAIL_AFTER : Effect.FAIL_BEFORE, 3, 1 + i % 5);
                ledger.awaitMore(LIES.between(), PATIENCE);
                assertTrue(server.happened() > 0, "no commit was lost");
            }
        });
        assertEquals(List.of(), compare().incomplete());
    }

    @Test
    @Order(3)
    void serverAndDatabase_stoppedAtAnyMoment_keepEventAndChangeTogether() {
        underLoad(() -> {
            for (int i = 0; i < STOPS.faults(); i++) {
                database.crash();
                ledger.awaitTime(Duration.ofSeconds(1));
                database.startAgain();
                ledger.awaitMore(STOPS.between(), PATIENCE);
                stopServer(i);
                server.startAgain();
                ledger.awaitMore(STOPS.between(), PATIENCE);
            }
        });
        compare();
    }

    /** After a commit that nobody knows of yet, at any moment, and before a commit, by turns. */
    private static void stopServer(int turn) {
        if (turn % 3 == 1) {
            server.process().kill();
            return;
        }
        server.armHalt(Point.ORDER_COMMIT, turn % 3 == 0 ? Effect.HALT_AFTER : Effect.HALT_BEFORE, 5);
        assertTrue(server.process().awaitEnd(PATIENCE), "the JVM was not halted");
    }

    private static void underLoad(Runnable faults) {
        Load.during(server.root(), ledger, CLIENTS, OrderAsks.ALL, faults);
    }

    private static OrderBooks compare() {
        OrderBooks.awaitEmptyOutbox(database.url("audit"), PATIENCE);
        OrderBooks books = OrderBooks.compare(ledger.entries(), database.url("audit"));
        books.requireClean();
        return books;
    }
}
