package dev.auditlog.fault;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.stage.Ports;
import dev.auditlog.stage.PostgresServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The server is killed between two steps of its spool, each of them: promises 1, 3, 7, 8 and 17. */
class SpoolKillIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int CLIENTS = 32;
    private static final int DEBUGGER = Ports.free();
    private static final StopPoint FORCED = StopPoint.after("SegmentWriter", "append"); // and nobody is answered
    private static final StopPoint MOVED = StopPoint.before("Spooling", "moved"); // committed, and still in the spool
    private static final StopPoint REMOVED = StopPoint.before("DiskFiles", "delete"); // and the file is there
    private static final List<StopPoint> OTHERS = List.of(
            StopPoint.before("DiskFile", "force"),
            StopPoint.before("SegmentWriter", "begin"),
            StopPoint.after("DiskFiles", "delete"),
            StopPoint.before("Spooling", "giveBack"));

    /** How often the server is killed at each of the first two; in long runs at {@link #REMOVED} too, and at the others. */
    private static final Size SIZE = Size.of(new Size(1, 100), new Size(6, 500));

    private static final Path FOLDER = FaultServer.folder("spool-kill");
    private static final SpoolFolder SPOOL = new SpoolFolder(FOLDER.resolve("spool"));

    private PostgresServer database;
    private FaultServer server;
    private Ledger ledger;

    @BeforeEach
    void start() {
        Map<String, String> keys = Map.of(
                "audit.on-outage", "SPOOL",
                "audit.spool.directory", SPOOL.path().toString(),
                "audit.spool.max-size", "16MiB", // in files of 2 MiB
                "audit.record.lease", "6s");
        database = PostgresServer.start(FOLDER.resolve("postgresql"), Ports.free());
        server = FaultServer.startForDebugger(FOLDER, database.url("audit"), CLIENTS, keys, DEBUGGER);
        ledger = new Ledger(FOLDER.resolve("ledger.txt"));
    }

    @AfterEach
    void stop() {
        server.close();
        ledger.close();
        database.close();
    }

    @Test
    void server_killedBetweenTwoStepsOfTheSpool_keepsWhatWasAcknowledgedOnceInOrder() {
        for (int i = 0; i < SIZE.faults(); i++) {
            underLoad(() -> {
                killWhenForced();
                killWhenDrained(MOVED);
            });
            if (Size.isLong()) {
                underLoad(() -> {
                    fillSpool();
                    killWhenDrained(REMOVED);
                });
            }
        }
        if (Size.isLong()) {
            OTHERS.forEach(point -> underLoad(() -> kill(point)));
        }
        server.end();
        Books books = Books.compare(ledger.entries(), Row.all(database.url("audit")));
        books.requireClean();
        assertFalse(SPOOL.hasEventsSetAside());
        assertTrue(books.unacknowledged() >= SIZE.faults(), "every event in the spool was acknowledged");
    }

    private void underLoad(Runnable fault) {
        Load.during(server.root(), ledger, CLIENTS, () -> {
            fault.run();
            ledger.awaitMore(SIZE.between(), PATIENCE);
        });
        SPOOL.awaitEmpty(PATIENCE);
    }

    private void killWhenForced() {
        fillSpool();
        FORCED.await(DEBUGGER, 3, PATIENCE, () -> {});
        int before = ledger.entries().size();
        server.process().kill();
        ledger.awaitTime(Duration.ofMillis(300)); // until the clients have noticed
        List<String> broken = ledger.entries().stream()
                .skip(before)
                .filter(Entry::isBroken)
                .map(Entry::key)
                .toList();
        assertTrue(SPOOL.holds(broken) > 0, "no event is in the spool whose caller got no answer");
        server.startAgain();
        ledger.awaitMore(SIZE.between(), PATIENCE); // behind what was there
    }

    private void killWhenDrained(StopPoint point) {
        point.await(DEBUGGER, 1, PATIENCE, database::startAgain);
        server.process().kill();
        List<String> rows = Sql.column(database.url("audit"), "select correlation_id from audit_event");
        assertTrue(SPOOL.holds(rows) > 0, "no event is both in the spool and in the database");
        server.startAgain();
    }

    private void kill(StopPoint point) {
        ledger.awaitMore(SIZE.between(), PATIENCE);
        point.await(DEBUGGER, 1, PATIENCE, () -> {
            database.crash();
            ledger.awaitTime(Duration.ofSeconds(1));
            database.startAgain();
        });
        server.process().kill();
        server.startAgain();
    }

    private void fillSpool() {
        ledger.awaitMore(SIZE.between(), PATIENCE);
        database.crash();
        ledger.awaitMore(SIZE.between(), PATIENCE);
    }
}
