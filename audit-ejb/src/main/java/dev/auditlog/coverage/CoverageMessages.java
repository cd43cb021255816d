package dev.auditlog.coverage;

import dev.auditlog.AuditException;
import dev.auditlog.config.CoverageRequired;
import java.util.List;
import java.util.Objects;

/** AUD-1000 to AUD-1009: what is not covered. */
final class CoverageMessages {

    private CoverageMessages() {}

    static AuditException notCovered(String application, CoverageRequired required, List<CoveredMethod> gaps) {
        StringBuilder text = new StringBuilder("audit.coverage.required = ")
                .append(required)
                .append(", and of ")
                .append(application)
                .append(gaps.size() == 1 ? " 1 resource method is" : " " + gaps.size() + " resource methods are")
                .append(" neither audited nor left out on purpose:");
        gaps.forEach(gap -> text.append("\n  ").append(line(gap.method())));
        return new AuditException(
                "AUD-1000",
                text.append(
                                "\nAdd @Audited to each method or its class, or @NotAudited(reason = \"…\") where no event is"
                                        + " wanted; audit.capture.include and audit.capture.exclude do the same by path. See"
                                        + " docs/coverage.md.")
                        .toString());
    }

    private static String line(ResourceMethod method) {
        return method.verb() + " " + Objects.requireNonNullElse(method.path(), "(sub-resource)") + "  " + method.type()
                + "." + method.name();
    }
}
