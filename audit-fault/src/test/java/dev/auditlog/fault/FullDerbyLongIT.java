package dev.auditlog.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The disk of the Derby in the server has no room: promises 1, 3, 7, 8, 10. */
class FullDerbyLongIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration BACK = Duration.ofSeconds(30);
    private static final Duration REBOOTS =
            Duration.ofSeconds(5); // Derby ends, starts, and finds room for a few events
    private static final int CLIENTS = 32;
    private static final int ROOM = 256 << 10;
    private static final Size SIZE = Size.of(new Size(1, 300), new Size(10, 2_000));

    @Test
    void derby_withoutRoom_refusesCallsAndGoesOnWhenItHasSome() {
        Path folder = FaultServer.folder("full-derby");
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"), 512);
                Ledger ledger = new Ledger(folder.resolve("ledger.txt"))) {
            String url = "jdbc:derby:" + disk.folder().resolve("derby");
            Map<String, String> keys = Map.of("audit.record.timeout", "2s");
            try (FaultServer server = FaultServer.start(folder, url + ";create=true", CLIENTS, keys)) {
                Load.during(server.root(), ledger, CLIENTS, () -> {
                    for (int i = 0; i < SIZE.faults(); i++) {
                        ledger.awaitMore(SIZE.between(), PATIENCE);
                        disk.fill(ROOM);
                        ledger.awaitRefused(4 * CLIENTS, PATIENCE);
                        ledger.awaitTime(REBOOTS);
                        disk.free();
                        ledger.awaitMore(1, BACK);
                    }
                    ledger.awaitMore(SIZE.between(), PATIENCE);
                });
                assertEquals(1, server.figure("audit_recorder_accepting"));
                assertTrue(server.process().log().contains("AUD-0306"), "the log says nothing");
                server.end();
            }
            Books.compare(ledger.entries(), Row.all(url)).requireClean();
        }
    }
}
