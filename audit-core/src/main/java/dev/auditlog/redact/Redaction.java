package dev.auditlog.redact;

import dev.auditlog.event.Actor;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Failure;
import dev.auditlog.event.Request;
import dev.auditlog.event.Source;
import dev.auditlog.event.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One redaction of one event, in two passes: first every part is looked at, so that all secrets are known, then every
 * text is masked, made storable and cut. Not safe for many threads.
 */
final class Redaction {

    private static final int DATA_OVERHEAD = 4096;

    private final SecretNames names;
    private final Findings findings = new Findings();
    private final Leaves leaves;
    private final FieldTexts texts;

    Redaction(SecretNames names) {
        this.names = names;
        leaves = new Leaves(names, findings);
        texts = new FieldTexts(findings, leaves);
    }

    AuditEvent redact(AuditEvent raw, CapturedBody body) {
        Node data = new BodyReader(names, findings, leaves).read(body);
        Request request = raw.request();
        String rawQuery = request == null ? null : request.query();
        QueryText query = rawQuery == null ? null : new QueryText(rawQuery, names, leaves, findings.secrets);
        learn(raw);
        AuditEvent.Draft draft = raw.toDraft()
                .operation(operation(raw.operation()))
                .actor(actor(raw.actor()))
                .target(target(raw.target()))
                .source(source(raw.source()))
                .error(error(raw.error()))
                .reason(texts.any("reason", raw.reason(), FieldLimits.REASON))
                .attributes(attributes(raw.attributes()))
                .correlationId(texts.any("correlationId", raw.correlationId(), FieldLimits.CORRELATION_ID))
                .traceId(texts.plain(raw.traceId(), FieldLimits.TRACE_ID));
        return draft.request(request == null ? null : request(request, query, data, body))
                .toEvent();
    }

    /** The first pass over what is no data and no query. */
    private void learn(AuditEvent raw) {
        raw.attributes().forEach((name, value) -> {
            if (names.isSecret(name)) {
                findings.secrets.add(value);
            } else {
                texts.look(value);
            }
        });
        texts.look(raw.reason());
        texts.look(raw.correlationId());
        Failure error = raw.error();
        if (error != null) {
            texts.look(error.message());
        }
        Request request = raw.request();
        if (request != null) {
            texts.look(request.userAgent());
            texts.look(request.contentType());
            texts.lookAtPath(request.path());
        }
    }

    /** A class and method of the application's code stays whatever a client sends; a path in it is the client's text. */
    private String operation(String raw) {
        int slash = raw.indexOf('/');
        if (slash < 0) {
            return texts.line(raw, FieldLimits.OPERATION);
        }
        String path = texts.path("operation", raw.substring(slash), FieldLimits.OPERATION);
        return texts.line(raw.substring(0, slash) + path, FieldLimits.OPERATION);
    }

    /** Known secrets are not looked for here: else a client could blank out its own name. ADR 0030. */
    private Actor actor(Actor raw) {
        List<String> roles = new ArrayList<>();
        for (String role : raw.roles()) {
            if (roles.size() == FieldLimits.ROLES) {
                findings.truncated();
                break;
            }
            roles.add(texts.line(role, FieldLimits.ROLE));
        }
        return new Actor(
                texts.byForm("actor.id", raw.id(), FieldLimits.ACTOR_ID),
                texts.byForm("actor.name", raw.name(), FieldLimits.ACTOR_NAME),
                raw.type(),
                texts.byForm("actor.group", raw.group(), FieldLimits.GROUP),
                roles,
                texts.plain(raw.auth(), FieldLimits.ACTOR_AUTH),
                texts.plain(raw.session(), FieldLimits.ACTOR_SESSION));
    }

    private @Nullable Target target(@Nullable Target raw) {
        if (raw == null) {
            return null;
        }
        return new Target(
                texts.byForm("target.type", raw.type(), FieldLimits.TARGET_TYPE),
                texts.any("target.id", raw.id(), FieldLimits.TARGET_ID),
                texts.any("target.name", raw.name(), FieldLimits.TARGET_NAME));
    }

