package dev.auditlog.capture;

import dev.auditlog.AuditContext;
import dev.auditlog.event.Target;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the code of a call adds to its event. Filled by the thread that runs the call, read when it ends. */
final class Additions implements AuditContext {

    private static final int MAX_ATTRIBUTES = 64;

    private @Nullable String type;
    private @Nullable String id;
    private @Nullable String name;
    private @Nullable String reason;
    private final Map<String, String> attributes = new LinkedHashMap<>();

    @Override
    public synchronized AuditContext target(String targetType, String targetId) {
        type = targetType;
        id = targetId;
        return this;
    }

    @Override
    public synchronized AuditContext targetName(String targetName) {
        name = targetName;
        return this;
    }

    @Override
    public synchronized AuditContext reason(String why) {
        reason = why;
        return this;
    }

    @Override
    public synchronized AuditContext attribute(String key, String value) {
        if (attributes.size() < MAX_ATTRIBUTES || attributes.containsKey(key)) {
            attributes.put(key, value);
        }
        return this;
    }

    /** Returns the target with what the code said of it; null where neither names one. */
    synchronized @Nullable Target over(@Nullable Target known) {
        if (id == null && name == null && type == null) {
            return known;
        }
        String knownType = known == null ? null : known.type();
        String knownId = known == null ? null : known.id();
        return new Target(type == null ? knownType : type, id == null ? knownId : id, name);
    }

    synchronized @Nullable String reasonOr(@Nullable String otherwise) {
        return reason == null ? otherwise : reason;
    }

    synchronized Map<String, String> attributes() {
        return Map.copyOf(attributes);
    }
}
