package dev.auditlog.redact;

import dev.auditlog.event.Actor;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Failure;
import dev.auditlog.event.Request;
import dev.auditlog.event.Source;
import dev.auditlog.event.Target;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The redactor with the built-in names and patterns. */
final class StandardRedactor implements Redactor {

    private static final int MOST_SETS = 1000;

    /** By the names that annotations and configuration add: a few sets, made once each. */
    private final Map<Set<String>, SecretNames> names = new ConcurrentHashMap<>();

    @Override
    public AuditEvent redact(AuditEvent raw, CapturedBody body, Set<String> sensitive) {
        try {
            return new Redaction(names(sensitive)).redact(raw, body);
        } catch (RuntimeException | StackOverflowError unexpected) {
            // A fault here must neither fail the call nor let anything through: the event stays, its texts go.
            return stripped(raw);
        }
    }

    private SecretNames names(Set<String> sensitive) {
        if (sensitive.isEmpty()) {
            return SecretNames.standard();
        }
        SecretNames known = names.get(sensitive);
        if (known == null) {
            known = SecretNames.with(sensitive);
            if (names.size() < MOST_SETS) {
                names.put(Set.copyOf(sensitive), known);
            }
        }
        return known;
    }

    private static AuditEvent stripped(AuditEvent raw) {
        Actor actor = raw.actor();
        return raw.toDraft()
                .operation(Texts.cut(Texts.line(raw.operation()), FieldLimits.OPERATION))
                .actor(new Actor(shortened(actor.id()), null, actor.type(), null, List.of(), null, null))
                .target(target(raw.target()))
                .source(source(raw.source()))
                .request(request(raw.request()))
                .error(error(raw.error()))
                .reason(null)
                .attributes(Map.of())
                .correlationId(null)
                .traceId(null)
                .toEvent();
    }

    private static @Nullable String shortened(@Nullable String text) {
        return text == null ? null : Texts.cut(Texts.line(text), FieldLimits.ACTOR_ID);
    }

    private static @Nullable Target target(@Nullable Target raw) {
        return raw == null ? null : new Target(raw.type(), MASK, null);
    }

    private static @Nullable Source source(@Nullable Source raw) {
        return raw == null ? null : new Source(raw.ip(), raw.peer(), List.of(), raw.rule());
    }

    private static @Nullable Failure error(@Nullable Failure raw) {
        return raw == null ? null : new Failure(Texts.cut(Texts.line(raw.type()), FieldLimits.ERROR_TYPE), MASK);
    }

    private static @Nullable Request request(@Nullable Request raw) {
        return raw == null
                ? null
                : new Request(
                        Texts.cut(Texts.line(raw.method()), FieldLimits.METHOD),
                        MASK,
                        null,
                        raw.query() == null ? null : MASK,
                        null,
                        null,
                        null,
                        raw.bytes(),
                        true,
                        List.of("path", "query", "error.message"));
    }
}
