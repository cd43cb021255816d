package dev.auditlog.bench;

import java.util.List;
import java.util.Map;

/** All applications that can be compared. */
final class Variants {

    static final String UNAUDITED = "unaudited";
    static final String NAIVE = "naive-uuid";

    static final String LOGBOOK = "logbook";

    private static final String BEFORE_RESPONSE = "BEFORE_RESPONSE";
    private static final List<String> ORDER = List.of("business.OrderRow");
    private static final String NAIVE_ROWS = "select count(*) from ";

    private static final List<Variant> ALL = List.of(
            Variant.bare(UNAUDITED, List.of("rest", "plain"), List.of(), ""),
            new Variant(
                    "present",
                    List.of("rest", "plain"),
                    true,
                    Map.of("audit.application", "bench-present", "audit.node", "bench"),
                    List.of(),
                    ""),
            Variant.audited("before", List.of("rest", "audited"), List.of(), BEFORE_RESPONSE),
            Variant.audited("besteffort", List.of("rest", "audited"), List.of(), "BEST_EFFORT"),
            Variant.bare(
                    NAIVE,
                    List.of("rest", "naive", "uuid"),
                    List.of("uuid.UuidRow", "naive.CallRow"),
                    NAIVE_ROWS + "naive_uuid"),
            Variant.bare(
                    "naive-seq",
                    List.of("rest", "naive", "sequence"),
                    List.of("sequence.SequenceRow", "naive.CallRow"),
                    NAIVE_ROWS + "naive_seq"),
            Variant.bare(
                    "fire-and-forget",
                    List.of("rest", "naive", "later"),
                    List.of("later.LaterRow", "naive.CallRow"),
                    NAIVE_ROWS + "naive_later"),
            Variant.bare(LOGBOOK, List.of("rest", "plain", "logbook"), List.of(), ""),
            Variant.bare("tx", List.of("rest", "business"), ORDER, ""),
            Variant.audited(
                    "tx-before", List.of("rest", "auditedbusiness", "business.OrderRow"), ORDER, BEFORE_RESPONSE),
            Variant.audited("tx-atomic", List.of("rest", "auditedbusiness", "business.OrderRow"), ORDER, "ATOMIC"));

    private Variants() {}

    static List<String> names() {
        return ALL.stream().map(Variant::name).toList();
    }

    static List<String> check(List<String> names) {
        names.forEach(Variants::named);
        return names;
    }

    static Variant named(String name) {
        return ALL.stream()
                .filter(variant -> variant.name().equals(name))
                .findFirst()
                .orElseThrow(() -> BenchMessages.notAllowed("bench.variants", name, names()));
    }

    /** What a variant is compared with: one with a transaction of its own with the one that has only that. */
    static String baseline(String name) {
        return name.startsWith("tx") ? "tx" : UNAUDITED;
    }
}
