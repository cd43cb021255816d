package dev.auditlog.web.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.auditlog.Activity;
import dev.auditlog.Data;
import dev.auditlog.Guarantee;
import dev.auditlog.Outcomes;
import dev.auditlog.coverage.CoverageReport;
import dev.auditlog.coverage.CoveredMethod;
import dev.auditlog.coverage.Grounds;
import dev.auditlog.coverage.ResourceMethod;
import dev.auditlog.coverage.Terms;
import dev.auditlog.coverage.ToldCoverage;
import dev.auditlog.web.text.Texts;
import dev.auditlog.web.text.Words;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoverageLineTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final CoverageReport EMPTY = new CoverageReport("desk", "/desk", List.of());
    private static final Terms TERMS =
            new Terms("Order.create", Activity.CREATE, Outcomes.ALL, Data.REQUEST, Guarantee.BEFORE_RESPONSE);

    private static CoveredMethod method(String verb, Grounds grounds, String reason) {
        return new CoveredMethod(
                new ResourceMethod("shop.OrderResource", "call", verb, "/api/orders"),
                grounds,
                reason,
                grounds.isAudited() ? TERMS : null);
    }

    private static CoverageLine line(CoveredMethod method, Locale locale) {
        return CoverageLine.of(EMPTY, method, "/audit", new Texts(locale));
    }

    @ParameterizedTest
    @CsvSource({
        "POST, ANNOTATED, quiet, ●, Audited, by annotation",
        "POST, BEHIND_LOCATOR, quiet, ●, Audited, behind an audited locator",
        "POST, INCLUDED, quiet, ●, Audited, by audit.capture.include",
        "POST, NOT_AUDITED, quiet, ○, Left out, 'left out on purpose, without a reason'",
        "POST, EXCLUDED, quiet, ○, Left out, left out by audit.capture.exclude",
        "POST, NOT_ANNOTATED, error, ▲, Not audited, not annotated: @Audited or @NotAudited decides",
        "GET, NOT_ANNOTATED, denied, !, Not audited, not annotated: @Audited or @NotAudited decides",
        "*, UNKNOWN, unknown, ?, Unknown, a locator: what is behind it is known when it is called"
    })
    void mark_hasASignAndWordsOfItsOwn(
            String verb, Grounds grounds, String style, String sign, String word, String why) {
        CoverageLine line = line(method(verb, grounds, null), Locale.ENGLISH);
        assertEquals(new CoverageMark(style, sign, word), line.mark());
        assertEquals(why, line.why());
    }

    @Test
    void reason_ofTheDeveloper_isSaidAsItIs() {
        assertEquals(
                "a probe",
                line(method("GET", Grounds.NOT_AUDITED, "a probe"), Locale.GERMAN)
                        .why());
    }

    @Test
    void terms_areInTheReadersLanguage_andTheOperationLeadsToItsEvents() {
        CoverageLine line = line(method("POST", Grounds.ANNOTATED, null), Locale.GERMAN);
        assertEquals("Anlegen · alle Ergebnisse · mit Anfragedaten · dauerhaft vor der Antwort", line.terms());
        assertEquals("Order.create", line.events().operation());
        assertEquals(
                "/audit/events?q=application:desk+operation:Order.create&from=-30d",
                line.events().url());
        assertEquals("Ereignisse von Order.create", line.events().title());
        assertEquals("/desk/api/orders", line.path());
    }

    @Test
    void methodWithoutEvents_hasNoLinkAndNoTerms() {
        CoverageLine line = line(method("POST", Grounds.NOT_ANNOTATED, null), Locale.ENGLISH);
        assertEquals("", line.events().operation());
        assertEquals("", line.terms());
    }

    private static ModuleLine module(int nodes, int differing, CoveredMethod... methods) {
        ToldCoverage told =
                new ToldCoverage(new CoverageReport("desk", "", List.of(methods)), "host-1", NOW, nodes, differing);
        return ModuleLine.of(
                told,
                new CoverageFilter("/audit", "a b", "", Show.GAPS),
                new Words(new Texts(Locale.ENGLISH), ZoneOffset.UTC, NOW));
    }

    @Test
    void module_isSummedUp() {
        CoveredMethod audited = method("POST", Grounds.ANNOTATED, null);
        CoveredMethod gap = method("DELETE", Grounds.NOT_ANNOTATED, null);
        CoveredMethod read = method("GET", Grounds.NOT_ANNOTATED, null);
        CoveredMethod left = method("PUT", Grounds.NOT_AUDITED, "x");
        assertEquals("1 of 1 methods audited", module(1, 0, audited).summary());
        assertEquals("", module(1, 0, audited, left).style());
        assertEquals(
                "1 of 2 methods audited, 1 mutator not",
                module(1, 0, audited, gap).summary());
        assertEquals(
                "1 of 4 methods audited, 2 mutators not",
                module(1, 0, audited, gap, left, read).summary());
        assertEquals("error", module(1, 0, audited, gap, read).style());
        assertEquals("denied", module(1, 0, audited, read).style());
        assertEquals("No resource methods", module(1, 0).summary());
        assertEquals("1 node", module(1, 0).nodes());
        assertEquals("3 nodes", module(3, 0).nodes());
        assertEquals("host-1; 1 of 3 nodes tell something else", module(3, 1).nodes());
        assertEquals("/", module(1, 0).module());
        assertEquals(
                "/audit/coverage?q=a+b&application=desk&show=gaps", module(1, 0).url());
    }
}
