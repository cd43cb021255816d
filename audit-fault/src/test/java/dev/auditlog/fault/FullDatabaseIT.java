package dev.auditlog.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** PostgreSQL's disk has no room, for data or for its log: promises 1, 3, 7, 8, 10. */
class FullDatabaseIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration BACK = Duration.ofSeconds(30);
    private static final int CLIENTS = 32;
    private static final String FULL = "SQLSTATE 53100";
    private static final Size SIZE = Size.of(new Size(1, 300), new Size(20, 400));

    @Test
    void database_withoutRoom_refusesCallsAndGoesOnWhenItHasSome() {
        Path folder = FaultServer.folder("full-database");
        try (Ledger ledger = new Ledger(folder.resolve("ledger.txt"));
                CrampedPostgres database = CrampedPostgres.start(folder);
                FaultServer server =
                        FaultServer.start(folder, database.url(), CLIENTS, Map.of("audit.record.timeout", "2s"))) {
            Load.during(server.root(), ledger, CLIENTS, () -> {
                for (int i = 0; i < SIZE.faults(); i++) {
                    database.beginLogFile();
                    ledger.awaitMore(SIZE.between(), PATIENCE);
                    database.takeRoomForRows();
                    ledger.awaitRefused(4 * CLIENTS, PATIENCE);
                    server.requireRefusal();
                    database.giveRoom();
                    ledger.awaitMore(1, BACK);
                    ledger.awaitMore(SIZE.between(), PATIENCE);
                    database.takeRoomForLog(PATIENCE);
                    ledger.awaitRefused(4 * CLIENTS, PATIENCE);
                    server.requireRefusal();
                    database.giveRoom();
                    ledger.awaitMore(1, BACK);
                }
                ledger.awaitMore(SIZE.between(), PATIENCE);
            });
            assertTrue(server.process().log().contains(FULL), "the log does not say why");
            assertEquals(1, server.figure("audit_recorder_accepting"));
            Books.compare(ledger.entries(), Row.all(database.url())).requireClean();
        }
    }
}
