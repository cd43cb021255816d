package dev.auditlog.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the query benchmark prints: for each kind of query a table with its target. */
final class QueryTables {

    private static final double P50 = 0.5;
    private static final double P95 = 0.95;
    private static final double MICROS_PER_MILLI = 1e3;

    private QueryTables() {}

    static List<String> lines(List<QueryTimes> times) {
        List<String> lines = new ArrayList<>();
        for (String kind : times.stream().map(t -> t.asked().kind()).distinct().toList()) {
            List<QueryTimes> ofKind =
                    times.stream().filter(t -> t.asked().kind().equals(kind)).toList();
            lines.add("### " + kind);
            lines.add("");
            lines.addAll(Text.table(rows(ofKind)));
            lines.add("");
            lines.add(summary(ofKind));
            lines.add("");
        }
        return lines;
    }

    private static List<List<String>> rows(List<QueryTimes> times) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("filter", "finds", "range", "rows", "p50 ms", "p95 ms", "max ms", "refused", "met"));
        for (QueryTimes time : times) {
            QueryCase asked = time.asked();
            rows.add(List.of(
                    asked.filter().isEmpty() ? "(all)" : asked.filter(),
                    asked.matching(),
                    asked.range(),
                    Text.whole(time.rows()),
                    Text.decimal(time.quantile(P50), 1),
                    Text.decimal(time.quantile(P95), 1),
                    Text.decimal(time.quantile(1), 1),
                    time.refused() + " of " + time.count(),
                    verdict(time)));
        }
        return rows;
    }

    private static String verdict(QueryTimes time) {
        String failure = time.failure();
        if (failure != null) {
            return failure;
        }
        return time.asked().targetMillis() == 0 ? "" : time.isMet() ? "yes" : "NO";
    }

    private static String summary(List<QueryTimes> times) {
        double target = times.get(0).asked().targetMillis();
        if (target == 0) {
            return "For comparison.";
        }
        return times.stream().filter(QueryTimes::isMet).count() + " of " + times.size()
                + " meet the target: p95 within " + Text.whole(target) + " ms.";
    }

    static List<String> csv(List<QueryTimes> times) {
        List<String> lines = new ArrayList<>(
                List.of("kind,filter,finds,range,rows,count,p50_us,p95_us,max_us,refused,target_ms,met"));
        for (QueryTimes time : times) {
            QueryCase asked = time.asked();
            Function<Double, String> micros = q -> Text.decimal(time.quantile(q) * MICROS_PER_MILLI, 0);
            lines.add(List.<Object>of(
                            quoted(asked.kind()),
                            quoted(asked.filter()),
                            asked.matching(),
                            quoted(asked.range()),
                            time.rows(),
                            time.count(),
                            micros.apply(P50),
                            micros.apply(P95),
                            micros.apply(1.0),
                            time.refused(),
                            Text.decimal(asked.targetMillis(), 0),
                            time.isMet())
                    .stream()
                    .map(Objects::toString)
                    .collect(Collectors.joining(",")));
        }
        return lines;
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