    private @Nullable Source source(@Nullable Source raw) {
        if (raw == null) {
            return null;
        }
        List<String> chain = new ArrayList<>();
        for (String hop : raw.chain()) {
            if (chain.size() == FieldLimits.HOPS) {
                findings.truncated();
                break;
            }
            String masked = texts.any("source.chain", hop, FieldLimits.SOURCE);
            chain.add(masked == null ? "" : masked);
        }
        return new Source(
                texts.plain(raw.ip(), FieldLimits.SOURCE),
                texts.plain(raw.peer(), FieldLimits.SOURCE),
                chain,
                texts.line(raw.rule(), FieldLimits.SOURCE));
    }

    private @Nullable Failure error(@Nullable Failure raw) {
        if (raw == null) {
            return null;
        }
        String type = texts.line(raw.type(), FieldLimits.ERROR_TYPE);
        if (raw.message() != null && findings.secrets.isTooMany()) {
            findings.redacted("error.message");
            return new Failure(type, Redactor.MASK);
        }
        return new Failure(type, texts.any("error.message", raw.message(), FieldLimits.ERROR_MESSAGE));
    }

    private Map<String, String> attributes(Map<String, String> raw) {
        Map<String, String> masked = new LinkedHashMap<>();
        for (Map.Entry<String, String> attribute : raw.entrySet()) {
            if (masked.size() == FieldLimits.ATTRIBUTES) {
                findings.truncated();
                break;
            }
            String key = texts.line(attribute.getKey(), FieldLimits.ATTRIBUTE_KEY);
            String place = "attributes." + key;
            if (names.isSecret(attribute.getKey())) {
                findings.redacted(place);
                masked.put(key, Redactor.MASK);
            } else {
                String value = texts.any(place, attribute.getValue(), FieldLimits.ATTRIBUTE_VALUE);
                masked.put(key, value == null ? "" : value);
            }
        }
        return masked;
    }

    private Request request(Request raw, @Nullable QueryText query, @Nullable Node data, CapturedBody body) {
        String path = texts.path("path", raw.path(), FieldLimits.PATH);
        String masked = query == null ? null : texts.line(query.masked(findings), FieldLimits.QUERY);
        String userAgent = texts.any("userAgent", raw.userAgent(), FieldLimits.USER_AGENT);
        String contentType = texts.any("contentType", raw.contentType(), FieldLimits.CONTENT_TYPE);
        String written = data == null ? null : data(data, body);
        Long bytes = raw.bytes() != null || body.total() <= 0 ? raw.bytes() : Long.valueOf(body.total());
        return new Request(
                texts.line(raw.method(), FieldLimits.METHOD),
                path,
                texts.plain(raw.route(), FieldLimits.ROUTE),
                masked,
                userAgent,
                contentType,
                written,
                bytes,
                raw.truncated() || findings.isTruncated(),
                places(raw));
    }

    private List<String> places(Request raw) {
        List<String> places = new ArrayList<>(raw.redacted());
        places.addAll(findings.redactedPlaces());
        return places;
    }

    private String data(Node data, CapturedBody body) {
        if (findings.secrets.isTooMany()) {
            findings.truncated();
            return JsonOut.write(new Node.Mark(Marks.TOO_MANY_SECRETS), findings, DATA_OVERHEAD);
        }
        return JsonOut.write(data, findings, 2 * size(body) + DATA_OVERHEAD);
    }

    private static int size(CapturedBody body) {
        long size = body.bytes().length;
        for (Map.Entry<String, List<String>> field : body.fields().entrySet()) {
            size += field.getValue().stream()
                    .mapToLong(v -> v.length() + field.getKey().length())
                    .sum();
        }
        for (CapturedBody.Part part : body.parts()) {
            String value = part.value();
            size += 256 + (value == null ? 0 : value.length());
        }
        if (body.contentEncoding() != null) {
            size = Math.max(size, ContentCoding.LEAST_CAP);
        }
        return (int) Math.min(size, CapturedBody.LARGEST_CAP);
    }
}
