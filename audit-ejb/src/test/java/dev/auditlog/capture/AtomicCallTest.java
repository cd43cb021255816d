package dev.auditlog.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.AuditException;
import dev.auditlog.AuditUnavailableException;
import dev.auditlog.Audited;
import dev.auditlog.Guarantee;
import dev.auditlog.Outcomes;
import dev.auditlog.config.AuditConfig;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Outcome;
import dev.auditlog.event.TransactionOutcome;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.transaction.Status;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What becomes of a call under ATOMIC and under BEST_EFFORT, whatever becomes of its transactions. */
class AtomicCallTest {

    private final FakeRecorder recorder = new FakeRecorder();
    private final FakeRelay outbox = new FakeRelay();
    private final Deployment deployment =
            new Deployment(AuditConfig.of(Map.of(), "desk"), recorder, outbox, new Extensions(), () -> {});
    private final FakeHttp http = new FakeHttp();
    private final FakeTransaction transaction = new FakeTransaction();
    private String method = "all";

    @Audited(guarantee = Guarantee.ATOMIC)
    static class OrderResource {
        @Audited(outcomes = Outcomes.ALL)
        void all() {}

        void successes() {}

        @Audited(guarantee = Guarantee.BEST_EFFORT, outcomes = Outcomes.ALL)
        void offered() {}
    }

    private void call(FilterChain application) throws Exception {
        new CaptureFilter(deployment, Set.of()).doFilter(http.request, http.response, (request, response) -> {
            Rule rule = deployment.rules().read(OrderResource.class, declared());
            CurrentCall.call().matched(new Matched(rule, "/orders", null, Map.of(), Map.of()));
            application.doFilter(request, response);
        });
    }

