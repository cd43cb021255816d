package dev.auditlog.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.auditlog.stage.Ports;
import dev.auditlog.stage.PostgresServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** ATOMIC calls need no more connections than their transactions: promises 4 and 11. */
class AtomicPoolIT {

    private static final Size SIZE = Size.of(new Size(0, 80), new Size(0, 2_000));
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final long LIMIT_MILLIS = 5_000;

    @Test
    void poolOfOne_sharedWithTheAuditTables_isEnoughForOneCallAtATime() {
        List<Load.Ask> asks = Stream.of("flush", "persist", "insert", "clerk")
                .map(how -> new Load.Ask("order/{key}/" + how, 200))
                .toList();
        callOnAndOn("atomic-pool-of-one", 1, asks);
    }

    @Test
    void poolOfEight_sharedWithTheAuditTables_isEnoughForEightCallsThatAllHoldAConnection() {
        callOnAndOn("atomic-pool-of-eight", 8, List.of(new Load.Ask("order/{key}/meet/8", 200)));
    }

    private static void callOnAndOn(String name, int pool, List<Load.Ask> asks) {
        Path folder = FaultServer.folder(name);
        try (Ledger ledger = new Ledger(folder.resolve("ledger.txt"));
                PostgresServer database = PostgresServer.start(folder.resolve("postgresql"), Ports.free())) {
            String url = database.url("audit");
            Sql.run(url, Sql.ORDERS);
            try (FaultServer server = FaultServer.startWithOrders(folder, url, pool, 0, Map.of())) {
                List<Load.Ask> first = List.of(new Load.Ask("order/{key}/flush", 200)); // until the table is found
                Load.during(server.root(), ledger, 1, first, () -> ledger.awaitMore(10, PATIENCE));
                int before = ledger.entries().size();
                Load.times(server.root(), ledger, pool, SIZE.between() / pool, asks);
                List<Entry> measured = ledger.entries().stream().skip(before).toList();
                assertEquals(SIZE.between(), measured.size());
                assertEquals(
                        List.of(),
                        measured.stream()
                                .filter(e -> !e.isAcknowledged() || e.millis() > LIMIT_MILLIS)
                                .toList());
                OrderBooks.awaitEmptyOutbox(url, PATIENCE);
            }
            OrderBooks.compare(ledger.entries(), url).requireClean();
        }
    }
}
