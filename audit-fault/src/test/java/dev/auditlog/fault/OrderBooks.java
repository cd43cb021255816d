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
 * @param lost answered with a success, and no event says that it was committed; or with a failure, and there is none
 * @param incomplete acknowledged, and no event tells of the success: its server died before the event was complete
 * @param silent orders that were committed without an event
 * @param untrue events that tell of a success or of a commit, and there is no order
 * @param contrary events of a rollback of calls that left an order
 * @param wrong events with another status than the one that was answered
 * @param doubled events of one operation in one call
 * @param gaps where a chain's numbers do not go on by one
 */
record OrderBooks(
        List<String> lost,
        List<String> incomplete,
        List<String> silent,
        List<String> untrue,
        List<String> contrary,
        List<String> wrong,
        List<String> doubled,
        List<String> gaps) {

    private static final String ORDER = "OrderResource.";
    private static final String APART = "OrderResource.apart"; // rolled back, and its order stays

    static OrderBooks compare(List<Entry> entries, String url) {
        return compare(entries, Row.all(url), Set.copyOf(Sql.column(url, "select order_key from placed_order")));
    }

    /** The same with what is in the tables already read. */
    static OrderBooks compare(List<Entry> entries, List<Row> rows, Set<String> orders) {
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
                lost(entries, calls),
                successesWithout(
                        entries, calls.stream().filter(row -> row.outcome().equals("SUCCESS"))),
                silent(orders, calls),
                untrue,
                contrary,
                wrong(entries, calls),
                doubled,
                Books.compare(List.of(), rows).gaps());
    }

    private static List<String> lost(List<Entry> entries, List<Row> calls) {
        Set<String> told = calls.stream().map(Row::correlation).collect(Collectors.toSet());
        Stream<String> successes =
                successesWithout(
                        entries, calls.stream().filter(row -> row.transaction().equals("COMMITTED")))
                        .stream();
        Stream<String> failures = entries.stream()
                .filter(entry -> isAnswered(entry) && entry.status() != 200 && !told.contains(entry.key()))
                .map(Entry::toString);
        return Stream.concat(successes, failures).toList();
    }

    /** What a refused call may have done is not known to its sender, nor what one did whose connection broke. */
    private static boolean isAnswered(Entry entry) {
        return !entry.isRefused() && !entry.isBroken();
    }

    /** Where the event was moved as it was staged, after a crash, it tells no status. */
    private static List<String> wrong(List<Entry> entries, List<Row> calls) {
        Map<String, Row> told = new HashMap<>();
        calls.stream().filter(row -> !row.outcome().equals("UNKNOWN")).forEach(row -> told.put(row.correlation(), row));
        return entries.stream()
                .filter(OrderBooks::isAnswered)
                .filter(entry ->
                        told.containsKey(entry.key()) && told.get(entry.key()).status() != entry.status())
                .map(entry -> entry + ": " + told.get(entry.key()))
                .toList();
    }

    private static boolean isOfOrders(Row row) {
        return row.operation().contains(ORDER);
    }

    private static List<String> silent(Set<String> orders, List<Row> calls) {
        Set<String> silent = new HashSet<>(orders);
        calls.forEach(row -> silent.remove(row.correlation()));
        return List.copyOf(silent);
    }

    private static List<String> successesWithout(List<Entry> entries, Stream<Row> calls) {
        Set<String> told = calls.map(Row::correlation).collect(Collectors.toSet());
        return entries.stream()
                .filter(entry -> entry.status() == 200 && !told.contains(entry.key()))
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
                () -> assertEquals(List.of(), few(lost), () -> lost.size() + " answered without an event"),
                () -> assertEquals(List.of(), few(silent), () -> silent.size() + " orders without an event"),
                () -> assertEquals(List.of(), few(untrue), () -> untrue.size() + " events without their order"),
                () -> assertEquals(List.of(), few(contrary), () -> contrary.size() + " rollbacks that were none"),
                () -> assertEquals(List.of(), few(wrong), () -> wrong.size() + " events with a wrong outcome"),
                () -> assertEquals(List.of(), few(doubled), () -> doubled.size() + " events twice"),
                () -> assertEquals(List.of(), few(gaps), () -> gaps.size() + " gaps"));
    }

    private static List<String> few(List<String> all) {
        return all.subList(0, Math.min(5, all.size()));
    }
}
