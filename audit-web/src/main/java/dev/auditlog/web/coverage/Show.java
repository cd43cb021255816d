package dev.auditlog.web.coverage;

import dev.auditlog.coverage.CoveredMethod;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Predicate;

/** Which methods are shown; in the address by its lower-case name. */
public enum Show {
    /** Each. */
    ALL(method -> true),
    /** Those whose calls leave an event. */
    AUDITED(method -> method.grounds().isAudited()),
    /** Those whose calls leave none. */
    SILENT(method -> !method.grounds().isAudited()),
    /** Those of them that may change something. */
    MUTATORS(CoveredMethod::isSilentMutator),
    /** Those that nobody has decided about. */
    GAPS(method -> method.grounds().isGap());

    private final Predicate<CoveredMethod> rule;

    Show(Predicate<CoveredMethod> rule) {
        this.rule = rule;
    }

    boolean takes(CoveredMethod method) {
        return rule.test(method);
    }

    /** As it stands in the address. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A word that is none is as if it were not there. */
    static Show of(String key) {
        return Arrays.stream(values())
                .filter(s -> s.key().equals(key))
                .findFirst()
                .orElse(ALL);
    }
}
