package dev.auditlog.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.stage.Ports;
import dev.auditlog.stage.PostgresServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** PostgreSQL's disk has no room, for data or for its log: promises 1, 3, 7, 8, 10. */
class FullDatabaseIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration BACK = Duration.ofSeconds(30);
    private static final int CLIENTS = 32;
    private static final int ROOM = 256 << 10;
    private static final String FULL = "SQLSTATE 53100";
    private static final Size SIZE = Size.of(new Size(1, 300), new Size(20, 400));

    @Test
    void database_withoutRoom_refusesCallsAndGoesOnWhenItHasSome() {
        Path folder = FaultServer.folder("full-database");
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"), 1024);
                Ledger ledger = new Ledger(folder.resolve("ledger.txt"));
                PostgresServer database = PostgresServer.start(disk.folder().resolve("postgresql"), Ports.free());
                FaultServer server = FaultServer.start(
                        folder, database.url("audit"), CLIENTS, Map.of("audit.record.timeout", "2s"))) {
            Load.during(server.root(), ledger, CLIENTS, () -> {
                for (int i = 0; i < SIZE.faults(); i++) {
                    endLogFile(database); // so that the log has room for longer than the tables
                    ledger.awaitMore(SIZE.between(), PATIENCE);
                    disk.fill(ROOM);
                    ledger.awaitRefused(4 * CLIENTS, PATIENCE);
                    server.requireRefusal();
                    giveRoom(disk, database, ledger);
                    ledger.awaitMore(SIZE.between(), PATIENCE);
                    disk.fill(0);
                    endLogFile(database);
                    ledger.awaitRefused(4 * CLIENTS, PATIENCE);
                    server.requireRefusal();
                    giveRoom(disk, database, ledger);
                }
                ledger.awaitMore(SIZE.between(), PATIENCE);
            });
            assertTrue(server.process().log().contains(FULL), "the log does not say why");
            assertEquals(1, server.figure("audit_recorder_accepting"));
            Books.compare(ledger.entries(), Row.all(database.url("audit"))).requireClean();
        }
    }

    /** Where the next file cannot be made, PostgreSQL ends, and this question with it. */
    private static void endLogFile(PostgresServer database) {
        try {
            Sql.run(database.url("audit"), "select pg_switch_wal()");
        } catch (IllegalStateException ended) {
            return;
        }
    }

    private static void giveRoom(SmallDisk disk, PostgresServer database, Ledger ledger) {
        disk.free();
        if (!database.isRunning()) {
            database.stop();
            database.startAgain();
        }
        ledger.awaitMore(1, BACK);
    }
}
