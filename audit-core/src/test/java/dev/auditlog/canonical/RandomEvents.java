package dev.auditlog.canonical;

import dev.auditlog.Activity;
import dev.auditlog.Guarantee;
import dev.auditlog.event.Actor;
import dev.auditlog.event.ActorType;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Failure;
import dev.auditlog.event.Outcome;
import dev.auditlog.event.Request;
import dev.auditlog.event.Source;
import dev.auditlog.event.Target;
import dev.auditlog.event.TransactionOutcome;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes events of all shapes, with texts that JSON must escape. */
public final class RandomEvents {

    private static final String[] TEXTS = {
        "", " ", "alice", "\"", "\\", "/", "\u0000", "\u001f", "\n", "\u2028", "ä", "漢", "😀", "</script>", "{}", "null"
    };

    private final Random random;

    public RandomEvents(Random random) {
        this.random = random;
    }

    public AuditEvent next() {
        AuditEvent.Draft draft = AuditEvent.draft("o" + text())
                .id(id())
                .time(time())
                .recordedAt(maybe(this::time))
                .application(text())
                .node(text())
                .sequence(random.nextBoolean() ? 0 : random.nextLong(Long.MAX_VALUE) + 1)
                .activity(oneOf(Activity.values()))
                .outcome(oneOf(Outcome.values()))
                .transaction(oneOf(TransactionOutcome.values()))
                .status(maybe(() -> random.nextInt(100, 600)))
                .durationMicros(random.nextLong(Long.MAX_VALUE))
                .guarantee(oneOf(Guarantee.values()))
                .actor(actor())
                .target(maybe(() -> new Target(maybe(this::text), maybe(this::text), maybe(this::text))))
                .source(maybe(() -> new Source(maybe(this::text), maybe(this::text), texts(), text())))
                .request(maybe(this::request))
                .error(maybe(() -> new Failure(text(), maybe(this::text))))
                .reason(maybe(this::text))
                .correlationId(maybe(this::text))
                .traceId(maybe(this::text))
                .parentId(maybe(this::id));
        texts().forEach(key -> draft.attribute(key, text()));
        return draft.toEvent();
    }

    private Actor actor() {
        return new Actor(
                maybe(this::text),
                maybe(this::text),
                oneOf(ActorType.values()),
                maybe(this::text),
                texts(),
                maybe(this::text),
                maybe(this::text));
    }

    private Request request() {
        return new Request(
                text(),
                text(),
                maybe(this::text),
                maybe(this::text),
                maybe(this::text),
                maybe(this::text),
                maybe(() -> value(3).toString()),
                maybe(() -> random.nextLong(Long.MAX_VALUE)),
                random.nextBoolean(),
                texts());
    }

    private JsonValue value(int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 6)) {
            case 0 -> JsonValue.NULL;
            case 1 -> JsonValue.TRUE;
            case 2 -> JsonValue.FALSE;
            case 3 -> Json.createValue(text());
            case 4 -> Json.createValue(random.nextLong());
            case 5 -> Json.createValue(new BigDecimal(new BigInteger(90, random), random.nextInt(-40, 40)));
            case 6 -> {
                var array = Json.createArrayBuilder();
                texts().forEach(ignored -> array.add(value(depth - 1)));
                yield array.build();
            }
            default -> {
                var object = Json.createObjectBuilder();
                texts().forEach(key -> object.add(key, value(depth - 1)));
                yield object.build();
            }
        };
    }

    private List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            texts.add(text());
        }
        return texts;
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            text.append(oneOf(TEXTS));
        }
        return text.toString();
    }

    private Instant time() {
        return Instant.ofEpochSecond(random.nextLong(4_102_444_800L), random.nextInt(1_000_000_000))
                .truncatedTo(ChronoUnit.MICROS);
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private <T> T oneOf(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private <T> @Nullable T maybe(Supplier<T> value) {
        return random.nextBoolean() ? value.get() : null;
    }
}
