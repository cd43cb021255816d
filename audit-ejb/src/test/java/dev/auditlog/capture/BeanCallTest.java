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
import jakarta.transaction.Synchronization;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
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

        @Audited(outcomes = Outcomes.ALL)
        void undo() {
            FakeNaming.bound().setRollbackOnly();
        }
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

    /** Its interceptor runs around that of {@code @Transactional}, as on a server. */
    record ApartBean(Runnable work) {
        @Audited
        @Transactional(TxType.REQUIRES_NEW)
        void book() {
            work.run();
        }

        @Audited(guarantee = Guarantee.ATOMIC)
        @Transactional(TxType.REQUIRES_NEW)
        void bookTogether() {
            work.run();
        }
    }

    private static void inTransactionOfItsOwn() {
        FakeTransaction own = new FakeTransaction();
        Transactions watched = CurrentCall.innermost().transactions();
        watched.watch(own);
        watched.stage(own);
        own.complete(Status.STATUS_COMMITTED);
    }

    @Test
    void ownTransaction_committedInsideOneThatIsRolledBack_isASuccess() throws Exception {
        call((request, response) -> {
            beanOutside(new ApartBean(BeanCallTest::inTransactionOfItsOwn), "book");
            assertEquals(1, recorder.begun);
            assertEquals(List.of(), recorder.events, "nobody waits while the outer connection is held");
            transaction.complete(Status.STATUS_ROLLEDBACK);
        });
        assertEquals(1, recorder.events.size());
        assertEquals(Outcome.SUCCESS, recorder.events.get(0).outcome());
        assertEquals(TransactionOutcome.COMMITTED, recorder.events.get(0).transaction());
    }

    @Test
    void ownTransaction_outsideHttp_isRecordedWhenTheMethodEnds() {
        beanOutside(new ApartBean(BeanCallTest::inTransactionOfItsOwn), "book");
        assertEquals(1, recorder.events.size());
        transaction.complete(Status.STATUS_ROLLEDBACK);
        assertEquals(1, recorder.events.size());
    }

    @Test
    void ownTransaction_ofAnAtomicMethod_aloneCarriesItsEvent() throws Exception {
        call((request, response) -> {
            beanOutside(new ApartBean(BeanCallTest::inTransactionOfItsOwn), "bookTogether");
            assertEquals(List.of(), outbox.recorded, "nobody waits while the outer connection is held");
            transaction.complete(Status.STATUS_ROLLEDBACK);
        });
        assertEquals(1, outbox.staged.size());
        assertEquals(1, outbox.recorded.size());
        assertEquals(TransactionOutcome.COMMITTED, outbox.recorded.get(0).transaction());
        assertEquals(List.of(), recorder.events);
    }

    @Test
    void transaction_thatTheMethodItselfEnds_isWhatItWas() {
        beanOutside(new JobBean(() -> transaction.complete(Status.STATUS_COMMITTED)), "run");
        assertEquals(1, recorder.events.size());
        assertEquals(TransactionOutcome.COMMITTED, recorder.events.get(0).transaction());
    }

    @Test
    void transaction_markedForRollbackByTheMethod_isNoSuccess() {
        beanOutside(new OrderBean(), "undo");
        assertEquals(Outcome.ERROR, recorder.events.get(0).outcome());
        assertEquals(TransactionOutcome.ROLLED_BACK, recorder.events.get(0).transaction());
    }

    @Test
    void event_ofAMethodThatRunsWhenATransactionHasEnded_isWaitedForAtTheEndOfTheCall() throws Exception {
        call((request, response) -> {
            transaction.registerInterposedSynchronization(new Synchronization() {
                @Override
                public void beforeCompletion() {
                    // nothing to do
                }

                @Override
                public void afterCompletion(int status) {
                    beanOutside(new OrderBean(), "ship"); // as of an observer of AFTER_SUCCESS
                }
            });
            transaction.complete(Status.STATUS_COMMITTED);
            assertEquals(1, recorder.begun);
            assertEquals(List.of(), recorder.events, "nobody waits while the connection is held");
        });
        assertEquals(1, recorder.events.size());
    }
}
