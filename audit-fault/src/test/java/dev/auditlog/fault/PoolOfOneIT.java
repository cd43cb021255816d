package dev.auditlog.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.auditlog.stage.Ports;
import dev.auditlog.stage.PostgresServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Business methods and the writer share a pool of one connection: promise 11. */
class PoolOfOneIT {

    private static final Size SIZE = Size.of(new Size(0, 40), new Size(0, 2_000));
    private static final long LIMIT_MILLIS = 3_000; // the timeout of 2 s below, and one more
    private static final List<Load.Ask> INSIDE = List.of(
            new Load.Ask("inside/{key}/nothing", 200),
            new Load.Ask("inside/{key}/bean", 200),
            new Load.Ask("inside/{key}/auditor", 200));

    @Test
    void poolOfOne_sharedWithTransactionsThatAskForEvents_neverDeadlocks() {
        Path folder = FaultServer.folder("pool-of-one");
        try (Ledger ledger = new Ledger(folder.resolve("ledger.txt"));
                PostgresServer database = PostgresServer.start(folder.resolve("postgresql"), Ports.free())) {
            String url = database.url("audit");
            Sql.run(url, Sql.ORDERS);
            try (FaultServer server = FaultServer.start(folder, url, 1, Map.of("audit.record.timeout", "2s"))) {
                Load.during(server.root(), ledger, 1, () -> ledger.awaitMore(10, Duration.ofMinutes(1)));
                int before = ledger.entries().size();
                Load.during(server.root(), ledger, 1, INSIDE, () -> ledger.awaitTime(Duration.ofSeconds(15)));
                Load.during(server.root(), ledger, 1, () -> ledger.awaitMore(SIZE.between(), Duration.ofMinutes(1)));
                List<Entry> slow = ledger.entries().stream()
                        .skip(before)
                        .filter(e -> e.millis() > LIMIT_MILLIS)
                        .toList();
                assertEquals(List.of(), slow);
            }
            Books books = Books.compare(ledger.entries(), Row.all(url));
            assertEquals(List.of(), books.lost());
            assertEquals(List.of(), books.gaps());
        }
    }
}
