package dev.auditlog.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.Audited;
import dev.auditlog.Auditor;
import dev.auditlog.config.AuditConfig;
import dev.auditlog.event.AuditEvent;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RestTest {

    private final FakeRecorder recorder = new FakeRecorder();
    private final FakeHttp http = new FakeHttp();

    @Path("stock")
    static class StockResource {
        @GET
        public void read() {}
    }

    @Path("order")
    static class OrderResource {
        @Audited
        void helper() {}
    }

    interface AuditedContract {
        @Audited
        void list();
    }

    @Path("contract")
    abstract static class ContractResource implements AuditedContract {}

    private Deployment deployment(String... keys) {
        Map<String, String> values = keys.length == 0 ? Map.of() : Map.of(keys[0], keys[1]);
        return new Deployment(AuditConfig.of(values, "desk"), recorder, new FakeRelay(), new Extensions(), () -> {});
    }

    /** As it is when the JAX-RS runtime has started. */
    private Deployment started(boolean beansAsk, Class<?> found, String... keys) throws Exception {
        Deployment deployment = deployment(keys);
        deployment.rest().archive(Set.of(found), () -> beansAsk);
        meet(deployment, StockResource.class, "read");
        deployment.coverage().logOnce();
        deployment.rest().tryNow();
        return deployment;
    }

    private static void meet(Deployment deployment, Class<?> type, String name) throws Exception {
        Method method = type.getDeclaredMethod(name);
        boolean covered = Scope.covers(deployment, type, method);
        deployment.coverage().add(type, method, covered);
        deployment.rest().meets(covered);
    }

    @Test
    void application_inWhichNothingIsAudited_rests() throws Exception {
        assertTrue(started(false, StockResource.class).isAtRest());
    }

    @Test
    void application_whoseRuntimeHasNotStarted_doesNotRest() {
        Deployment deployment = deployment();
        deployment.rest().archive(Set.of(StockResource.class), () -> false);
        deployment.rest().tryNow();
        assertFalse(deployment.isAtRest());
    }

    @Test
    void application_thatMentionsTheAnnotationAnywhere_doesNotRest() throws Exception {
        assertFalse(started(false, OrderResource.class).isAtRest());
        assertFalse(started(false, ContractResource.class).isAtRest());
    }

    @Test
    void application_whoseBeansMayAskForEvents_doesNotRest() throws Exception {
        assertFalse(started(true, StockResource.class).isAtRest());
    }

    @Test
    void application_withInclude_doesNotRest() throws Exception {
        assertFalse(started(false, StockResource.class, "audit.capture.include", "/x/*")
                .isAtRest());
    }

    @Test
    void auditedMethod_metLater_endsIt() throws Exception {
        Deployment deployment = started(false, StockResource.class);
        meet(deployment, OrderResource.class, "helper");
        assertFalse(deployment.isAtRest());
        deployment.rest().tryNow();
        assertFalse(deployment.isAtRest());
    }

    @Test
    void auditedMethod_metByAnotherThreadWhileItBegins_endsIt() {
        AtomicReference<Rest> met = new AtomicReference<>();
        Rest rest = new Rest(AuditConfig.of(Map.of(), "desk"), () -> {
            met.get().meets(true); // by the other thread, after this one has looked
            return true;
        });
        met.set(rest);
        rest.archive(Set.of(StockResource.class), () -> false);
        rest.tryNow();
        assertFalse(rest.isNow());
    }

    @Test
    void call_atRest_goesOnAsItIs() throws Exception {
        Deployment deployment = started(false, StockResource.class);
        new CaptureFilter(deployment, Set.of()).doFilter(http.request, http.response, (request, response) -> {
            assertSame(http.request, request);
            assertSame(http.response, response);
            assertTrue(CurrentCall.isPassing());
            assertNull(CurrentCall.call());
        });
        assertFalse(CurrentCall.isPassing());
        assertEquals(List.of(), recorder.events);
    }

    @Test
    void call_atRest_whoseCodeRecords_isKnownToTheEvent() throws Exception {
        Deployment deployment = started(false, StockResource.class);
        Auditor auditor = new RecordingAuditor();
        new CaptureFilter(deployment, Set.of())
                .doFilter(
                        http.request,
                        http.response,
                        (request, response) -> auditor.record(AuditEvent.draft("Stock.recount")));
        assertEquals(1, recorder.events.size());
        AuditEvent event = recorder.events.get(0);
        assertEquals("/desk/api/orders", event.request().path());
        assertEquals(event.id().toString(), http.answered.get("Audit-ID"));
        assertNull(CurrentCall.innermost());
        assertFalse(CurrentCall.isPassing());
    }

    @Test
    void call_notAtRest_isWrapped() throws Exception {
        new CaptureFilter(deployment(), Set.of())
                .doFilter(http.request, http.response, (request, response) -> assertNotSame(http.request, request));
    }

    /** It cannot be recorded as it should be, so it is not run. */
    @Test
    void auditedMethod_foundOnlyAfterItsCallWasLetThrough_isTooLate() throws Exception {
        Deployment deployment = started(false, StockResource.class);
        MatchedFilter audited = filter(deployment, OrderResource.class, "helper");
        MatchedFilter other = filter(deployment, StockResource.class, "read");
        assertFalse(audited.isTooLate(), "outside of any call");
        new CaptureFilter(deployment, Set.of()).doFilter(http.request, http.response, (request, response) -> {
            assertTrue(audited.isTooLate());
            assertFalse(other.isTooLate());
        });
    }

    private static MatchedFilter filter(Deployment deployment, Class<?> type, String name) throws Exception {
        Method method = type.getDeclaredMethod(name);
        return new MatchedFilter(deployment.rules().read(type, method), "/x", type, method);
    }
}
