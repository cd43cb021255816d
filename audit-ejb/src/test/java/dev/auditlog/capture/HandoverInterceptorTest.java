package dev.auditlog.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.auditlog.Activity;
import dev.auditlog.AuditException;
import dev.auditlog.Audited;
import dev.auditlog.Guarantee;
import dev.auditlog.Outcomes;
import dev.auditlog.config.AuditConfig;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.container.AsyncResponse;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A resource method that the server runs on another thread than the request's. */
class HandoverInterceptorTest {

    private final FakeRecorder recorder = new FakeRecorder();
    private final FakeHttp http = new FakeHttp();
    private final Deployment deployment =
            new Deployment(AuditConfig.of(Map.of(), "desk"), recorder, new FakeRelay(), new Extensions(), () -> {});
    private final Map<String, Object> data = new HashMap<>();

    static class OrderResource {
        @GET
        @Audited(outcomes = Outcomes.ALL)
        void list() {
            new ThreadAuditContext().attribute("seen", "yes");
        }

        @GET
        @Audited(outcomes = Outcomes.ALL, guarantee = Guarantee.ATOMIC)
        void listAtomically() {}

        /** Is called by a resource method, with what that was given. */
        @Audited(outcomes = Outcomes.ALL)
        void answer() {}
    }

    @Stateless
    static class OrderSession {
        @POST
        @Asynchronous
        @Audited(guarantee = Guarantee.ATOMIC)
        void later() {}

        @POST
        @Audited(guarantee = Guarantee.ATOMIC)
        void atOnce() {}
    }

    private void call(String matched) throws Exception {
        Method method = OrderResource.class.getDeclaredMethod(matched);
        new CaptureFilter(deployment, Set.of()).doFilter(http.request, http.response, (request, response) -> {
            Rule rule = deployment.rules().read(OrderResource.class, method);
            CurrentCall.call().matched(new Matched(rule, "/orders", method, Map.of(), Map.of()));
            try {
                new HandoverInterceptor().around(asynchronous());
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
    }

    /** As the server does between our two interceptors. */
    private FakeInvocation asynchronous() {
        return new FakeInvocation(new OrderResource(), "list", data) {
            @Override
            public Object proceed() {
                return CompletableFuture.supplyAsync(
                                HandoverInterceptorTest.this::inside, work -> new Thread(work).start())
                        .join();
            }
        };
    }

    private Object inside() {
        try {
            new AuditedInterceptor().around(new FakeInvocation(new OrderResource(), "list", data));
            assertNull(CurrentCall.innermost());
            return "done";
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void resourceMethod_onAnotherThread_isThatOfItsCall() throws Exception {
        call("list");
        assertEquals(
                List.of("OrderResource.list"),
                recorder.events.stream().map(e -> e.operation()).toList());
        assertEquals(Map.of("seen", "yes"), recorder.events.get(0).attributes());
    }

    /** The EJB container runs all interceptors there. */
    @Test
    void resourceMethod_thatAnswersOnAThreadWithoutACall_leavesNoEventOfItsOwn() throws Exception {
        answerElsewhere("list");
        answerElsewhere("listAtomically");
        assertEquals(List.of(), recorder.events);
    }

    @Test
    void bean_thatAnswersForAResourceMethodOnAThreadWithoutACall_leavesItsEvent() throws Exception {
        answerElsewhere("answer");
        assertEquals("OrderResource.answer", recorder.events.get(0).operation());
    }

    private void answerElsewhere(String name) throws Exception {
        AsyncResponse answer = (AsyncResponse) Proxy.newProxyInstance(
                AsyncResponse.class.getClassLoader(),
                new Class<?>[] {AsyncResponse.class},
                (proxy, method, args) -> null);
        BeanCall.run(deployment, null, new FakeInvocation(new OrderResource(), name) {
            @Override
            public Object[] getParameters() {
                return new Object[] {answer};
            }
        });
    }

    @Test
    void resourceMethod_thatTheEjbContainerRunsElsewhere_isRefusedUnderAtomicUnlessItReads() throws Exception {
        AuditException refusal = refusal("later", Activity.CREATE);
        assertNotNull(refusal);
        assertEquals("AUD-0239", refusal.code());
        assertNull(refusal("later", Activity.READ));
        assertNull(refusal("atOnce", Activity.CREATE));
    }

    private AuditException refusal(String name, Activity activity) throws Exception {
        Method method = OrderSession.class.getDeclaredMethod(name);
        Rule rule = deployment.rules().read(OrderSession.class, method);
        return Atomicity.refusalOfResource(deployment, rule, activity, OrderSession.class, method);
    }
}
