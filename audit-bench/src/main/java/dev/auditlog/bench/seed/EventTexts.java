package dev.auditlog.bench.seed;

import dev.auditlog.address.AddressRange;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Failure;
import dev.auditlog.event.Request;
import dev.auditlog.event.Source;
import dev.auditlog.event.Target;
import dev.auditlog.store.EventRow;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Parts of events as the text of columns. What comes again and again is kept, since millions of rows have it. Its words
 * need no escapes in JSON. Not safe for many threads.
 */
final class EventTexts {

    private static final String NOTHING = "{}";

    private final Map<String, String> actorKeys = new HashMap<>();
    private final Map<String, String> addressKeys = new HashMap<>();
    private final Map<List<String>, String> arrays = new HashMap<>();

    static long micros(@Nullable Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Objects.requireNonNull(time, "recordedAt"));
    }

    static @Nullable Object ofTarget(AuditEvent event, Function<Target, @Nullable Object> part) {
        return event.target() == null ? null : part.apply(event.target());
    }

    static @Nullable Object ofSource(AuditEvent event, Function<Source, @Nullable Object> part) {
        return event.source() == null ? null : part.apply(event.source());
    }

    static @Nullable Object ofRequest(AuditEvent event, Function<Request, @Nullable Object> part) {
        return event.request() == null ? null : part.apply(event.request());
    }

    static @Nullable Object ofError(AuditEvent event, Function<Failure, @Nullable Object> part) {
        return event.error() == null ? null : part.apply(event.error());
    }

    static String object(Map<String, String> values) {
        return values.isEmpty()
                ? NOTHING
                : values.entrySet().stream()
                        .map(entry -> '"' + entry.getKey() + "\":\"" + entry.getValue() + '"')
                        .collect(Collectors.joining(",", "{", "}"));
    }

    @Nullable
    String actorKey(@Nullable String id) {
        return id == null ? null : actorKeys.computeIfAbsent(id, EventRow::actorKey);
    }

    @Nullable
    String addressKey(@Nullable String address) {
        return address == null ? null : addressKeys.computeIfAbsent(address, AddressRange::key);
    }

    String array(List<String> values) {
        return arrays.computeIfAbsent(
                values, v -> v.isEmpty() ? "[]" : v.stream().collect(Collectors.joining("\",\"", "[\"", "\"]")));
    }
}