    private java.lang.reflect.Method declared() {
        try {
            return OrderResource.class.getDeclaredMethod(method);
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }

    /** Runs what the interceptor runs around a transactional method, then ends the transaction. */
    private void inTransaction(int toldStatus) {
        inTransaction(transaction, toldStatus);
    }

    private static void inTransaction(FakeTransaction transaction, int toldStatus) {
        Transactions watched = CurrentCall.call().transactions();
        watched.watch(transaction);
        watched.stage(transaction);
        transaction.complete(toldStatus);
    }

    private static AuditEvent only(List<AuditEvent> events) {
        assertEquals(1, events.size(), events::toString);
        return events.get(0);
    }

    @Test
    void commit_recordsTheCompleteEventUnderTheStagedId() throws Exception {
        call((request, response) -> {
            inTransaction(Status.STATUS_COMMITTED);
            ((HttpServletResponse) response).setStatus(201);
        });
        AuditEvent staged = only(outbox.staged);
        assertEquals(TransactionOutcome.COMMITTED, staged.transaction());
        assertEquals(Outcome.UNKNOWN, staged.outcome());
        assertNull(staged.status());
        AuditEvent recorded = only(outbox.recorded);
        assertEquals(staged.id(), recorded.id());
        assertEquals(201, recorded.status());
        assertEquals(Outcome.SUCCESS, recorded.outcome());
        assertEquals(TransactionOutcome.COMMITTED, recorded.transaction());
        assertEquals(Guarantee.ATOMIC, recorded.guarantee());
        assertEquals(recorded.id().toString(), http.answered.get("Audit-ID"));
        assertEquals(List.of(), recorder.events);
        assertTrue(outbox.needed);
    }

    @Test
    void commit_withAnAnswerThatIsNotAskedFor_isRecordedAllTheSame() throws Exception {
        method = "successes";
        call((request, response) -> {
            inTransaction(Status.STATUS_COMMITTED);
            ((HttpServletResponse) response).setStatus(409);
        });
        assertEquals(Outcome.FAILURE, only(outbox.recorded).outcome());
    }

    @Test
    void rollback_isRecordedLikeAnyOther_ifItIsAskedFor() throws Exception {
        outbox.committed = false;
        call((request, response) -> {
            inTransaction(Status.STATUS_ROLLEDBACK);
            ((HttpServletResponse) response).setStatus(500);
        });
        assertEquals(TransactionOutcome.ROLLED_BACK, only(recorder.events).transaction());
        assertEquals(Set.of(only(recorder.events).id()), outbox.takenBack);
        assertEquals(List.of(), outbox.recorded);
    }

    @Test
    void rollback_thatTheDatabaseKnowsNothingOf_isACommit() throws Exception {
        call((request, response) -> {
            inTransaction(Status.STATUS_ROLLEDBACK); // the server lost its connection in the commit
            ((HttpServletResponse) response).setStatus(500);
        });
        AuditEvent recorded = only(outbox.recorded);
        assertEquals(TransactionOutcome.COMMITTED, recorded.transaction());
        assertEquals(Outcome.ERROR, recorded.outcome());
        assertEquals(List.of(recorded.id()), outbox.asked);
    }

    @Test
    void commit_ofACallThatThrew_isNotBelieved() throws Exception {
        outbox.committed = false;
        assertThrows(
                IllegalStateException.class,
                () -> call((request, response) -> {
                    inTransaction(Status.STATUS_COMMITTED);
                    throw new IllegalStateException("the commit failed");
                }));
        assertEquals(1, outbox.asked.size());
        assertEquals(TransactionOutcome.ROLLED_BACK, only(recorder.events).transaction());
        assertEquals(List.of(), outbox.recorded);
    }

    @Test
    void rollback_beforeTheCommitWasTried_isBelievedWithoutAQuestion() throws Exception {
        call((request, response) -> {
            CurrentCall.call().transactions().watch(transaction);
            CurrentCall.call().transactions().stage(transaction);
            transaction.setRollbackOnly();
            transaction.complete(Status.STATUS_ROLLEDBACK);
            ((HttpServletResponse) response).setStatus(500);
        });
        assertEquals(List.of(), outbox.asked);
        assertEquals(TransactionOutcome.ROLLED_BACK, only(recorder.events).transaction());
        assertEquals(Set.of(only(recorder.events).id()), outbox.takenBack);
    }

    @Test
    void innerTransaction_hasARowOfItsOwn_whichTheOuterOneDoesNotTakeAlong() throws Exception {
        call((request, response) -> {
            CurrentCall.call().transactions().watch(transaction);
            CurrentCall.call().transactions().stage(transaction);
            inTransaction(new FakeTransaction(), Status.STATUS_COMMITTED);
            transaction.setRollbackOnly();
            transaction.complete(Status.STATUS_ROLLEDBACK);
            ((HttpServletResponse) response).setStatus(500);
        });
        assertEquals(2, outbox.rows.size());
        assertEquals(outbox.staged.get(0).id(), outbox.staged.get(1).id());
        AuditEvent recorded = only(outbox.recorded);
        assertEquals(TransactionOutcome.ROLLED_BACK, recorded.transaction());
        assertEquals(Outcome.ERROR, recorded.outcome());
        assertEquals(List.of(), recorder.events);
        assertEquals(Set.of(), outbox.takenBack);
    }

    @Test
    void end_thatNobodyKnows_isLeftToTheRelayAndNeverASuccess() throws Exception {
        outbox.committed = null;
        call((request, response) -> {
            inTransaction(Status.STATUS_UNKNOWN);
            response.getOutputStream().print("done");
        });
        assertEquals(503, http.status);
        assertFalse(http.body().contains("done"));
        AuditEvent ifCommitted = only(outbox.doubted);
        assertEquals(TransactionOutcome.UNKNOWN, ifCommitted.transaction());
        assertEquals(200, ifCommitted.status());
        assertEquals(Outcome.SUCCESS, ifCommitted.outcome());
        AuditEvent ifRolledBack = only(outbox.doubtedIfRolledBack);
        assertEquals(ifCommitted.id(), ifRolledBack.id());
        assertEquals(503, ifRolledBack.status());
        assertEquals(Outcome.ERROR, ifRolledBack.outcome());
        assertEquals(List.of(), recorder.events);
    }

    @Test
    void end_thatNobodyKnows_ofAMethodOfWhichErrorsAreNotAskedFor_leavesNoEventOfARollback() throws Exception {
        method = "successes";
        outbox.committed = null;
        call((request, response) -> inTransaction(Status.STATUS_UNKNOWN));
        assertEquals(503, http.status);
        assertEquals(200, only(outbox.doubted).status());
        assertEquals(List.of(), outbox.doubtedIfRolledBack);
    }

    @Test
    void outbox_thatRefuses_marksTheTransactionAndFailsTheCall() throws Exception {
        outbox.refusal = new AuditException("AUD-0431", "The datasource \"jdbc/desk\" has no table.");
        call((request, response) -> {
            CurrentCall.call().transactions().watch(transaction);
            assertThrows(
                    AuditException.class,
                    () -> CurrentCall.call().transactions().stage(transaction));
            assertTrue(transaction.getRollbackOnly());
            transaction.complete(Status.STATUS_ROLLEDBACK);
            ((HttpServletResponse) response).setStatus(200);
        });
        assertEquals(500, http.status);
        assertTrue(http.body().contains("AUD-0431"), http.body());
        assertTrue(http.body().contains("The datasource 'jdbc/desk' has no table."), http.body());
        AuditEvent told = only(recorder.events);
        assertEquals(500, told.status());
        assertEquals(TransactionOutcome.ROLLED_BACK, told.transaction());
        assertEquals(told.id().toString(), http.answered.get("Audit-ID"));
    }

    @Test
    void secondTransaction_afterOneThatCommitted_needsNoEventOfItsOwn() throws Exception {
        call((request, response) -> {
            inTransaction(Status.STATUS_COMMITTED);
            inTransaction(new FakeTransaction(), Status.STATUS_COMMITTED);
        });
        assertEquals(1, outbox.staged.size());
        assertEquals(1, outbox.recorded.size());
    }

    @Test
    void secondTransaction_afterOneThatWasRolledBack_carriesTheEvent() throws Exception {
        call((request, response) -> {
            outbox.committed = false;
            inTransaction(Status.STATUS_ROLLEDBACK);
            inTransaction(new FakeTransaction(), Status.STATUS_COMMITTED);
        });
        assertEquals(2, outbox.staged.size());
        assertEquals(TransactionOutcome.ROLLED_BACK, only(outbox.recorded).transaction());
    }

    @Test
    void innerTransaction_thatCommitsWhileAnotherIsOpen_isStagedAsUnknown() throws Exception {
        call((request, response) -> {
            CurrentCall.call().transactions().watch(transaction);
            inTransaction(new FakeTransaction(), Status.STATUS_COMMITTED);
            transaction.setRollbackOnly();
            transaction.complete(Status.STATUS_ROLLEDBACK);
            ((HttpServletResponse) response).setStatus(500);
        });
        assertEquals(TransactionOutcome.UNKNOWN, only(outbox.staged).transaction());
        assertEquals(TransactionOutcome.ROLLED_BACK, only(outbox.recorded).transaction());
    }

    @Test
    void transaction_thatWouldCommitWithoutTheEvent_isStopped() throws Exception {
        call((request, response) -> {
            CurrentCall.call().transactions().watch(transaction);
            AuditException thrown =
                    assertThrows(AuditException.class, () -> transaction.complete(Status.STATUS_COMMITTED));
            assertEquals("AUD-0237", thrown.code());
        });
    }

    @Test
    void response_thatLeavesInsideTheTransaction_failsAndStopsTheCommit() throws Exception {
        call((request, response) -> {
            CurrentCall.call().transactions().watch(transaction);
            CurrentCall.call().transactions().stage(transaction);
            response.flushBuffer();
            assertThrows(AuditException.class, () -> transaction.complete(Status.STATUS_COMMITTED));
        });
        assertEquals(500, http.status);
        assertTrue(http.body().contains("AUD-0232"), http.body());
    }

    @Test
    void storeAway_refusesNoCallWhoseOutboxIsInAnotherDatabase() {
        recorder.down = true;
        Rule rule = deployment.rules().read(OrderResource.class, declared());
        assertEquals("AUD-0202", deployment.refusal(rule).code());
        outbox.independent = true;
        assertNull(deployment.refusal(rule));
    }

    @Test
    void outboxThatIsMissing_refusesTheCallBeforeItRuns() {
        outbox.fault = new AuditException("AUD-0431", "no table");
        Rule rule = deployment.rules().read(OrderResource.class, declared());
        assertEquals("AUD-0431", deployment.refusal(rule).code());
        outbox.fault = new AuditUnavailableException("AUD-0435", "away", Duration.ZERO);
        assertEquals("AUD-0202", deployment.refusal(rule).code());
        assertEquals(2, recorder.refused);
    }

    @Test
    void bestEffort_isRecordedAndChangesNothing() throws Exception {
        method = "offered";
        call((request, response) -> response.getOutputStream().print("done"));
        AuditEvent event = only(recorder.events);
        assertEquals(Guarantee.BEST_EFFORT, event.guarantee());
        assertEquals(event.id().toString(), http.answered.get("Audit-ID"));
    }

    @Test
    void bestEffort_whileTheStoreIsAway_runsAndAnswersWithoutAnId() throws Exception {
        method = "offered";
        recorder.down = true;
        assertNull(deployment.refusal(deployment.rules().read(OrderResource.class, declared())));
        call((request, response) -> response.getOutputStream().print("done"));
        assertEquals("done", http.body());
        assertNull(http.answered.get("Audit-ID"));
    }

    @Test
    void bestEffort_whoseResponseBreaks_waitsForNothing() throws Exception {
        method = "offered";
        call((request, response) -> {
            response.getOutputStream().write(new byte[10_000]);
            http.clientGone = true;
            assertThrows(IOException.class, () -> response.getOutputStream().write(new byte[10_000]));
        });
        assertEquals(2, recorder.events.size());
        assertEquals(0, recorder.waits);
    }
}
