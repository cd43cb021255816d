package dev.auditlog.coverage;

import dev.auditlog.config.CoverageRequired;
import org.jspecify.annotations.Nullable;

/**
 * A resource method, and whether its calls are audited.
 *
 * @param method which
 * @param grounds whether, and why or why not
 * @param reason from {@code @NotAudited}; null without it
 * @param terms how it is audited; null where it is not
 */
public record CoveredMethod(ResourceMethod method, Grounds grounds, @Nullable String reason, @Nullable Terms terms) {

    /** Whether it lacks what is required of it. */
    public boolean lacks(CoverageRequired required) {
        return grounds.isGap() && required.includes(method.isMutator());
    }

    /** Whether it may change something and leaves no event. */
    public boolean isSilentMutator() {
        return method.isMutator() && !grounds.isAudited();
    }
}
