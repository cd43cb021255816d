package dev.auditlog.bench.seed;

import java.util.Map;
import java.util.Objects;

/** All targets, with their lives: made, looked at, changed and deleted by different people. */
final class Targets {

    private final Map<String, Shelf> shelves = Map.of(
            "Order", new Shelf(100_000, 20_000, true),
            "Customer", new Shelf(10_000, 6_000, false),
            "Ticket", new Shelf(5_000, 2_000, true),
            "Invoice", new Shelf(700_000, 15_000, true),
            "Document", new Shelf(30_000, 3_000, true),
            "Product", new Shelf(1_000, 900, false));

    Shelf of(String type) {
        return Objects.requireNonNull(shelves.get(type), type);
    }
}
