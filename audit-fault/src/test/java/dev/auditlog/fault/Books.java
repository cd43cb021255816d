package dev.auditlog.fault;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The ledger beside the rows.
 *
 * @param lost acknowledged, and there is no row
 * @param doubled more than one row
 * @param wrong the row's status is not the acknowledged one, or that of a method which ran unacknowledged
 * @param disordered where a client's call has a lower number than an earlier one of it in the same chain
 * @param foreign rows that nobody asked for
 * @param gaps where a chain's numbers do not go on by one
 * @param odd answers that are neither the method's, nor a refusal, nor broken
 * @param unacknowledged rows whose response was lost or refused: allowed, and worth knowing
 */
record Books(
        List<String> lost,
        List<String> doubled,
        List<String> wrong,
        List<String> disordered,
        List<String> foreign,
        List<String> gaps,
        List<Entry> odd,
        int unacknowledged) {

    static Books compare(List<Entry> entries, List<Row> rows) {
        return compare(entries, rows, rows);
    }

    /** The same where calls make further events, which are in {@code all} and not in {@code rows}. */
    static Books compare(List<Entry> entries, List<Row> rows, List<Row> all) {
        Map<String, List<Row>> byKey = new HashMap<>();
        rows.forEach(row ->
                byKey.computeIfAbsent(row.correlation(), k -> new ArrayList<>()).add(row));
        Books books = new Books(
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                gaps(all),
                odd(entries),
                0);
        Map<String, Row> latest = new HashMap<>();
        int unacknowledged = 0;
        for (Entry entry : entries) {
            List<Row> found = byKey.remove(entry.key());
            if (found != null) {
                books.take(entry, found);
                books.order(entry, found.get(0), latest);
                unacknowledged += entry.isAcknowledged() ? 0 : 1;
            } else if (entry.isAcknowledged()) {
                books.lost.add(entry.toString());
            }
        }
        byKey.values().forEach(found -> found.forEach(row -> books.foreign.add(row.toString())));
        return new Books(
                books.lost,
                books.doubled,
                books.wrong,
                books.disordered,
                books.foreign,
                books.gaps,
                books.odd,
                unacknowledged);
    }

    private void order(Entry entry, Row row, Map<String, Row> latest) {
        if (entry.isAcknowledged()) {
            Row before = latest.put(row.chain() + " " + entry.client(), row);
            if (before != null && before.sequence() >= row.sequence()) {
                disordered.add(row + " after " + before);
            }
        }
    }

    private void take(Entry entry, List<Row> found) {
        if (found.size() > 1) {
            doubled.add(entry + ": " + found);
        }
        if (!entry.mayBeRecordedAs(found.get(0).status())) {
            wrong.add(entry + ": " + found.get(0));
        }
    }

    private static List<Entry> odd(List<Entry> entries) {
        return entries.stream()
                .filter(entry -> !entry.isAcknowledged() && !entry.isRefused() && !entry.isBroken())
                .toList();
    }

    private static List<String> gaps(List<Row> rows) {
        Map<String, Long> last = new TreeMap<>();
        List<String> gaps = new ArrayList<>();
        rows.stream().sorted(Comparator.comparingLong(Row::sequence)).forEach(row -> {
            long before = last.getOrDefault(row.chain(), 0L);
            if (row.sequence() != before + 1) {
                gaps.add(row.chain() + ": " + row.sequence() + " after " + before);
            }
            last.put(row.chain(), row.sequence());
        });
        return gaps;
    }

    /** Fails with all that is wrong, a few of each kind. */
    void requireClean() {
        assertAll(this::requireKept, () -> assertEquals(List.of(), few(odd), () -> odd.size() + " odd answers"));
    }

    /** The same where the server was told to end under load: then the container gives answers of its own. */
    void requireCleanButForTheEnd() {
        List<Entry> others =
                odd.stream().filter(entry -> !entry.isOfTheContainer()).toList();
        assertAll(this::requireKept, () -> assertEquals(List.of(), few(others), () -> others.size() + " odd answers"));
    }

    /** The same without a look at odd answers. */
    void requireKept() {
        assertAll(
                () -> assertEquals(List.of(), few(lost), () -> lost.size() + " acknowledged without a row"),
                () -> assertEquals(List.of(), few(doubled), () -> doubled.size() + " with more than one row"),
                () -> assertEquals(List.of(), few(wrong), () -> wrong.size() + " rows with a wrong outcome"),
                () -> assertEquals(List.of(), few(disordered), () -> disordered.size() + " out of order"),
                () -> assertEquals(List.of(), few(foreign), () -> foreign.size() + " rows that nobody asked for"),
                () -> assertEquals(List.of(), few(gaps), () -> gaps.size() + " gaps"));
    }

    private static <T> List<T> few(List<T> all) {
        return all.subList(0, Math.min(5, all.size()));
    }
}
