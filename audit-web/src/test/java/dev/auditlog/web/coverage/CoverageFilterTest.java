package dev.auditlog.web.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.Activity;
import dev.auditlog.Data;
import dev.auditlog.Guarantee;
import dev.auditlog.Outcomes;
import dev.auditlog.coverage.CoveredMethod;
import dev.auditlog.coverage.Grounds;
import dev.auditlog.coverage.ResourceMethod;
import dev.auditlog.coverage.Terms;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoverageFilterTest {

    private static final List<CoveredMethod> METHODS = List.of(
            new CoveredMethod(
                    new ResourceMethod("shop.OrderResource", "create", "POST", "/api/orders"),
                    Grounds.ANNOTATED,
                    null,
                    new Terms("Order.open", Activity.CREATE, Outcomes.ALL, Data.NONE, Guarantee.ATOMIC)),
            new CoveredMethod(
                    new ResourceMethod("shop.OrderResource", "ping", "GET", null),
                    Grounds.NOT_AUDITED,
                    "a Probe",
                    null),
            new CoveredMethod(
                    new ResourceMethod("shop.StockResource", "delete", "DELETE", "/api/stock/{id}"),
                    Grounds.NOT_ANNOTATED,
                    null,
                    null),
            new CoveredMethod(
                    new ResourceMethod("shop.StockResource", "list", "GET", "/api/stock"),
                    Grounds.NOT_ANNOTATED,
                    null,
                    null),
            new CoveredMethod(
                    new ResourceMethod("shop.StockResource", "move", "PUT", "/api/stock"),
                    Grounds.EXCLUDED,
                    null,
                    null));

    private static String found(String q, Show show) {
        CoverageFilter filter = new CoverageFilter("/audit", q, "", show);
        return METHODS.stream()
                .filter(filter::takes)
                .map(m -> m.method().name())
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "'', create ping delete list move",
        "ORDERS, create",
        "order.OPEN, create",
        "probe, ping",
        "shop.stock, delete list move",
        "get stock, list",
        "' stock  put ', move",
        "nothing, ''"
    })
    void words_mustAllBeThere_inWhatOneSees(String q, String names) {
        assertEquals(names, found(q, Show.ALL));
    }

    @ParameterizedTest
    @CsvSource({
        "all, create ping delete list move",
        "audited, create",
        "silent, ping delete list move",
        "mutators, delete move",
        "gaps, delete list",
        "other, create ping delete list move"
    })
    void show_takesSome(String key, String names) {
        assertEquals(names, found("", Show.of(key)));
    }

    @Test
    void address_holdsWhatIsAsked_andNothingElse() {
        CoverageFilter all = new CoverageFilter("/audit", "", "", Show.ALL);
        assertEquals("/audit/coverage", all.url());
        assertTrue(all.isOff());
        assertEquals(
                "/audit/coverage?q=%3Cb%3E+%26&application=desk&show=mutators",
                new CoverageFilter("/audit", "<b> &", "", Show.ALL)
                        .of("desk")
                        .showing(Show.MUTATORS)
                        .url());
    }
}
