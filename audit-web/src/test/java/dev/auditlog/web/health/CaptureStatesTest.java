package dev.auditlog.web.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.auditlog.event.AuditEvent;
import dev.auditlog.record.Receipt;
import dev.auditlog.record.Recorder;
import dev.auditlog.record.RecorderStatus;
import dev.auditlog.web.health.RecorderMark.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class CaptureStatesTest {

    /** A recorder that says whether it takes calls. */
    private static final class Switched implements Recorder {

        private boolean accepting = true;

        @Override
        public Receipt record(AuditEvent event) {
            throw new AssertionError("looking leaves no event");
        }

        @Override
        public boolean offer(AuditEvent event) {
            throw new AssertionError("looking leaves no event");
        }

        @Override
        public boolean isAccepting() {
            return accepting;
        }

        @Override
        public void refused() {
            throw new AssertionError("no call is refused");
        }

        @Override
        public RecorderStatus status() {
            return new RecorderStatus(
                    "audit",
                    "host-1",
                    accepting,
                    RecorderStatus.Counters.NONE,
                    RecorderStatus.Queue.EMPTY,
                    RecorderStatus.Commits.NONE,
                    RecorderStatus.Recent.NONE,
                    null,
                    null,
                    null,
                    null,
                    RecorderStatus.About.UNKNOWN,
                    List.of());
        }
    }

    private final Switched recorder = new Switched();
    private final CaptureStates states = new CaptureStates();

    CaptureStatesTest() {
        Reports reports = new Reports();
        reports.recorder = recorder;
        reports.store = new StoreState(); // not opened: tells nothing
        states.reports = reports;
        states.recorder = recorder;
    }

    @Test
    void state_isMadeOnce_forManyPages() {
        assertSame(states.now(), states.now());
        assertFalse(states.now().complete());
    }

    @Test
    void ownRecorder_thatRefuses_isSeenAtOnce_andThatItTakesCallsAgainToo() {
        assertEquals(Kind.LIVE, states.now().kind());
        recorder.accepting = false;
        assertEquals(Kind.REFUSING, states.now().kind());
        recorder.accepting = true;
        assertEquals(Kind.LIVE, states.now().kind());
    }
}
