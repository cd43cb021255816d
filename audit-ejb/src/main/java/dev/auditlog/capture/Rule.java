package dev.auditlog.capture;

import dev.auditlog.Activity;
import dev.auditlog.Data;
import dev.auditlog.Guarantee;
import dev.auditlog.Outcomes;
import dev.auditlog.event.Outcome;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one method's annotations and the configuration ask for, resolved once.
 *
 * @param audited whether {@code @Audited} asks for an event; without it only {@code audit.capture.include} can
 * @param refused why there is none on purpose, from {@code @NotAudited}; null where there is no such annotation
 * @param operation stable name of what is done
 * @param activity kind of access; DEFAULT where the HTTP method tells it
 * @param target name of the parameter that names the object; empty where the usual names count
 * @param targetType type of the object
 * @param data whether request data is recorded; never DEFAULT
 * @param outcomes which ends are recorded; never DEFAULT
 * @param guarantee how sure it is that the event is kept; never DEFAULT
 * @param reasonRequired whether the caller must say why
 * @param parameters names of the path and query parameters that the method declares, in order
 * @param sensitive names whose values are never recorded in clear
 */
record Rule(
        boolean audited,
        @Nullable String refused,
        String operation,
        Activity activity,
        String target,
        String targetType,
        Data data,
        Outcomes outcomes,
        Guarantee guarantee,
        boolean reasonRequired,
        List<String> parameters,
        Set<String> sensitive) {

    /** Whether a call that ended like this leaves an event. */
    boolean records(Outcome outcome) {
        return outcomes == Outcomes.ALL || outcome == Outcome.SUCCESS;
    }

    /** Whether a call of it must commit its event together with what it changes. */
    boolean isAtomic() {
        return guarantee == Guarantee.ATOMIC;
    }

    Rule named(String name, Activity kind) {
        return new Rule(
                audited,
                refused,
                name,
                kind,
                target,
                targetType,
                data,
                outcomes,
                guarantee,
                reasonRequired,
                parameters,
                sensitive);
    }

    /** The rule of a method that has none of its own, behind an audited locator: its names, and what the locator asks for. */
    Rule behind(Rule locator) {
        Set<String> both = new HashSet<>(sensitive);
        both.addAll(locator.sensitive());
        return new Rule(
                true,
                null,
                operation,
                locator.activity(),
                locator.target(),
                targetType,
                locator.data(),
                locator.outcomes(),
                locator.guarantee(),
                locator.reasonRequired(),
                parameters,
                Set.copyOf(both));
    }

    Rule withParameters(List<String> names) {
        return new Rule(
                audited,
                refused,
                operation,
                activity,
                target,
                targetType,
                data,
                outcomes,
                guarantee,
                reasonRequired,
                names,
                sensitive);
    }

    Activity activityOf(String httpMethod) {
        if (activity != Activity.DEFAULT) {
            return activity;
        }
        return switch (httpMethod) {
            case "POST" -> Activity.CREATE;
            case "GET", "HEAD" -> Activity.READ;
            case "PUT", "PATCH" -> Activity.UPDATE;
            case "DELETE" -> Activity.DELETE;
            default -> Activity.OTHER;
        };
    }
}
