package dev.auditlog.fault;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** Events and changes stay together in a Derby that dies with the server it is in: promises 4, 7 and 8. */
class AtomicDerbyIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int CLIENTS = 32;
    private static final Size SIZE = Size.of(new Size(3, 150), new Size(20, 1_000));
    private static final Path FOLDER = FaultServer.folder("atomic-derby");

    @Test
    void server_killedWithItsDerby_keepsEventAndChangeTogether() {
        String url = "jdbc:derby:" + FOLDER.resolve("derby");
        Sql.run(url + ";create=true", "create schema postgres");
        Sql.run(url, Sql.ORDERS);
        Sql.shutDownDerby(url);
        Map<String, String> keys = Map.of("audit.record.lease", "6s");
        try (Ledger ledger = new Ledger(FOLDER.resolve("ledger.txt"));
                FaultServer server = FaultServer.startWithOrders(FOLDER, url, 4, 2 * CLIENTS, keys)) {
            Load.during(server.root(), ledger, CLIENTS, OrderAsks.ALL, () -> {
                for (int i = 0; i < SIZE.faults(); i++) {
                    ledger.awaitMore(SIZE.between(), PATIENCE);
                    ledger.awaitTime(
                            Duration.ofMillis(ThreadLocalRandom.current().nextInt(100)));
                    server.killAndStart();
                }
                ledger.awaitMore(SIZE.between(), PATIENCE);
            });
            server.awaitEmptyOutbox(PATIENCE);
            server.end();
            List<Entry> entries = ledger.entries();
            long broken = entries.stream().filter(Entry::isBroken).count();
            assertTrue(broken >= SIZE.faults(), () -> "the kills hit no call: " + broken);
            OrderBooks.compare(entries, url).requireClean();
        }
    }
}
