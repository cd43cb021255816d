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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Two servers of one node name on one database: promise 18. */
class TwoNodesIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Size SIZE = Size.of(new Size(0, 300), new Size(0, 20_000));

    @Test
    void servers_ofOneNodeNameOnOneDatabase_writeTwoChainsWithoutAGap() {
        Path folder = FaultServer.folder("two-nodes");
        Map<String, String> keys = Map.of("audit.node", "same", "audit.record.timeout", "30s");
        try (Ledger ledger = new Ledger(folder.resolve("ledger.txt"));
                Ledger other = new Ledger(folder.resolve("ledger-2.txt"));
                PostgresServer database = PostgresServer.start(folder.resolve("postgresql"), Ports.free());
                FaultServer first = FaultServer.start(folder, database.url("audit"), 32, keys);
                FaultServer second = FaultServer.start(folder, database.url("audit"), 32, keys)) {
            Load.during(first.root(), ledger, 16, () -> {
                ledger.awaitMore(SIZE.between(), PATIENCE);
                Load.during(second.root(), other, 16, () -> other.awaitMore(SIZE.between(), PATIENCE));
            });
            List<Row> rows = Row.all(database.url("audit"));
            List<Entry> entries = Stream.of(ledger, other)
                    .flatMap(one -> one.entries().stream())
                    .toList();
            Books.compare(entries, rows).requireClean();
            assertEquals(
                    Set.of("fault@same", "fault@same-2"),
                    rows.stream().map(Row::chain).collect(Collectors.toSet()));
        }
    }
}
