package dev.auditlog.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.stage.Ports;
import dev.auditlog.stage.PostgresServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The database's disk has no room, so that calls go to the spool; then the database goes and the spool's disk has no room
 * either: promises 1, 3, 7, 8, 10. In long runs the first lasts until the writer asks whether an event is at fault, and the
 * server is killed in the second, and starts where it can write nothing.
 */
class FullSpoolIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration BACK = Duration.ofSeconds(30);
    private static final Duration DOUBT = Duration.ofSeconds(6); // until the writer asks whether an event is at fault
    private static final int CLIENTS = 32;
    private static final int ROOM = 256 << 10; // some hundred events
    private static final Size SIZE = Size.of(new Size(1, 200), new Size(20, 400));
    private static final Path FOLDER = FaultServer.folder("full-spool");

    private SmallDisk disk; // the spool's
    private SmallDisk other; // the database's
    private SpoolFolder spool;
    private PostgresServer database;
    private FaultServer server;
    private Ledger ledger;

    @BeforeEach
    void start() {
        disk = SmallDisk.mount(FOLDER.resolve("disk"), 256);
        other = SmallDisk.mount(FOLDER.resolve("other-disk"), 1024);
        spool = new SpoolFolder(disk.folder().resolve("spool"));
        database = PostgresServer.start(other.folder().resolve("postgresql"), Ports.free());
        Map<String, String> keys = Map.of(
                "audit.on-outage", "SPOOL",
                "audit.spool.directory", spool.path().toString(),
                "audit.record.timeout", "2s",
                "audit.record.lease", "6s");
        server = FaultServer.start(FOLDER, database.url("audit"), CLIENTS, keys);
        ledger = new Ledger(FOLDER.resolve("ledger.txt"));
    }

    @AfterEach
    void stop() {
        Stream.of(server, ledger, database, other, disk)
                .filter(Objects::nonNull)
                .forEach(FullSpoolIT::close);
    }

    private static void close(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void spool_withoutRoomOnItsDisk_refusesCallsAndGoesOnWhenItHasSome() {
        for (int i = 0; i < SIZE.faults(); i++) {
            Load.during(server.root(), ledger, CLIENTS, this::fillBothAndGiveRoom);
            spool.awaitEmpty(PATIENCE);
        }
        assertEquals(1, server.figure("audit_recorder_accepting"));
        assertEquals(0, server.figure("audit_spool_events"));
        server.end();
        Books.compare(ledger.entries(), Row.all(database.url("audit"))).requireClean();
        assertEquals(List.of(), spool.files());
        assertFalse(spool.hasEventsSetAside(), "events that were acknowledged are in no chain");
    }

    private void fillBothAndGiveRoom() {
        ledger.awaitMore(SIZE.between(), PATIENCE);
        other.fill(ROOM);
        if (Size.isLong()) {
            ledger.awaitTime(DOUBT); // the calls of that time take long to be moved
        }
        ledger.awaitMore(SIZE.between(), PATIENCE);
        assertTrue(server.figure("audit_spool_events") > 0, "nothing is in the spool");
        disk.fill(ROOM);
        database.crash();
        ledger.awaitRefused(4 * CLIENTS, PATIENCE);
        server.requireRefusal();
        String log = server.process().log();
        assertTrue(log.contains("AUD-0333") && log.contains("No space left on device"), "the log does not say why");
        if (Size.isLong()) {
            server.killAndStart();
            ledger.awaitRefused(CLIENTS, PATIENCE);
        }
        disk.free();
        ledger.awaitMore(1, BACK);
        ledger.awaitMore(SIZE.between(), PATIENCE); // behind what was there
        other.free();
        database.startAgain();
        ledger.awaitMore(SIZE.between(), PATIENCE);
    }
}
