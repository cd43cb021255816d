package dev.auditlog.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.auditlog.Activity;
import dev.auditlog.Audited;
import dev.auditlog.Data;
import dev.auditlog.Guarantee;
import dev.auditlog.NotAudited;
import dev.auditlog.Outcomes;
import dev.auditlog.config.AuditConfig;
import dev.auditlog.coverage.CoveredMethod;
import dev.auditlog.coverage.Terms;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CoverageScanTest {

    @HttpMethod("LOCK")
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Lock {}

    /** All that a method needs, on what it implements. */
    public interface Contract {
        @PUT
        @Path("{id}")
        @Audited(operation = "Stock.count", data = Data.REQUEST)
        void count();
    }

    @Audited(outcomes = Outcomes.ALL)
    public abstract static class Base {
        @GET
        public String inherited() {
            return "";
        }
    }

    @Path("stock")
    public static class StockResource extends Base implements Contract {
        @Override
        public void count() {}

        @Lock
        @NotAudited(reason = "asked every second")
        public void lock() {}

        public void helper() {}
    }

    @Path("plain")
    public static class PlainResource {
        @POST
        public void change() {}

        @GET
        @Path("docs/{page}")
        public String docs() {
            return "";
        }
    }

    @Path("orders")
    @RequestScoped
    public static class OrderResource {
        @Path("{id}/lines")
        @Audited(data = Data.REQUEST, outcomes = Outcomes.ALL, guarantee = Guarantee.BEST_EFFORT)
        public Lines lines() {
            return new Lines();
        }

        @Path("{id}/notes")
        public Class<Notes> notes() {
            return Notes.class;
        }

        @Path("{id}/any")
        public Object any() {
            return this;
        }
    }

    /** The same locator on a class that is no bean: no interceptor sees it run. */
    @Path("unmanaged")
    public static class UnmanagedResource {
        @Path("lines")
        @Audited
        public Lines lines() {
            return new Lines();
        }
    }

    public static class Lines {
        @GET
        public String list() {
            return "";
        }

        @DELETE
        @Path("{line}")
        @Audited(activity = Activity.UPDATE)
        public void delete() {}

        @GET
        @Path("ping")
        @NotAudited(reason = "a probe")
        public void ping() {}

        @Path("{line}/parent")
        public Lines again() {
            return this;
        }
    }

    public static class Notes {
        @POST
        public void add() {}
    }

    private static List<CoveredMethod> scan(Map<String, String> keys, Set<Class<?>> types, Set<Class<?>> met) {
        AuditConfig config = AuditConfig.of(keys, "desk");
        return new CoverageScan(
                        config, new RuleReader(config, () -> {}), new JaxrsPaths(List.of("/api")), Beans::isAnnotated)
                .of(types, met);
    }

    private static List<CoveredMethod> scan(Class<?>... types) {
        return scan(Map.of(), Set.of(types), Set.of());
    }

    private static List<String> lines(List<CoveredMethod> methods) {
        return methods.stream()
                .map(m -> m.method().verb() + " " + m.method().path() + " "
                        + m.method().shortName() + " " + m.grounds())
                .toList();
    }

    @Test
    void annotations_onSuperclassesAndInterfaces_areSeen() {
        List<CoveredMethod> methods = scan(StockResource.class);
        assertEquals(
                List.of(
                        "GET /api/stock StockResource.inherited ANNOTATED",
                        "LOCK /api/stock StockResource.lock NOT_AUDITED",
                        "PUT /api/stock/{id} StockResource.count ANNOTATED"),
                lines(methods));
        assertEquals(
                new Terms("StockResource.inherited", Activity.READ, Outcomes.ALL, Data.NONE, Guarantee.BEFORE_RESPONSE),
                methods.get(0).terms());
        assertEquals("asked every second", methods.get(1).reason());
        assertNull(methods.get(1).terms());
        assertEquals(
                new Terms("Stock.count", Activity.UPDATE, Outcomes.ALL, Data.REQUEST, Guarantee.BEFORE_RESPONSE),
                methods.get(2).terms());
    }

    @Test
    void locators_areFollowed_andTheirRuleHoldsBehindThem() {
        List<CoveredMethod> methods = scan(OrderResource.class);
        assertEquals(
                List.of(
                        "* /api/orders/{id}/any OrderResource.any UNKNOWN",
                        "GET /api/orders/{id}/lines Lines.list BEHIND_LOCATOR",
                        "GET /api/orders/{id}/lines/ping Lines.ping NOT_AUDITED",
                        "DELETE /api/orders/{id}/lines/{line} Lines.delete ANNOTATED",
                        "POST /api/orders/{id}/notes Notes.add NOT_ANNOTATED"),
                lines(methods));
        assertEquals(
                new Terms("Lines.list", Activity.READ, Outcomes.ALL, Data.REQUEST, Guarantee.BEST_EFFORT),
                methods.get(1).terms());
        assertEquals(
                new Terms("Lines.delete", Activity.UPDATE, Outcomes.SUCCESS, Data.NONE, Guarantee.BEFORE_RESPONSE),
                methods.get(3).terms());
    }

    @Test
    void locator_ofAClassThatIsNoBean_countsForNothing() {
        assertEquals(
                List.of(
                        "GET /api/unmanaged/lines Lines.list NOT_ANNOTATED",
                        "GET /api/unmanaged/lines/ping Lines.ping NOT_AUDITED",
                        "DELETE /api/unmanaged/lines/{line} Lines.delete ANNOTATED"),
                lines(scan(UnmanagedResource.class)));
    }

    @Test
    void include_takesPathsOfSubResourcesToo_andExcludeSaysSo() {
        Map<String, String> keys =
                Map.of("audit.capture.include", "/api/*", "audit.capture.exclude", "/api/plain/docs/*");
        assertEquals(
                List.of(
                        "* /api/orders/{id}/any OrderResource.any UNKNOWN",
                        "POST /api/orders/{id}/notes Notes.add INCLUDED",
                        "POST /api/plain PlainResource.change INCLUDED",
                        "GET /api/plain/docs/{page} PlainResource.docs EXCLUDED"),
                lines(scan(keys, Set.of(OrderResource.class, PlainResource.class), Set.of())).stream()
                        .filter(line -> !line.contains("Lines."))
                        .toList());
    }

    @Test
    void subResource_thatOnlyTheRuntimeHasMet_hasNoPlace() {
        assertEquals(
                List.of(
                        "POST /api/plain PlainResource.change NOT_ANNOTATED",
                        "GET /api/plain/docs/{page} PlainResource.docs NOT_ANNOTATED",
                        "POST null Notes.add NOT_ANNOTATED"),
                lines(scan(Map.of(), Set.of(PlainResource.class), Set.of(Notes.class))));
    }

    /** The scan and a call decide alike: what one says of a method, {@link Scope#covers} says too. */
    @Test
    void scan_ofRootResources_saysWhatCaptureDoes() throws Exception {
        AuditConfig config = AuditConfig.of(Map.of("audit.capture.include", "/api/plain/docs/*"), "desk");
        Deployment deployment = new Deployment(config, new FakeRecorder(), new FakeRelay(), new Extensions(), () -> {});
        deployment.jaxrsPaths(new JaxrsPaths(List.of("/api")));
        List<CoveredMethod> methods = scan(
                Map.of("audit.capture.include", "/api/plain/docs/*"),
                Set.of(StockResource.class, PlainResource.class),
                Set.of());
        for (CoveredMethod covered : methods) {
            Class<?> type = Class.forName(covered.method().type());
            var method = Stream.of(type.getMethods())
                    .filter(m -> m.getName().equals(covered.method().name()) && !m.isBridge())
                    .findFirst()
                    .orElseThrow();
            assertEquals(covered.grounds().isAudited(), Scope.covers(deployment, type, method), covered::toString);
        }
        assertEquals(5, methods.size());
    }
}
