package dev.auditlog.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.AuditUnavailableException;
import dev.auditlog.Auditor;
import dev.auditlog.Guarantee;
import dev.auditlog.config.AuditConfig;
import dev.auditlog.event.AuditEvent;
import jakarta.servlet.FilterChain;
import jakarta.transaction.Status;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events that code records itself, in calls that leave none: their response names them if they are kept. */
class CodeEventTest {

    private final FakeRecorder recorder = new FakeRecorder();
    private final FakeRelay outbox = new FakeRelay();
    private final FakeHttp http = new FakeHttp();
    private final FakeTransaction transaction = new FakeTransaction();
    private final Auditor auditor = new RecordingAuditor();
    private final Deployment deployment =
            new Deployment(AuditConfig.of(Map.of(), "desk"), recorder, outbox, new Extensions(), () -> {});

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

    private void record(Guarantee guarantee) {
        auditor.record(AuditEvent.draft("Batch.import").guarantee(guarantee));
    }

    @Test
    void atomic_committed_isNamedByTheResponse() throws Exception {
        call((request, response) -> {
            record(Guarantee.ATOMIC);
            transaction.complete(Status.STATUS_COMMITTED);
        });
        assertEquals(outbox.recorded.get(0).id().toString(), http.answered.get("Audit-ID"));
    }

    @Test
    void atomic_rolledBack_isNotNamed() throws Exception {
        call((request, response) -> {
            record(Guarantee.ATOMIC);
            transaction.setRollbackOnly();
            transaction.complete(Status.STATUS_ROLLEDBACK);
        });
        assertNull(http.answered.get("Audit-ID"));
    }

    @Test
    void atomic_inATransactionThatWillNotCommit_isNotNamed() throws Exception {
        call((request, response) -> {
            transaction.setRollbackOnly();
            record(Guarantee.ATOMIC);
        });
        assertNull(http.answered.get("Audit-ID"));
    }

    @Test
    void atomic_thatIsNotDurableAfterItsCommit_refusesTheResponse() throws Exception {
        outbox.lost = new AuditUnavailableException("AUD-0300", "down for a test", Duration.ofSeconds(5));
        call((request, response) -> {
            record(Guarantee.ATOMIC);
            transaction.complete(Status.STATUS_COMMITTED);
            response.getOutputStream().print("done");
        });
        assertEquals(503, http.status);
        assertTrue(http.body().contains("AUD-0201"), http.body());
    }

    @Test
    void bestEffort_thatIsNotTaken_isNotNamed() throws Exception {
        recorder.down = true;
        call((request, response) -> record(Guarantee.BEST_EFFORT));
        assertEquals(200, http.status);
        assertNull(http.answered.get("Audit-ID"));
    }
}
