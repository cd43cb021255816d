package dev.auditlog.web.search;

import dev.auditlog.event.Actor;
import dev.auditlog.event.ActorType;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Source;
import dev.auditlog.event.Target;
import dev.auditlog.query.EventQuery;
import dev.auditlog.query.QuerySyntaxException;
import dev.auditlog.query.Term;
import org.jspecify.annotations.Nullable;

/**
 * Links that narrow a list to a value, or to everything else.
 *
 * @param query what the list shows now
 * @param here address of that list
 */
public record Filters(EventQuery query, EventsLink here) {

    /**
     * Two links for one value.
     *
     * @param only to the events that have the value; empty where no query can say it
     * @param except to those that have it not; likewise
     */
    public record Choice(String only, String except) {

        public static final Choice NONE = new Choice("", "");

        public boolean exists() {
            return !only.isEmpty();
        }
    }

    /** Links for a value of a qualifier. */
    public Choice of(String qualifier, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            return Choice.NONE;
        }
        try {
            return new Choice(link(qualifier, value, false), link(qualifier, value, true));
        } catch (QuerySyntaxException notToBeAsked) {
            return Choice.NONE; // such as a name with a control character in it, or a query that is full
        }
    }

    /** Links for who did it. */
    public Choice actor(AuditEvent event) {
        Actor actor = event.actor();
        return actor.type() == ActorType.ANONYMOUS ? of("type", ActorType.ANONYMOUS.name()) : of("actor", actor.id());
    }

    /** Links for the object; for the path where no object is named. */
    public Choice target(AuditEvent event) {
        Target target = event.target();
        if (target == null || (target.type() == null && target.id() == null)) {
            return event.request() == null
                    ? Choice.NONE
                    : of("path", event.request().path());
        }
        String type = target.type() == null ? "" : target.type();
        return of("target", target.id() == null ? type : type + "/" + target.id());
    }

    /** Links for where it came from. */
    public Choice source(AuditEvent event) {
        Source source = event.source();
        return source == null ? Choice.NONE : of("ip", source.ip());
    }

    /** Whether the list is narrowed to this value alone. */
    public boolean isOn(String qualifier, String value) {
        return query.terms().stream().anyMatch(term -> isOn(term, qualifier, value));
    }

    static boolean isOn(Term term, String qualifier, String value) {
        return !term.negated()
                && qualifier.equals(term.qualifier())
                && term.values().size() == 1
                && term.values().get(0).equalsIgnoreCase(value);
    }

    private String link(String qualifier, String value, boolean negated) {
        return here.query(query.with(qualifier, value, negated).text()).url();
    }
}
