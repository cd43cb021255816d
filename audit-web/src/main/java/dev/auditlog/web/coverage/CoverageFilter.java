package dev.auditlog.web.coverage;

import dev.auditlog.coverage.CoverageReport;
import dev.auditlog.coverage.CoveredMethod;
import dev.auditlog.coverage.ResourceMethod;
import dev.auditlog.coverage.Terms;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for: the address is the whole state of the page. Immutable.
 *
 * @param base context path as the browser sees it
 * @param q words that must all stand in a method's names, path, operation or reason; without regard to case
 * @param application name of one application; empty for all
 * @param show which methods
 */
public record CoverageFilter(String base, String q, String application, Show show) {

    /** One application, with the rest as it is. */
    public CoverageFilter of(String name) {
        return new CoverageFilter(base, q, name, show);
    }

    /** Other methods, with the rest as it is. */
    public CoverageFilter showing(Show other) {
        return new CoverageFilter(base, q, application, other);
    }

    public String url() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("q", q);
        parameters.put("application", application);
        parameters.put("show", show == Show.ALL ? "" : show.key());
        String text = parameters.entrySet().stream()
                .filter(p -> !p.getValue().isEmpty())
                .map(p -> p.getKey() + "=" + URLEncoder.encode(p.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return base + "/coverage" + (text.isEmpty() ? "" : "?" + text);
    }

    boolean isOff() {
        return q.isBlank() && application.isEmpty() && show == Show.ALL;
    }

    boolean takes(CoverageReport report) {
        return application.isEmpty() || application.equals(report.application());
    }

    boolean takes(CoveredMethod covered) {
        String text = text(covered);
        return show.takes(covered)
                && Stream.of(q.toLowerCase(Locale.ROOT).strip().split("\\s+")).allMatch(text::contains);
    }

    private static String text(CoveredMethod covered) {
        ResourceMethod method = covered.method();
        Terms terms = covered.terms();
        return Stream.of(
                        method.verb(),
                        path(method.path()),
                        method.type() + "." + method.name(),
                        terms == null ? "" : terms.operation(),
                        covered.reason() == null ? "" : covered.reason())
                .collect(Collectors.joining("\n"))
                .toLowerCase(Locale.ROOT);
    }

    private static String path(@Nullable String path) {
        return path == null ? "" : path;
    }
}
