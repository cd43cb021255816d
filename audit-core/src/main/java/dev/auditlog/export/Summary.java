package dev.auditlog.export;

import dev.auditlog.event.Actor;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Target;
import java.util.Locale;
import java.util.Objects;

/** An event in one sentence, for people who read it among others. */
final class Summary {

    private Summary() {}

    static String of(AuditEvent event) {
        Target target = event.target();
        return who(event.actor()) + " called " + event.operation() + (target == null ? "" : " on " + what(target))
                + ": " + event.outcome();
    }

    /** The actor's id; for nobody, and for an actor without one, what it is. */
    static String idOf(Actor actor) {
        return Objects.requireNonNullElse(actor.id(), actor.type().name().toLowerCase(Locale.ROOT));
    }

    private static String who(Actor actor) {
        return Objects.requireNonNullElse(actor.name(), idOf(actor));
    }

    private static String what(Target target) {
        String type = Objects.requireNonNullElse(target.type(), "");
        return target.id() == null ? type : type + "/" + target.id();
    }

    /** In the words that ECS and CADF share. */
    static String outcome(AuditEvent event) {
        return switch (event.outcome()) {
            case SUCCESS -> "success";
            case DENIED, FAILURE, ERROR -> "failure";
            case UNKNOWN -> "unknown";
        };
    }
}
