package dev.auditlog.query;

import dev.auditlog.address.AddressRange;
import dev.auditlog.event.AuditEvent;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts values of events in memory, as a counter should. */
final class FacetsOfEvents {

    private FacetsOfEvents() {}

    static List<FacetCounts.Value> count(Facet facet, List<AuditEvent> events) {
        TreeMap<String, Long> counts = new TreeMap<>();
        events.stream()
                .map(event -> value(facet, event))
                .filter(Objects::nonNull)
                .forEach(value -> counts.merge(value, 1L, Long::sum));
        return counts.entrySet().stream()
                .map(entry -> new FacetCounts.Value(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(FacetCounts.Value::count).reversed())
                .limit(EventCounter.TOP)
                .toList();
    }

    private static @Nullable String value(Facet facet, AuditEvent event) {
        return switch (facet) {
            case OUTCOME -> event.outcome().name();
            case ACTOR -> event.actor().id();
            case OPERATION -> event.operation();
            case ACTIVITY -> event.activity().name();
            case TARGET -> event.target() == null ? null : event.target().type();
            case APPLICATION -> event.application();
            case GROUP -> event.actor().group();
            case IP -> event.source() == null ? null : network(event.source().ip());
            case STATUS -> event.status() == null ? null : event.status().toString();
        };
    }

    private static @Nullable String network(@Nullable String ip) {
        String key = AddressRange.key(ip);
        if (key == null) {
            return null;
        }
        return AddressRange.blockOf(key.substring(0, key.startsWith(AddressRange.IPV4_MAPPED) ? 30 : 12));
    }
}
