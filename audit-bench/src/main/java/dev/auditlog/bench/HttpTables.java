package dev.auditlog.bench;

import java.util.ArrayList;
import java.util.List;

/** What the HTTP benchmark prints: for each number of clients one table of ratios and one of CPU times. */
final class HttpTables {

    private static final String NONE = "–";

    private final Measures measures;
    private final List<String> variants;

    HttpTables(Measures measures, List<String> variants) {
        this.measures = measures;
        this.variants = variants;
    }

    List<String> lines(int clients) {
        List<String> lines = new ArrayList<>();
        lines.add("### " + clients + (clients == 1 ? " client" : " clients"));
        lines.add("");
        lines.addAll(Text.table(ratios(clients)));
        lines.add("");
        lines.add("CPU time, in µs for each call:");
        lines.add("");
        lines.addAll(Text.table(cpu(clients)));
        lines.add("");
        lines.addAll(naive(clients));
        return lines;
    }

    private List<List<String>> ratios(int clients) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "variant",
                "calls/s",
                "ratio to its baseline",
                "p50 ms",
                "p99 ms",
                "p99 ratio",
                "max ms",
                "commits/call",
                "calls/write",
                "errors"));
        for (String variant : variants) {
            String base = Variants.baseline(variant);
            double writes =
                    measures.of(variant, clients, Measure::writesPerCall).median();
            rows.add(List.of(
                    variant,
                    Text.whole(measures.of(variant, clients, Measure::perSecond).median()),
                    Text.spread(measures.ratio(variant, base, clients, Measure::perSecond), 2),
                    millis(measures.of(variant, clients, Measure::p50)),
                    millis(measures.of(variant, clients, Measure::p99)),
                    Text.spread(measures.ratio(variant, base, clients, Measure::p99), 2),
                    millis(measures.of(variant, clients, Measure::longest)),
                    Text.decimal(
                            measures.of(variant, clients, Measure::commitsPerCall)
                                    .median(),
                            2),
                    writes < 0.001 ? NONE : Text.decimal(1 / writes, 1),
                    Integer.toString(measures.failed(variant, clients))));
        }
        return rows;
    }

    private static String millis(Spread micros) {
        return Text.decimal(micros.median() / 1000, 2);
    }

    private List<List<String>> cpu(int clients) {
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of("variant", "server + database", "above its baseline", "database"));
        for (ThreadKind kind : ThreadKind.values()) {
            head.add(kind.label());
        }
        head.add("client");
        rows.add(head);
        for (String variant : variants) {
            rows.add(cpuRow(variant, clients));
        }
        return rows;
    }

    private List<String> cpuRow(String variant, int clients) {
        List<String> row = new ArrayList<>();
        row.add(variant);
        row.add(Text.whole(measures.of(variant, clients, Measure::cpuPerCall).median()));
        row.add(Text.spread(
                measures.compared(
                        variant,
                        Variants.baseline(variant),
                        clients,
                        (one, two) -> one.cpuPerCall() - two.cpuPerCall()),
                0));
        row.add(Text.whole(
                measures.of(variant, clients, Measure::databasePerCall).median()));
        for (ThreadKind kind : ThreadKind.values()) {
            row.add(Text.whole(
                    measures.of(variant, clients, m -> m.threadsPerCall(kind)).median()));
        }
        row.add(Text.whole(measures.of(variant, clients, Measure::clientPerCall).median()));
        return row;
    }

    /** The comparison with what many write themselves. */
    private List<String> naive(int clients) {
        if (!variants.contains(Variants.NAIVE) || !variants.contains("before")) {
            return List.of();
        }
        Spread ratio = measures.ratio("before", Variants.NAIVE, clients, Measure::perSecond);
        return List.of("before : " + Variants.NAIVE + " = " + Text.spread(ratio, 2), "");
    }
}
