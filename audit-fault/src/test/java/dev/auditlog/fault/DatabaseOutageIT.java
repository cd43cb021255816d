package dev.auditlog.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.stage.Ports;
import dev.auditlog.stage.PostgresServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** PostgreSQL crashes under load, and calls are refused meanwhile: promises 2, 3, 7 and 8. */
class DatabaseOutageIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long LIMIT_MILLIS = 6_000; // audit.record.timeout, 5 s by default, and one more
    private static final Size SIZE = Size.of(new Size(2, 300), new Size(10, 2_000));
    private static final Path FOLDER = FaultServer.folder("outage");

    private static PostgresServer database;
    private static FaultServer server;
    private static Ledger ledger;

    @BeforeAll
    static void start() {
        database = PostgresServer.start(FOLDER.resolve("postgresql"), Ports.free());
        server = FaultServer.start(FOLDER, database.url("audit"), 32, Map.of());
        ledger = new Ledger(FOLDER.resolve("ledger.txt"));
        Load.during(
                server.root(), ledger, 4, () -> ledger.awaitMore(20, PATIENCE)); // the start is not what is measured
    }

    @AfterAll
    static void stop() {
        server.close();
        ledger.close();
        database.close();
    }

    @Test
    void database_crashedUnderLoad_refusesCallsAndKeepsWhatWasAcknowledgedOnce() {
        underLoad(() -> {
            database.crash();
            ledger.awaitTime(Duration.ofSeconds(3));
            database.startAgain();
        });
    }

    private static void underLoad(Runnable fault) {
        int before = ledger.entries().size();
        Load.during(server.root(), ledger, 32, () -> {
            for (int i = 0; i < SIZE.faults(); i++) {
                ledger.awaitMore(SIZE.between(), PATIENCE);
                fault.run();
                ledger.awaitMore(1, Duration.ofSeconds(10));
            }
            ledger.awaitMore(SIZE.between(), PATIENCE);
        });
        List<Entry> all = ledger.entries();
        Books.compare(all, Row.all(database.url("audit"))).requireClean();
        List<Entry> now = all.subList(before, all.size());
        assertEquals(List.of(), now.stream().filter(Entry::isBroken).toList());
        assertEquals(
                List.of(), now.stream().filter(e -> e.millis() > LIMIT_MILLIS).toList());
        requireRefusedBeforeRun(now);
    }

    /** Only calls that were under way when the database went can have run; all later ones are refused first. */
    private static void requireRefusedBeforeRun(List<Entry> entries) {
        Set<String> ran = Set.copyOf(server.runs());
        List<Entry> refused = entries.stream().filter(Entry::isRefused).toList();
        Set<Entry> caught = refused.stream().filter(e -> ran.contains(e.key())).collect(Collectors.toSet());
        assertTrue(refused.size() > SIZE.faults() * 32, () -> "hardly any call was refused: " + refused.size());
        assertTrue(caught.size() <= SIZE.faults() * 32, () -> "ran, and were refused: " + caught.size());
    }
}
