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
import org.junit.jupiter.api.Test;

/**
 * PostgreSQL is frozen under load: connections stay open and nothing is answered. Calls are answered in time all the same,
 * and go on when it does: promises 1, 3, 7, 8 and 11.
 */
class FrozenDatabaseIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration BACK = Duration.ofSeconds(10);
    private static final long LIMIT_MILLIS = 6_000; // audit.record.timeout, 5 s by default, and one more
    private static final String GIVEN_UP = "takes no events of fault@host-1: SQLSTATE 08006";
    private static final int CLIENTS = 32;
    private static final Size SIZE = Size.of(new Size(1, 300), new Size(10, 2_000));

    @Test
    void database_frozenForLessThanTheAnswerTime_goesOnWithItsConnections() {
        freezeUnderLoad("frozen", Duration.ofSeconds(8), Map.of(), false);
    }

    @Test
    void database_frozenForLonger_isUsedAgainOnOtherConnections() {
        freezeUnderLoad(
                "frozen-long",
                Duration.ofSeconds(20),
                Map.of("audit.record.answer-timeout", "6s", "audit.console.query-timeout", "1s"),
                true);
    }

    private static void freezeUnderLoad(String name, Duration length, Map<String, String> keys, boolean givenUp) {
        Path folder = FaultServer.folder(name);
        try (PostgresServer database = PostgresServer.start(folder.resolve("postgresql"), Ports.free());
                FaultServer server = FaultServer.start(folder, database.url("audit"), CLIENTS, keys);
                Ledger ledger = new Ledger(folder.resolve("ledger.txt"))) {
            Load.during(server.root(), ledger, 4, () -> ledger.awaitMore(20, PATIENCE)); // the start is not measured
            int before = ledger.entries().size();
            Load.during(server.root(), ledger, CLIENTS, () -> {
                for (int i = 0; i < SIZE.faults(); i++) {
                    ledger.awaitMore(SIZE.between(), PATIENCE);
                    database.freeze();
                    try {
                        ledger.awaitTime(length);
                    } finally {
                        database.thaw();
                    }
                    ledger.awaitMore(1, BACK);
                }
                ledger.awaitMore(SIZE.between(), PATIENCE);
            });
            List<Entry> all = ledger.entries();
            Books.compare(all, Row.all(database.url("audit"))).requireClean();
            assertEquals(givenUp, server.process().log().contains(GIVEN_UP), "whether connections were given up");
            requireAnsweredInTime(all.subList(before, all.size()), server);
        }
    }

    private static void requireAnsweredInTime(List<Entry> entries, FaultServer server) {
        assertEquals(List.of(), entries.stream().filter(Entry::isBroken).toList());
        assertEquals(
                List.of(),
                entries.stream().filter(e -> e.millis() > LIMIT_MILLIS).toList());
        Set<String> ran = Set.copyOf(server.runs());
        List<Entry> refused = entries.stream().filter(Entry::isRefused).toList();
        Set<Entry> caught = refused.stream().filter(e -> ran.contains(e.key())).collect(Collectors.toSet());
        assertTrue(refused.size() > SIZE.faults() * CLIENTS, () -> "hardly any call was refused: " + refused.size());
        assertTrue(caught.size() <= SIZE.faults() * CLIENTS, () -> "ran, and were refused: " + caught.size());
    }
}
