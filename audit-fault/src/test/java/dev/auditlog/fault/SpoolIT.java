package dev.auditlog.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.auditlog.stage.Ports;
import dev.auditlog.stage.PostgresServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The database goes, the server is killed, both come back, and calls go on all the time: promises 1–3, 7, 8, 10, 17. */
class SpoolIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Size SIZE = Size.of(new Size(1, 200), new Size(10, 500));
    private static final Path FOLDER = FaultServer.folder("spool");
    private static final SpoolFolder SPOOL = new SpoolFolder(FOLDER.resolve("spool"));

    @Test
    void server_killedWhileTheDatabaseIsAway_keepsWhatWasAcknowledgedOnceInOrder() {
        Map<String, String> keys = Map.of(
                "audit.on-outage",
                "SPOOL",
                "audit.spool.directory",
                SPOOL.path().toString(),
                "audit.record.lease",
                "6s");
        try (Ledger ledger = new Ledger(FOLDER.resolve("ledger.txt"));
                PostgresServer database = PostgresServer.start(FOLDER.resolve("postgresql"), Ports.free());
                FaultServer server = FaultServer.start(FOLDER, database.url("audit"), 32, keys)) {
            Load.during(server.root(), ledger, 32, () -> {
                for (int i = 0; i < SIZE.faults(); i++) {
                    ledger.awaitMore(SIZE.between(), PATIENCE);
                    database.crash();
                    ledger.awaitMore(SIZE.between(), PATIENCE); // into the spool
                    server.killAndStart();
                    ledger.awaitMore(SIZE.between(), PATIENCE); // behind what was there
                    database.startAgain();
                    ledger.awaitMore(SIZE.between(), PATIENCE);
                    server.awaitWritten(PATIENCE); // or it is killed before it has moved anything
                    server.killAndStart(); // perhaps between drain and delete
                }
                ledger.awaitMore(SIZE.between(), PATIENCE);
            });
            SPOOL.awaitEmpty(Duration.ofSeconds(60));
            server.end();
            Books.compare(ledger.entries(), Row.all(database.url("audit"))).requireClean();
            assertEquals(List.of(), SPOOL.files());
        }
    }
}
