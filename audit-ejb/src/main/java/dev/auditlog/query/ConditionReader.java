package dev.auditlog.query;

import dev.auditlog.Activity;
import dev.auditlog.event.ActorType;
import dev.auditlog.event.Outcome;
import dev.auditlog.event.TransactionOutcome;
import dev.auditlog.query.QuerySyntaxException.Fault;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the values of terms and refuses those that mean nothing. */
final class ConditionReader {

    private static final String TARGET = "Type/id, Type/*, /id or Type, such as target:Order/42";
    private static final List<String> ACTIVITIES = Arrays.stream(Activity.values())
            .filter(a -> a != Activity.DEFAULT)
            .map(Enum::name)
            .toList();

    private static final List<String> FIRSTS = List.of("IP");

    private ConditionReader() {}

    /** Reads one value; the qualifier is null for free text. */
    static Condition read(@Nullable Qualifier qualifier, TermValue value) {
        if (qualifier == null) {
            return new Condition.Contains(value.text());
        }
        if (value.prefix() && value.text().isEmpty() && qualifier.takesAny()) {
            return new Condition.Present();
        }
        return switch (qualifier.kind()) {
            case TEXT -> new Condition.Text(value.text(), value.prefix());
            case TARGET -> target(value);
            case ADDRESS -> AddressReader.read(value);
            case STATUS -> RangeReader.status(value);
            case DURATION -> RangeReader.duration(value);
            case ID -> IdReader.read(qualifier, value);
            case ACTIVITY -> name(qualifier, value, ACTIVITIES);
            case OUTCOME -> name(qualifier, value, names(Outcome.values()));
            case ACTOR_TYPE -> name(qualifier, value, names(ActorType.values()));
            case TRANSACTION -> name(qualifier, value, names(TransactionOutcome.values()));
            case HOURS -> new Condition.Hours(HoursReader.read(value));
            case FIRST -> first(qualifier, value);
        };
    }

    private static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }

    private static Condition name(Qualifier qualifier, TermValue value, List<String> allowed) {
        String name = value.text().toUpperCase(Locale.ROOT);
        if (value.prefix() || !allowed.contains(name)) {
            Fault fault = new Fault(value.position(), value.shown(), allowed, Nearest.to(value.text(), allowed));
            throw QueryMessages.notOneOf(qualifier.word(), fault);
        }
        return new Condition.Name(name);
    }

    private static Condition first(Qualifier qualifier, TermValue value) {
        name(qualifier, value, FIRSTS);
        return new Condition.FirstAddress();
    }

    private static Condition target(TermValue value) {
        int slash = value.text().indexOf('/');
        if (slash < 0) {
            return new Condition.OfTarget(new Condition.Text(value.text(), value.prefix()), null);
        }
        String type = value.text().substring(0, slash);
        String id = value.text().substring(slash + 1);
        if (id.isEmpty() && !value.prefix()) {
            throw QueryMessages.badValue(
                    Qualifier.TARGET.word(), TARGET, Fault.at(value.position(), value.shown(), TARGET));
        }
        return new Condition.OfTarget(
                type.isEmpty() ? null : new Condition.Text(type, false), new Condition.Text(id, value.prefix()));
    }
}
