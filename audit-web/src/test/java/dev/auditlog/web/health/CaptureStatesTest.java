package dev.auditlog.web.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.auditlog.web.health.RecorderMark.Kind;
import org.junit.jupiter.api.Test;

class CaptureStatesTest {

    private final StillRecorder recorder = new StillRecorder();
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
