package dev.auditlog.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.auditlog.capture.CoverageCheck;
import dev.auditlog.config.CoverageRequired;
import dev.auditlog.sample.order.OrderResource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an application can ask of its own build: nothing is left out by mistake. */
class CoverageTest {

    @Test
    void everyMethod_isAudited() {
        CoverageCheck check = CoverageCheck.of(OrderResource.class).require(CoverageRequired.ALL);
        assertEquals(
                List.of(
                        "POST /api/documents",
                        "GET /api/documents/{id}",
                        "GET /api/orders",
                        "POST /api/orders",
                        "DELETE /api/orders/{id}",
                        "GET /api/orders/{id}",
                        "PATCH /api/orders/{id}",
                        "PUT /api/orders/{id}",
                        "POST /api/orders/{id}/transfer"),
                check.report().methods().stream()
                        .map(m -> m.method().verb() + " " + m.method().path())
                        .toList());
        assertEquals(9, check.report().audited());
    }
}
