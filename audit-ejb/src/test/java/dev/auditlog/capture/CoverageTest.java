package dev.auditlog.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.AuditException;
import dev.auditlog.Audited;
import dev.auditlog.NotAudited;
import dev.auditlog.config.AuditConfig;
import dev.auditlog.coverage.CoverageReport;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CoverageTest {

    private static final Logger LOGGER = Logger.getLogger(Coverage.class.getName());

    private final List<String> lines = new ArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            lines.add(line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @Audited
    @Path("orders")
    public static class OrderResource {
        @GET
        public void list() {}

        @DELETE
        @Path("{id}")
        public void delete() {}

        @GET
        @NotAudited(reason = "a probe")
        @Path("ping")
        public void ping() {}

        public void helper() {}
    }

    @Path("stock")
    public static class StockResource {
        @GET
        public void count() {}
    }

    @Path("abstract")
    public abstract static class AbstractResource {
        @GET
        public void none() {}
    }

    @BeforeEach
    void listen() {
        LOGGER.addHandler(handler);
    }

    @AfterEach
    void leave() {
        LOGGER.removeHandler(handler);
    }

    private static Deployment deployment(String... keys) {
        Map<String, String> values = keys.length == 0 ? Map.of() : Map.of(keys[0], keys[1]);
        Deployment deployment = new Deployment(
                AuditConfig.of(values, "desk"), new FakeRecorder(), new FakeRelay(), new Extensions(), () -> {});
        deployment.jaxrsPaths(new JaxrsPaths(List.of("/api")));
        return deployment;
    }

    private static void runtimeKnows(Deployment deployment, Class<?> type, String method) throws Exception {
        deployment.coverage().add(type, type.getMethod(method), Scope.covers(deployment, type, type.getMethod(method)));
    }

    @Test
    void start_ofAnArchive_saysWhatIsAuditedBeforeAnyRequest() {
        Deployment deployment = deployment();
        deployment
                .coverage()
                .start("/desk", Set.of(OrderResource.class, StockResource.class, AbstractResource.class, String.class));
        assertEquals(
                List.of("Audit of desk: 2 of 4 resource methods audited; not: OrderResource.ping, StockResource.count"),
                lines);
    }

    @Test
    void start_withInclude_countsWhatIsCapturedWithoutAnAnnotation() {
        Deployment deployment = deployment("audit.capture.include", "/api/*");
        deployment.coverage().start("/desk", Set.of(OrderResource.class, StockResource.class));
        assertEquals(List.of("Audit of desk: 3 of 4 resource methods audited; not: OrderResource.ping"), lines);
    }

    @Test
    void firstRequest_whenTheRuntimeKnowsTheSame_saysNothingMore() throws Exception {
        Deployment deployment = deployment();
        deployment.coverage().start("/desk", Set.of(StockResource.class));
        runtimeKnows(deployment, StockResource.class, "count");
        deployment.coverage().logOnce();
        assertEquals(1, lines.size(), lines::toString);
    }

    @Test
    void firstRequest_whenTheRuntimeKnowsOtherMethods_saysItOnce() throws Exception {
        Deployment deployment = deployment();
        deployment.coverage().start("/desk", Set.of(OrderResource.class, StockResource.class));
        runtimeKnows(deployment, StockResource.class, "count");
        deployment.coverage().logOnce();
        deployment.coverage().logOnce();
        assertEquals(2, lines.size(), lines::toString);
        assertEquals("Audit of desk: 0 of 1 resource methods audited; not: StockResource.count", lines.get(1));
    }

    @Test
    void archive_withoutResources_saysNothing() {
        Deployment deployment = deployment();
        deployment.coverage().start("/desk", Set.of(String.class));
        assertEquals(List.of(), lines);
    }

    @Test
    void require_whereAMethodLacksWhatIsRequired_fails() {
        Set<Class<?>> classes = Set.of(OrderResource.class, StockResource.class);
        deployment().coverage().require(classes);
        deployment("audit.coverage.required", "mutators").coverage().require(classes); // the gap is a read
        Deployment strict = deployment("audit.coverage.required", "all");
        var thrown = assertThrows(AuditException.class, () -> strict.coverage().require(classes));
        assertEquals("AUD-1000", thrown.code());
        assertTrue(thrown.getMessage().contains("  GET /api/stock  " + StockResource.class.getName() + ".count\n"));
        assertFalse(thrown.getMessage().contains("ping"), thrown::getMessage);
    }

    @Test
    void report_isToldAtTheStart_andAgainOnlyWhenTheRuntimeKnowsMore() throws Exception {
        List<CoverageReport> told = new ArrayList<>();
        Deployment deployment = deployment();
        deployment.coverage().telling(told::add);
        deployment.coverage().start("/desk", Set.of(StockResource.class));
        assertEquals(1, told.size());
        assertEquals("desk", told.get(0).application());
        assertEquals("/desk", told.get(0).module());
        runtimeKnows(deployment, StockResource.class, "count");
        deployment.coverage().logOnce();
        assertEquals(1, told.size());
        runtimeKnows(deployment, OrderResource.class, "list"); // another application of the archive starts
        assertEquals(2, told.size());
        assertEquals(
                List.of("OrderResource.list", "OrderResource.ping", "OrderResource.delete", "StockResource.count"),
                told.get(1).methods().stream().map(m -> m.method().shortName()).toList());
    }

    @Test
    void report_ofAnArchiveWithoutResources_isToldToo_soThatItReplacesAnOlderOne() {
        List<CoverageReport> told = new ArrayList<>();
        Deployment deployment = deployment();
        deployment.coverage().telling(told::add);
        deployment.coverage().start("/desk", Set.of(String.class));
        assertEquals(List.of(new CoverageReport("desk", "/desk", List.of())), told);
    }
}
