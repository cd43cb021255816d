package dev.auditlog.coverage;

import dev.auditlog.config.CoverageRequired;
import java.util.List;

/**
 * Which resource methods of one module of an application are audited.
 *
 * @param application name of the deployment
 * @param module context path of the web module, such as {@code /shop}; empty for the root
 * @param methods all that are known, by path and HTTP method
 */
public record CoverageReport(String application, String module, List<CoveredMethod> methods) {

    /** How many are audited. */
    public long audited() {
        return methods.stream().filter(m -> m.grounds().isAudited()).count();
    }

    /** How many may change something and are not audited, on purpose or not. */
    public long silentMutators() {
        return methods.stream().filter(CoveredMethod::isSilentMutator).count();
    }

    /** Those that lack what is required. */
    public List<CoveredMethod> gaps(CoverageRequired required) {
        return methods.stream().filter(m -> m.lacks(required)).toList();
    }

    /**
     * Makes sure that nothing is missing.
     *
     * @throws dev.auditlog.AuditException AUD-1000 if a method lacks what is required; names each
     */
    public void require(CoverageRequired required) {
        List<CoveredMethod> gaps = gaps(required);
        if (!gaps.isEmpty()) {
            throw CoverageMessages.notCovered(application, required, gaps);
        }
    }
}
