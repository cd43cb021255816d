package dev.auditlog.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.stage.Ports;
import dev.auditlog.stage.PostgresServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** The server is killed at any moment under load and started again, and told to end at last: promises 1, 3, 6–8, 16. */
class KilledServerIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Size SIZE = Size.of(new Size(1, 500), new Size(20, 1000));

    @Test
    void server_killedUnderLoadOnDerby_keepsWhatWasAcknowledgedOnce() {
        Path folder = FaultServer.folder("killed-derby");
        String url = "jdbc:derby:" + folder.resolve("derby");
        List<Entry> entries = killUnderLoad(folder, url + ";create=true");
        Books.compare(entries, Row.all(url)).requireCleanButForTheEnd();
    }

    @Test
    void server_killedUnderLoadOnPostgresql_keepsWhatWasAcknowledgedOnce() {
        Path folder = FaultServer.folder("killed-postgresql");
        try (PostgresServer database = PostgresServer.start(folder.resolve("postgresql"), Ports.free())) {
            String url = database.url("audit");
            List<Entry> entries = killUnderLoad(folder, url);
            Books.compare(entries, Row.all(url)).requireCleanButForTheEnd();
        }
    }

    private static List<Entry> killUnderLoad(Path folder, String url) {
        try (Ledger ledger = new Ledger(folder.resolve("ledger.txt"));
                FaultServer server = FaultServer.start(folder, url, 32, Map.of("audit.record.lease", "6s"))) {
            Load.during(server.root(), ledger, 32, () -> {
                for (int i = 0; i < SIZE.faults(); i++) {
                    ledger.awaitMore(SIZE.between(), PATIENCE);
                    ledger.awaitTime(
                            Duration.ofMillis(ThreadLocalRandom.current().nextInt(100)));
                    server.killAndStart();
                }
                ledger.awaitMore(SIZE.between(), PATIENCE);
                assertEquals(
                        List.of(), Books.compare(ledger.entries(), List.of()).odd());
                server.end();
            });
            List<Entry> entries = ledger.entries();
            long broken = entries.stream().filter(Entry::isBroken).count();
            assertTrue(broken >= SIZE.faults(), () -> "the kills hit no call: " + broken);
            return entries;
        }
    }
}
