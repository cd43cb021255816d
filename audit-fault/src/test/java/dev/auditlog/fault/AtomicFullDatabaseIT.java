package dev.auditlog.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The disk under the orders and their outbox has no room, for rows or for the log: promises 4, 7, 8, 10. */
class AtomicFullDatabaseIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration BACK = Duration.ofSeconds(30);
    private static final int CLIENTS = 32;
    private static final String FULL = "AUD-0435 The outbox behind jdbc/orders cannot be used now: SQLSTATE 53100";
    private static final Size SIZE = Size.of(new Size(1, 50), new Size(20, 400));
    private static final Path FOLDER = FaultServer.folder("atomic-full-database");

    @Test
    void outbox_withoutRoom_keepsEventAndChangeTogetherAndGoesOnWhenItHasSome() {
        try (CrampedPostgres database = CrampedPostgres.start(FOLDER);
                Ledger ledger = new Ledger(FOLDER.resolve("ledger.txt"))) {
            Sql.run(database.url(), Sql.ORDERS);
            Map<String, String> keys = Map.of("audit.record.timeout", "1s"); // or each failed call takes twice as long
            try (FaultServer server = FaultServer.startWithOrders(FOLDER, database.url(), 4, 2 * CLIENTS, keys)) {
                Load.during(server.root(), ledger, CLIENTS, OrderAsks.ALL, () -> fillUp(database, server, ledger));
                OrderBooks.awaitEmptyOutbox(database.url(), PATIENCE);
                assertEquals(1, server.figure("audit_recorder_accepting"));
                assertTrue(server.process().hasSaid(FULL), "the log does not say why");
            }
            List<Entry> entries = ledger.entries();
            assertEquals(List.of(), entries.stream().filter(e -> !isClear(e)).toList());
            OrderBooks books = OrderBooks.compare(entries, database.url());
            books.requireClean();
            assertEquals(List.of(), books.incomplete());
        }
    }

    private static void fillUp(CrampedPostgres database, FaultServer server, Ledger ledger) {
        for (int i = 0; i < SIZE.faults(); i++) {
            database.beginLogFile();
            ledger.awaitMore(SIZE.between(), PATIENCE);
            database.takeRoomForRows();
            ledger.awaitFailed(CLIENTS, PATIENCE);
            assertTrue(database.isRunning(), "the log was full before the tables");
            giveRoom(database, ledger);
            database.takeRoomForLog(PATIENCE);
            ledger.awaitFailed(CLIENTS, PATIENCE);
            server.awaitRefusalOfOrders(PATIENCE);
            giveRoom(database, ledger);
        }
    }

    private static void giveRoom(CrampedPostgres database, Ledger ledger) {
        database.giveRoom();
        ledger.awaitMore(1, BACK);
        ledger.awaitMore(SIZE.between(), PATIENCE);
    }

    /**
     * Whether a sender knows where it stands: the answer that is due, a failure of the method, which may be that of its own
     * insert, or a refusal.
     */
    private static boolean isClear(Entry entry) {
        return switch (entry.status()) {
            case 200 -> entry.ran() && entry.wanted() == 200;
            case 500, 503 -> !entry.ran();
            default -> false;
        };
    }
}
