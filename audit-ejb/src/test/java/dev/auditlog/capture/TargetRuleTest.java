package dev.auditlog.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.auditlog.config.AuditConfig;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TargetRuleTest {

    private final Rule rule = new RuleReader(AuditConfig.of(Map.of(), "desk"), () -> {}).readClass(OrderResource.class);

    static class OrderResource {}

    private String id(Rule asked, String route, Map<String, String> path, Map<String, String> query) {
        return TargetRule.of(new Matched(asked, route, null, many(path), many(query)), 200, null)
                .id();
    }

    private static Map<String, List<String>> many(Map<String, String> one) {
        Map<String, List<String>> many = new LinkedHashMap<>();
        one.forEach((name, value) -> many.put(name, List.of(value)));
        return many;
    }

    @Test
    void type_ofAResourceClass_isItsNameWithoutResource() {
        assertEquals(
                "Order",
                TargetRule.of(new Matched(rule, "/orders", null, Map.of(), Map.of()), 200, null)
                        .type());
    }

    @Test
    void id_amongOtherParameters_wins() {
        assertEquals("7", id(rule, "/a/{id}/b/{lineId}", Map.of("id", "7", "lineId", "3"), Map.of()));
    }

    @Test
    void id_nameThatEndsInId_beforeTheLastParameter() {
        assertEquals("3", id(rule, "/a/{orderId}/b/{name}", Map.of("orderId", "3", "name", "x"), Map.of()));
        assertEquals("4", id(rule, "/a/{order_id}/b/{name}", Map.of("order_id", "4", "name", "x"), Map.of()));
    }

    @Test
    void id_noUsualName_isTheLastPathParameter() {
        assertEquals("x", id(rule, "/a/{year}/{name}", Map.of("year", "2026", "name", "x"), Map.of()));
    }

    @Test
    void id_queryParameterThatTheMethodDoesNotDeclare_saysNothing() {
        assertNull(id(rule, "/orders", Map.of(), Map.of("id", "1")));
        assertEquals("1", id(rule.withParameters(List.of("id")), "/orders", Map.of(), Map.of("id", "1")));
    }

    @Test
    void id_afterCreated_isTheLastSegmentOfLocation() {
        Matched matched = new Matched(rule, "/orders", null, Map.of(), many(Map.of("id", "1")));
        assertEquals(
                "a b",
                TargetRule.of(matched, 201, "http://h/api/orders/a%20b/?x=1").id());
        assertNull(TargetRule.of(matched, 200, "http://h/api/orders/9").id());
    }

    @Test
    void lastSegment_ofAStrangeLocation_neverThrows() {
        assertNull(TargetRule.lastSegment("/"));
        assertEquals("%zz", TargetRule.lastSegment("/a/%zz"));
        assertEquals("a+b", TargetRule.lastSegment("a+b"));
    }
}
