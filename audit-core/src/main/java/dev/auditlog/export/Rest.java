package dev.auditlog.export;

import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Request;
import dev.auditlog.event.Source;
import org.jspecify.annotations.Nullable;

/** Parts of an event that no foreign schema has a place for, named as in the event's JSON. */
final class Rest {

    private Rest() {}

    /** How the address was found. */
    static Fields source(@Nullable Source source) {
        Fields fields = new Fields();
        return source == null
                ? fields
                : fields.put("peer", source.peer()).put("chain", source.chain()).put("rule", source.rule());
    }

    /** What matched the request, and what was taken out of it. */
    static Fields request(@Nullable Request request) {
        Fields fields = new Fields();
        if (request == null) {
            return fields;
        }
        fields.put("route", request.route()).put("contentType", request.contentType());
        if (request.bytes() != null) {
            fields.put("bytes", request.bytes());
        }
        return fields.put("truncated", request.truncated()).put("redacted", request.redacted());
    }

    static Fields attributes(AuditEvent event) {
        Fields fields = new Fields();
        event.attributes().forEach(fields::put);
        return fields;
    }
}
