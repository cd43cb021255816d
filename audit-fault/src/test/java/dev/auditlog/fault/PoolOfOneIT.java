package dev.auditlog.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.auditlog.stage.Ports;
import dev.auditlog.stage.PostgresServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Business methods and the writer share a pool of one connection: promise 11. */
class PoolOfOneIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Size SIZE = Size.of(new Size(3, 40), new Size(40, 2_000));
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
                Load.during(server.root(), ledger, 1, () -> ledger.awaitMore(10, PATIENCE));
                int before = ledger.entries().size();
                for (int i = 0; i < SIZE.faults(); i++) {
                    INSIDE.forEach(ask -> Load.times(server.root(), ledger, 1, 1, List.of(ask)));
                }
                Load.during(server.root(), ledger, 1, () -> ledger.awaitMore(SIZE.between(), PATIENCE));
                List<Entry> slow = ledger.entries().stream()
                        .skip(before)
                        .filter(e -> e.millis() > LIMIT_MILLIS)
                        .toList();
                assertEquals(List.of(), slow);
            }
            compare(ledger.entries(), Row.all(url));
        }
    }

    private static void compare(List<Entry> entries, List<Row> all) {
        Map<Boolean, List<Row>> rows = all.stream()
                .collect(Collectors.partitioningBy(row -> row.operation().contains("Resource.")));
        Set<String> asked = keysOf(rows.get(true), "InsideResource.auditor");
        List<Entry> told = entries.stream()
                .map(e -> e.status() == 503 && asked.contains(e.key()) ? endedByItsEvent(e) : e)
                .toList();
        Books books = Books.compare(told, rows.get(true), all);
        books.requireKept();
        assertEquals(List.of(), books.odd());
        assertEquals(keysOf(rows.get(true), "InsideResource.bean"), keysOf(rows.get(false), "Clerk.check"));
        assertEquals(asked, keysOf(rows.get(false), "Order.placed"));
        assertEquals(SIZE.faults() * 2, rows.get(false).size(), "one event for each bean's call and each asked for");
    }

    /** Only who asks for an event of its own may learn that it was late: that ends the method, and the call's event says so. */
    private static Entry endedByItsEvent(Entry entry) {
        return new Entry(entry.client(), entry.key(), 503, 503, true, entry.millis());
    }

    private static Set<String> keysOf(List<Row> rows, String operation) {
        return rows.stream()
                .filter(row -> row.operation().equals(operation))
                .map(Row::correlation)
                .collect(Collectors.toSet());
    }
}
