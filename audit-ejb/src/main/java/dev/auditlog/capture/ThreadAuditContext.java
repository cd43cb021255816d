package dev.auditlog.capture;

import dev.auditlog.AuditContext;
import jakarta.enterprise.context.ApplicationScoped;

/** The injectable {@link AuditContext}: speaks to the innermost call of the current thread. */
@ApplicationScoped
public class ThreadAuditContext implements AuditContext {

    @Override
    public AuditContext target(String type, String id) {
        Frame frame = CurrentCall.innermost();
        if (frame != null) {
            frame.additions().target(type, id);
        }
        return this;
    }

    @Override
    public AuditContext targetName(String name) {
        Frame frame = CurrentCall.innermost();
        if (frame != null) {
            frame.additions().targetName(name);
        }
        return this;
    }

    @Override
    public AuditContext reason(String reason) {
        Frame frame = CurrentCall.innermost();
        if (frame != null) {
            frame.additions().reason(reason);
        }
        return this;
    }

    @Override
    public AuditContext attribute(String key, String value) {
        Frame frame = CurrentCall.innermost();
        if (frame != null) {
            frame.additions().attribute(key, value);
        }
        return this;
    }
}
