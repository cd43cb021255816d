package dev.auditlog.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.AuditUnavailableException;
import dev.auditlog.Audited;
import dev.auditlog.event.AuditEvent;
import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeploymentsTest {

    private final ClassLoader before = Thread.currentThread().getContextClassLoader();
    private final URLClassLoader archive = new URLClassLoader(new URL[0], before);

    static class Job {
        boolean ran;

        @Audited
        void run() {
            ran = true;
        }
    }

    @BeforeEach
    void enter() {
        Thread.currentThread().setContextClassLoader(archive);
    }

    @AfterEach
    void leave() {
        Deployments.closeAll();
        Thread.currentThread().setContextClassLoader(before);
    }

    @Test
    void currentOrBare_whereNothingIsOpen_opensOne() {
        Deployment bare = Deployments.currentOrBare().orElseThrow();
        assertTrue(bare.recorder().isAccepting());
        assertSame(bare, Deployments.currentOrBare().orElseThrow());
    }

    @Test
    void currentOrBare_afterTheEnd_isTheClosedOneAndOpensNothing() {
        Deployment opened = Deployments.open(archive).orElseThrow();
        Deployments.close(archive);
        assertSame(opened, Deployments.currentOrBare().orElseThrow());
        assertFalse(opened.recorder().isAccepting());
        assertTrue(Deployments.current().isEmpty());
    }

    @Test
    void bean_calledAfterTheEnd_isRefusedBeforeItRuns() {
        Deployments.open(archive);
        Deployments.close(archive);
        Job job = new Job();
        AuditUnavailableException refused =
                assertThrows(AuditUnavailableException.class, () -> BeanCall.run(null, new FakeInvocation(job, "run")));
        assertEquals("AUD-0202", refused.code());
        assertFalse(job.ran);
        assertThrows(AuditUnavailableException.class, () -> new RecordingAuditor().record(AuditEvent.draft("Job.run")));
    }

    @Test
    void open_afterTheEnd_opensAnew() {
        Deployment first = Deployments.open(archive).orElseThrow();
        Deployments.close(archive);
        assertNotSame(first, Deployments.open(archive).orElseThrow());
        assertTrue(Deployments.currentOrBare().orElseThrow().recorder().isAccepting());
    }
}
