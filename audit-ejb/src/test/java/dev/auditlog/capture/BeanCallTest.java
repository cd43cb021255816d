package dev.auditlog.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.Audited;
import dev.auditlog.Guarantee;
import dev.auditlog.Outcomes;
import dev.auditlog.config.AuditConfig;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Outcome;
import dev.auditlog.event.TransactionOutcome;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.transaction.Status;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Audited beans inside a transaction: of an HTTP call that leaves no event itself, or outside of HTTP. */
class BeanCallTest {

    private final FakeRecorder recorder = new FakeRecorder();
    private final FakeRelay outbox = new FakeRelay();
    private final FakeHttp http = new FakeHttp();
    private final FakeTransaction transaction = new FakeTransaction();
    private final Deployment deployment =
            new Deployment(AuditConfig.of(Map.of(), "desk"), recorder, outbox, new Extensions(), () -> {});

    static class OrderBean {
        @Audited(outcomes = Outcomes.ALL)
        void ship() {}

        @Audited(guarantee = Guarantee.ATOMIC, outcomes = Outcomes.ALL)
        void pay() {}

        @Audited(guarantee = Guarantee.BEST_EFFORT)
        void look() {}
    }

    record JobBean(Runnable work) {
        @Audited
        void run() {
            work.run();
        }
    }

    @BeforeEach
    void bind() {
        FakeNaming.bind(transaction);
    }

    @AfterEach
    void unbind() {
        FakeNaming.unbind();
    }

    private void call(FilterChain application) throws Exception {
        new CaptureFilter(deployment, Set.of()).doFilter(http.request, http.response, application);
    }

