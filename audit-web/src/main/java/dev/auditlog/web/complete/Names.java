package dev.auditlog.web.complete;

import dev.auditlog.Activity;
import dev.auditlog.event.ActorType;
import dev.auditlog.event.Outcome;
import dev.auditlog.event.TransactionOutcome;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Values of the qualifiers that take one of a few names. */
final class Names {

    private static final Map<String, List<String>> OF = Map.of(
            "outcome", names(Outcome.values()),
            "activity",
                    Arrays.stream(Activity.values())
                            .filter(activity -> activity != Activity.DEFAULT)
                            .map(Enum::name)
                            .toList(),
            "type", names(ActorType.values()),
            "transaction", names(TransactionOutcome.values()),
            "first", List.of("ip"));

    private Names() {}

    private static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }

    /** Empty where a qualifier takes any text. */
    static List<String> of(String qualifier) {
        return OF.getOrDefault(qualifier, List.of());
    }
}
