package dev.auditlog.web.coverage;

import dev.auditlog.config.CoverageRequired;
import dev.auditlog.coverage.CoverageReport;
import dev.auditlog.coverage.ToldCoverage;
import dev.auditlog.web.text.Clock;
import dev.auditlog.web.text.Words;

/**
 * One module of an application, summed up.
 *
 * @param application whose it is
 * @param module its context path
 * @param url the page with this application alone
 * @param summary how much is audited, in a sentence
 * @param style class name: {@code error} if a mutator lacks a decision, {@code denied} if something else does
 * @param told when it was told
 * @param nodes by whom, in words; says if others tell something else
 */
public record ModuleLine(
        String application, String module, String url, String summary, String style, Clock told, String nodes) {

    static ModuleLine of(ToldCoverage told, CoverageFilter here, Words words) {
        CoverageReport report = told.report();
        return new ModuleLine(
                report.application(),
                report.module().isEmpty() ? "/" : report.module(),
                here.of(report.application()).url(),
                summary(report, words),
                style(report),
                words.clock(told.told()),
                nodes(told, words));
    }

    private static String summary(CoverageReport report, Words words) {
        if (report.methods().isEmpty()) {
            return words.texts().text("coverage.summary.none");
        }
        String audited = words.texts()
                .text("coverage.summary", report.audited(), report.methods().size());
        long silent = report.silentMutators();
        return silent == 0 ? audited : audited + words.texts().text("coverage.summary.mutators", silent);
    }

    private static String style(CoverageReport report) {
        if (!report.gaps(CoverageRequired.MUTATORS).isEmpty()) {
            return "error";
        }
        return report.gaps(CoverageRequired.ALL).isEmpty() ? "" : "denied";
    }

    private static String nodes(ToldCoverage told, Words words) {
        return told.differing() == 0
                ? words.texts().text("coverage.nodes", told.nodes())
                : words.texts().text("coverage.nodes.differ", told.node(), told.differing(), told.nodes());
    }
}
