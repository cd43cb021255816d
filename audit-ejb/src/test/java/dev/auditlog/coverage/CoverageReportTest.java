package dev.auditlog.coverage;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.AuditException;
import dev.auditlog.config.CoverageRequired;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoverageReportTest {

    private static CoveredMethod method(String verb, String name, Grounds grounds) {
        return new CoveredMethod(
                new ResourceMethod("shop.OrderResource", name, verb, "/api/" + name), grounds, null, null);
    }

    private static CoverageReport report(CoveredMethod... methods) {
        return new CoverageReport("shop", "/shop", List.of(methods));
    }

    @Test
    void require_mutatorsWithGaps_namesEachAndWhatToDo() {
        CoverageReport report = report(
                method("POST", "create", Grounds.NOT_ANNOTATED),
                method("GET", "list", Grounds.NOT_ANNOTATED),
                method("LOCK", "lock", Grounds.NOT_ANNOTATED),
                method("PUT", "update", Grounds.ANNOTATED),
                method("DELETE", "delete", Grounds.NOT_AUDITED),
                method("PATCH", "patch", Grounds.EXCLUDED));
        var thrown = assertThrows(AuditException.class, () -> report.require(CoverageRequired.MUTATORS));
        assertEquals("AUD-1000", thrown.code());
        assertEquals(
                "AUD-1000 audit.coverage.required = MUTATORS, and of shop 2 resource methods are neither audited nor left"
                        + " out on purpose:\n"
                        + "  POST /api/create  shop.OrderResource.create\n"
                        + "  LOCK /api/lock  shop.OrderResource.lock\n"
                        + "Add @Audited to each method or its class, or @NotAudited(reason = \"…\") where no event is"
                        + " wanted; audit.capture.include and audit.capture.exclude do the same by path. See"
                        + " docs/coverage.md.",
                thrown.getMessage());
    }

    @Test
    void require_all_asksForReadsToo_andForNoneOfThoseThatAreLeftOutOnPurpose() {
        CoverageReport report = report(
                method("GET", "list", Grounds.NOT_ANNOTATED),
                method("GET", "ping", Grounds.NOT_AUDITED),
                method("GET", "docs", Grounds.EXCLUDED),
                method("POST", "create", Grounds.INCLUDED),
                method("*", "part", Grounds.UNKNOWN));
        assertEquals(
                List.of("list"),
                report.gaps(CoverageRequired.ALL).stream()
                        .map(m -> m.method().name())
                        .toList());
        assertDoesNotThrow(() -> report.require(CoverageRequired.MUTATORS));
        assertDoesNotThrow(() -> report.require(CoverageRequired.NONE));
    }

    @Test
    void counts_areOfWhatIsAudited_andOfMutatorsThatAreNot() {
        CoverageReport report = report(
                method("GET", "list", Grounds.NOT_ANNOTATED),
                method("POST", "a", Grounds.ANNOTATED),
                method("POST", "b", Grounds.BEHIND_LOCATOR),
                method("POST", "c", Grounds.INCLUDED),
                method("POST", "d", Grounds.NOT_AUDITED),
                method("POST", "e", Grounds.EXCLUDED),
                method("POST", "f", Grounds.NOT_ANNOTATED),
                method("*", "part", Grounds.UNKNOWN));
        assertEquals(3, report.audited());
        assertEquals(3, report.silentMutators());
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "LOCK", "MKCOL", "get"})
    void isMutator_unsafeOrUnknownMethods_are(String verb) {
        assertTrue(ResourceMethod.isMutator(verb));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "OPTIONS", "TRACE", "PROPFIND", "REPORT", "SEARCH", "QUERY", "*"})
    void isMutator_safeMethods_areNot(String verb) {
        assertFalse(ResourceMethod.isMutator(verb));
    }

    @Test
    void shortName_ofANestedClass_isAsInTheOperation() {
        assertEquals("Part.read", new ResourceMethod("shop.Orders$Part", "read", "GET", null).shortName());
    }
}
