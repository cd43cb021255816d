package dev.auditlog.fault;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the clients saw beside the events and the orders.
 *
 * @param lost acknowledged, and no event says that it was committed
 * @param incomplete acknowledged, and no event tells of the success: its server died before the event was complete
 * @param silent orders that were committed without an event
 * @param untrue events that tell of a success or of a commit, and there is no order
 * @param contrary events of a rollback of calls that left an order
 * @param doubled events of one operation in one call
 * @param gaps where a chain's numbers do not go on by one
 */
record OrderBooks(
        List<String> lost,
        List<String> incomplete,
        List<String> silent,
        List<String> untrue,
        List<String> contrary,
        List<String> doubled,
        List<String> gaps) {

    private static final String ORDER = "OrderResource.";
    private static final String APART = "OrderResource.apart"; // rolled back, and its order stays

    static OrderBooks compare(List<Entry> entries, String url) {
        List<Row> rows = Row.all(url);
        Set<String> orders = new HashSet<>(Sql.column(url, "select order_key from placed_order"));
        Map<String, Row> found = new HashMap<>();
        List<String> doubled = new ArrayList<>();
        List<String> untrue = new ArrayList<>();
        List<String> contrary = new ArrayList<>();
        for (Row row : rows) {
            Row other = found.put(row.correlation() + row.operation(), row);
            if (other != null) {
                doubled.add(row + " and " + other);
            }
            boolean ordered = orders.contains(row.correlation());
            boolean told = row.outcome().equals("SUCCESS") || row.transaction().equals("COMMITTED");
            if (told && !ordered && isOfOrders(row)) {
                untrue.add(row.toString());
            }
            if (row.transaction().equals("ROLLED_BACK")
                    && ordered
                    && !row.operation().equals(APART)) {
                contrary.add(row.toString());
            }
        }
        List<Row> calls = rows.stream().filter(OrderBooks::isOfOrders).toList();
        return new OrderBooks(
                acknowledgedWithout(
                        entries, calls.stream().filter(row -> row.transaction().equals("COMMITTED"))),
                acknowledgedWithout(
                        entries, calls.stream().filter(row -> row.outcome().equals("SUCCESS"))),
                silent(orders, calls),
                untrue,
                contrary,
                doubled,
                Books.compare(List.of(), rows).gaps());
    }

    private static boolean isOfOrders(Row row) {
        return row.operation().contains(ORDER);
    }

    private static List<String> silent(Set<String> orders, List<Row> calls) {
        Set<String> silent = new HashSet<>(orders);
        calls.forEach(row -> silent.remove(row.correlation()));
        return List.copyOf(silent);
    }

    private static List<String> acknowledgedWithout(List<Entry> entries, Stream<Row> calls) {
        Set<String> told = calls.map(Row::correlation).collect(Collectors.toSet());
        return entries.stream()
                .filter(entry -> entry.isAcknowledged() && entry.wanted() == 200 && !told.contains(entry.key()))
                .map(Entry::toString)
                .toList();
    }

    /** Waits until the relay has moved all rows. */
    static void awaitEmptyOutbox(String url, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (Sql.number(url, "select count(*) from audit_outbox") > 0) {
            assertTrue(System.nanoTime() < deadline, "the relay has not moved all rows");
        }
    }

    /** Fails with all that is wrong, a few of each kind. */
    void requireClean() {
        assertAll(
                () -> assertEquals(List.of(), few(lost), () -> lost.size() + " acknowledged without an event"),
                () -> assertEquals(List.of(), few(silent), () -> silent.size() + " orders without an event"),
                () -> assertEquals(List.of(), few(untrue), () -> untrue.size() + " events without their order"),
                () -> assertEquals(List.of(), few(contrary), () -> contrary.size() + " rollbacks that were none"),
                () -> assertEquals(List.of(), few(doubled), () -> doubled.size() + " events twice"),
                () -> assertEquals(List.of(), few(gaps), () -> gaps.size() + " gaps"));
    }

    private static List<String> few(List<String> all) {
        return all.subList(0, Math.min(5, all.size()));
    }
}
