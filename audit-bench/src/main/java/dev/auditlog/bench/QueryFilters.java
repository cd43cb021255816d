package dev.auditlog.bench;

import dev.auditlog.bench.seed.People;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Filters that find many, few or no events of a seeded database, in words of the query language. */
final class QueryFilters {

    static final String MANY = "many";
    static final String FEW = "few";
    static final String NONE = "none";

    private final List<Filter> singles = new ArrayList<>();

    /**
     * Makes them.
     *
     * @param sample an event of long ago
     * @param inner an event that happened inside another one
     */
    QueryFilters(People people, AuditEvent sample, AuditEvent inner) {
        Target target = Objects.requireNonNull(sample.target());
        add("actor", people.busiest().id(), people.quiet().id(), "nobody");
        add("activity", "READ", "DELETE", "");
        add("outcome", "SUCCESS", "UNKNOWN", "");
        add("target", "Order/*", target.type() + "/" + target.id(), "Order/999999999");
        add("operation", "OrderResource.read", "OrderResource.transfer", "Nothing.at-all");
        add("ip", "10.12.0.0/16", people.quiet().sources().get(1).ip(), "192.0.2.99");
        add("status", "200", "409", "418");
        add("duration", ">1ms", ">30s", ">1h");
        add("application", "orders", "", "absent");
        add("node", "orders-1", "", "absent-1");
        add("group", "sales", "management", "absent");
        add("type", "USER", "SYSTEM", "");
        add("session", "", sample.actor().session(), "00");
        add("reason", "customer*", "", "absent");
        add("correlation", "", sample.correlationId(), "absent");
        add("path", "/orders/*", Objects.requireNonNull(sample.request()).path(), "/absent/*");
        add("id", "", sample.id().toString(), "00000000-0000-7000-8000-000000000000");
        add("trace", "", sample.traceId(), "00");
        add("parent", "", String.valueOf(inner.parentId()), "00000000-0000-7000-8000-000000000000");
        add("chain", "orders@orders-1", "", "absent@absent-1");
        add("transaction", "COMMITTED", "UNKNOWN", "");
        add("method", "GET", "PATCH", "TRACE");
        add("error", "ForbiddenException", "IllegalStateException", "AbsentException");
        add("first", "ip", "", "");
        singles.add(new Filter("outcome:DENIED", MANY));
        singles.add(new Filter("outcome:ERROR", MANY));
        singles.add(new Filter("status:>=500", MANY));
        singles.add(new Filter("-actor:" + people.busiest().id(), MANY));
    }

    private void add(String word, String many, @Nullable String few, String none) {
        if (!many.isEmpty()) {
            singles.add(new Filter(word + ":" + many, MANY));
        }
        if (few != null && !few.isEmpty()) {
            singles.add(new Filter(word + ":" + few, FEW));
        }
        if (!none.isEmpty()) {
            singles.add(new Filter(word + ":" + none, NONE));
        }
    }

    /** Each qualifier alone. */
    List<Filter> singles() {
        return singles;
    }

    /** Each two of the qualifiers that people combine: both find many, the second few, the second none. */
    List<Filter> pairs() {
        List<String> words =
                List.of("actor:", "activity:", "outcome:", "target:", "operation:", "ip:", "status:", "application:");
        List<Filter> pairs = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            for (String second : words.subList(i + 1, words.size())) {
                String first = first(words.get(i), MANY);
                for (String matching : List.of(MANY, FEW, NONE)) {
                    String other = first(second, matching);
                    if (!first.isEmpty() && !other.isEmpty()) {
                        pairs.add(new Filter(first + " " + other, matching));
                    }
                }
            }
        }
        return pairs;
    }

    private String first(String word, String matching) {
        return singles.stream()
                .filter(filter ->
                        filter.text().startsWith(word) && filter.matching().equals(matching))
                .map(Filter::text)
                .findFirst()
                .orElse("");
    }

    /**
     * A filter.
     *
     * @param text as a user types it
     * @param matching many, few or none
     */
    record Filter(String text, String matching) {}
}
