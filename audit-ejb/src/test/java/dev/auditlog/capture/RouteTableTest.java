package dev.auditlog.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.config.AuditConfig;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RouteTableTest {

    private final RouteTable routes = new RouteTable();
    private final RuleReader rules = new RuleReader(AuditConfig.of(Map.of(), "desk"), () -> {});

    @BeforeEach
    void someRoutes() {
        Rule rule = rules.readClass(Object.class);
        routes.add("/orders", "GET", Object.class, rule.named("list", rule.activity()));
        routes.add("/orders", "POST", Object.class, rule.named("create", rule.activity()));
        routes.add("/orders/{id}", "GET", Object.class, rule.named("read", rule.activity()));
        routes.add("/orders/{id: [0-9]{1,9}}/lines", "GET", Object.class, rule.named("lines", rule.activity()));
        routes.add("/orders/mine", "GET", Object.class, rule.named("mine", rule.activity()));
    }

    private String best(String path, String method) {
        return routes.best(path, method).map(r -> r.rule().operation()).orElse("none");
    }

    @Test
    void best_samePathTwoMethods_prefersTheMethodOfTheCall() {
        assertEquals("create", best("/orders", "POST"));
        assertEquals("list", best("/orders", "GET"));
    }

    @Test
    void best_methodThatNoRouteHas_stillFindsTheClass() {
        assertTrue(List.of("list", "create").contains(best("/orders", "DELETE")));
    }

    @Test
    void best_literalAndVariable_prefersTheLiteral() {
        assertEquals("mine", best("/orders/mine", "GET"));
        assertEquals("read", best("/orders/42", "GET"));
    }

    @Test
    void best_ownPatternWithBraces_matchesOnlyWhatItSays() {
        assertEquals("lines", best("/orders/42/lines", "GET"));
        assertEquals("none", best("/orders/abc/lines", "GET"));
    }

    @Test
    void best_trailingSlash_isTheSameResource() {
        assertEquals("list", best("/orders/", "GET"));
        assertEquals("none", best("/order", "GET"));
    }

    @Test
    void variables_ofATemplate_comeInOrder() {
        assertEquals(List.of("a", "b_id"), RouteTable.variables("/x/{a}/y/{ b_id : \\d{2,3} }"));
    }

    @Test
    void join_classAndMethod_hasSingleSlashes() {
        assertEquals("/orders/{id}", RouteTable.join("/orders/", "/{id}/"));
        assertEquals("/orders", RouteTable.join("orders", ""));
        assertEquals("/", RouteTable.join("/", "/"));
    }
}