    private static void bean(String method) throws ServletException {
        try {
            BeanCall.run(CurrentCall.innermost(), new FakeInvocation(new OrderBean(), method));
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    @Test
    void events_ofOneTransaction_areBegunAtItsEndAndWaitedForAtTheEndOfTheCall() throws Exception {
        call((request, response) -> {
            bean("ship");
            bean("ship");
            transaction.complete(Status.STATUS_COMMITTED);
            assertEquals(2, recorder.begun);
            assertEquals(List.of(), recorder.events, "nobody waits while the connection is held");
            response.getOutputStream().print("done");
            assertEquals(List.of(), recorder.events);
        });
        assertEquals(2, recorder.events.size());
        for (AuditEvent event : recorder.events) {
            assertEquals(TransactionOutcome.COMMITTED, event.transaction());
            assertEquals(Outcome.SUCCESS, event.outcome());
        }
        assertEquals(200, http.status);
        assertEquals("done", http.body());
        assertNull(http.answered.get("Audit-ID"));
    }

    @Test
    void storeAway_whenTheTransactionHasCommitted_refusesTheResponse() throws Exception {
        call((request, response) -> {
            bean("ship");
            recorder.down = true;
            transaction.complete(Status.STATUS_COMMITTED);
            response.getOutputStream().print("done");
        });
        assertEquals(503, http.status);
        assertTrue(http.body().contains("AUD-0201"), http.body());
        assertEquals("5", http.answered.get("Retry-After"));
    }

    @Test
    void storeAwayForOneOfSeveral_refusesTheResponse() throws Exception {
        call((request, response) -> {
            bean("ship");
            bean("ship");
            transaction.complete(Status.STATUS_COMMITTED);
            recorder.refuseOnly = 1;
        });
        assertEquals(1, recorder.events.size());
        assertEquals(503, http.status);
    }

    @Test
    void recorderThatFails_refusesTheResponse() throws Exception {
        call((request, response) -> {
            bean("ship");
            recorder.broken = true;
            transaction.complete(Status.STATUS_COMMITTED);
        });
        assertEquals(503, http.status);
    }

    @Test
    void storeAway_whenTheTransactionWasMarkedForRollback_refusesTheResponseWithoutAWaitInside() throws Exception {
        call((request, response) -> {
            transaction.setRollbackOnly();
            bean("ship");
            assertEquals(1, recorder.begun);
            recorder.down = true;
            transaction.complete(Status.STATUS_ROLLEDBACK);
        });
        assertEquals(503, http.status);
    }

    @Test
    void storeAway_afterTheResponseHasLeft_changesNothing() throws Exception {
        call((request, response) -> {
            bean("ship");
            response.getOutputStream().print("early");
            response.flushBuffer();
            recorder.down = true;
            transaction.complete(Status.STATUS_COMMITTED);
        });
        assertEquals(200, http.status);
        assertEquals("early", http.body());
    }

    @Test
    void atomic_committed_needsNoRecorder() throws Exception {
        call((request, response) -> {
            bean("pay");
            recorder.down = true;
            transaction.complete(Status.STATUS_COMMITTED);
        });
        assertEquals(200, http.status);
        assertEquals(1, outbox.recorded.size());
    }

    @Test
    void atomic_rolledBackWhileTheStoreIsAway_refusesTheResponse() throws Exception {
        outbox.committed = false;
        call((request, response) -> {
            bean("pay");
            bean("pay");
            recorder.down = true;
            transaction.complete(Status.STATUS_ROLLEDBACK);
            assertEquals(0, recorder.begun, "the question for the row may take the connection");
        });
        assertEquals(2, recorder.begun);
        assertEquals(503, http.status);
    }

    @Test
    void bestEffort_whileTheStoreIsAway_changesNothing() throws Exception {
        call((request, response) -> {
            bean("look");
            recorder.down = true;
            transaction.complete(Status.STATUS_COMMITTED);
        });
        assertEquals(200, http.status);
        assertEquals(0, recorder.begun);
    }

    @Test
    void events_thatNobodyCanWaitForLater_areAllBegunBeforeTheFirstWait() throws Exception {
        call((request, response) -> {
            bean("ship");
            bean("ship");
            response.flushBuffer();
            transaction.complete(Status.STATUS_COMMITTED);
            assertEquals(2, recorder.events.size());
        });
        assertEquals(List.of(2, 2), recorder.begunAtWaits);
    }

    private void beanOutside(Object bean, String method) {
        try {
            BeanCall.run(deployment, CurrentCall.innermost(), new FakeInvocation(bean, method));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void outsideHttp_inATransactionOfOthers_eventsAreBegunTogetherAndKeptWhenItHasEnded() {
        beanOutside(new OrderBean(), "ship");
        beanOutside(new OrderBean(), "ship");
        assertEquals(0, recorder.begun);
        transaction.complete(Status.STATUS_COMMITTED);
        assertEquals(List.of(2, 2), recorder.begunAtWaits);
        assertEquals(2, recorder.events.size());
        assertEquals(TransactionOutcome.COMMITTED, recorder.events.get(1).transaction());
    }

    @Test
    void outsideHttp_rolledBackAtomic_isBegunTogetherToo() {
        outbox.committed = false;
        beanOutside(new OrderBean(), "pay");
        beanOutside(new OrderBean(), "pay");
        transaction.complete(Status.STATUS_ROLLEDBACK);
        assertEquals(List.of(2, 2), recorder.begunAtWaits);
        assertEquals(2, recorder.events.size());
    }

    @Test
    void outsideHttp_storeAway_whenTheTransactionHasCommitted_isOnlyTold() {
        beanOutside(new OrderBean(), "ship");
        recorder.down = true;
        transaction.complete(Status.STATUS_COMMITTED);
        assertEquals(List.of(1), recorder.begunAtWaits);
        assertEquals(List.of(), recorder.events);
    }

    @Test
    void outsideHttp_insideABeanThatBeganBefore_isWaitedForAtItsEnd() {
        transaction.notBegun();
        beanOutside(
                new JobBean(() -> {
                    transaction.begin();
                    beanOutside(new OrderBean(), "ship");
                    beanOutside(new OrderBean(), "ship");
                    transaction.complete(Status.STATUS_COMMITTED);
                    assertEquals(2, recorder.begun);
                    assertEquals(List.of(), recorder.events);
                }),
                "run");
        assertEquals(
                List.of("JobBean.run", "OrderBean.ship", "OrderBean.ship"),
                recorder.events.stream().map(AuditEvent::operation).toList());
        assertEquals(recorder.events.get(0).id(), recorder.events.get(1).parentId());
    }
}
