package dev.auditlog.capture;

import dev.auditlog.Data;
import dev.auditlog.coverage.CoverageReport;
import dev.auditlog.coverage.CoveredMethod;
import dev.auditlog.coverage.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A report of coverage as text, in columns. */
final class CoverageTable {

    private static final List<String> HEAD = List.of("audited", "call", "path", "method", "how");

    private CoverageTable() {}

    static String of(CoverageReport report) {
        List<List<String>> rows = new ArrayList<>(List.of(HEAD));
        report.methods().forEach(covered -> rows.add(row(covered)));
        StringBuilder text = new StringBuilder(summary(report)).append('\n');
        rows.forEach(row -> text.append(line(row, rows)).append('\n'));
        return text.toString();
    }

    private static String summary(CoverageReport report) {
        String audited = report.application() + ": " + report.audited() + " of "
                + report.methods().size() + " resource methods audited";
        long silent = report.silentMutators();
        return silent == 0 ? audited : audited + ", " + silent + (silent == 1 ? " mutator not" : " mutators not");
    }

    private static List<String> row(CoveredMethod covered) {
        return List.of(
                covered.grounds().isAudited() ? "yes" : covered.grounds().isGap() ? "NO" : "no",
                covered.method().verb(),
                Objects.requireNonNullElse(covered.method().path(), "(sub-resource)"),
                covered.method().shortName(),
                how(covered));
    }

    private static String how(CoveredMethod covered) {
        return switch (covered.grounds()) {
            case ANNOTATED -> "@Audited" + terms(covered.terms());
            case BEHIND_LOCATOR -> "behind an audited locator" + terms(covered.terms());
            case INCLUDED -> "audit.capture.include" + terms(covered.terms());
            case NOT_AUDITED -> "@NotAudited: " + covered.reason();
            case EXCLUDED -> "audit.capture.exclude";
            case NOT_ANNOTATED -> "not annotated";
            case UNKNOWN -> "a locator whose sub-resources are known at the call only";
        };
    }

    private static String terms(@Nullable Terms terms) {
        return terms == null
                ? ""
                : ", " + terms.activity() + ", " + terms.outcomes()
                        + (terms.data() == Data.REQUEST ? ", with data, " : ", ") + terms.guarantee();
    }

    private static String line(List<String> row, List<List<String>> rows) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            int at = column;
            int width = rows.stream().mapToInt(r -> r.get(at).length()).max().orElse(0);
            line.append(row.get(column))
                    .append(" ".repeat(width - row.get(column).length() + 2));
        }
        return line.toString().stripTrailing();
    }
}
