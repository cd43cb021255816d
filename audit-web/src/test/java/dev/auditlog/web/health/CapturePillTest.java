package dev.auditlog.web.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.web.Frame;
import dev.auditlog.web.health.CaptureState.Figures;
import dev.auditlog.web.health.CaptureState.Who;
import dev.auditlog.web.health.RecorderMark.Kind;
import dev.auditlog.web.text.Texts;
import dev.auditlog.web.text.Words;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CapturePillTest {

    private static final Figures FIGURES = new Figures(3, 1_214, 2, 0, 5);

    private static CapturePill pill(CaptureState state, Locale locale) {
        CapturePill pill = new CapturePill();
        pill.frame = new Frame() {
            @Override
            public Words words() {
                return new Words(new Texts(locale), ZoneOffset.UTC, Instant.EPOCH);
            }
        };
        pill.states = new CaptureStates() {
            @Override
            CaptureState now() {
                return state;
            }
        };
        return pill;
    }

    private static CapturePill pill(Kind kind, List<Who> who) {
        return pill(new CaptureState(kind, who, FIGURES, true), Locale.ENGLISH);
    }

    private static List<Who> recorders(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> new Who("desk", "host-" + i, i == 2 ? "SQLSTATE 08006 \u202e" : ""))
                .toList();
    }

    @Test
    void all_well_tellsTheRate_andTheFigures() {
        CapturePill pill = pill(Kind.LIVE, List.of());
        assertEquals("ok", pill.getStyle());
        assertEquals("Recording", pill.getWord());
        assertEquals("1,214/min", pill.getRate());
        assertEquals(
                "1,214 events in the last minute, 2 wait in queues, 0 lost, 5 wait in spools; 3 recorders",
                pill.getTitle());
        assertFalse(pill.isAlarming());
        CapturePill german = pill(new CaptureState(Kind.LIVE, List.of(), FIGURES, true), Locale.GERMAN);
        assertEquals("Zeichnet auf", german.getWord());
        assertEquals("1.214/min", german.getRate());
    }

    @Test
    void degraded_isWeak_andSaysWho_threeOfThemByName() {
        CapturePill pill = pill(Kind.DEGRADED, recorders(5));
        assertEquals("weak", pill.getStyle());
        assertEquals("Degraded", pill.getWord());
        assertTrue(
                pill.getTitle().startsWith("desk on host-1, desk on host-2, desk on host-3 and 2 more. 1,214 events"),
                pill.getTitle());
        assertFalse(pill.isAlarming());
    }

    @Test
    void refusing_isAnAlarm_withWhatTheStoreSaid_andNothingInvisible() {
        CapturePill pill = pill(Kind.REFUSING, recorders(2));
        assertEquals("bad", pill.getStyle());
        assertTrue(pill.isAlarming());
        assertEquals("Recording refuses.", pill.getAlarm());
        assertEquals(
                "desk on host-1, desk on host-2 cannot make events durable: calls that must leave an event get 503 and are"
                        + " not run. SQLSTATE 08006 ⟨U+202E⟩",
                pill.getAlarmText());
    }

    @Test
    void off_isAnAlarm_thatSaysWhatSwitchesItOn() {
        CapturePill pill = pill(Kind.OFF, recorders(1));
        assertEquals("bad", pill.getStyle());
        assertEquals("Off", pill.getWord());
        assertEquals("Recording is off.", pill.getAlarm());
        assertEquals(
                "desk on host-1 runs, and nothing of it is recorded: audit.enabled = false.",
                pill.getAlarmText().strip());
    }

    @Test
    void losing_isAnAlarm() {
        CapturePill pill = pill(Kind.LOSING, recorders(1));
        assertEquals("bad", pill.getStyle());
        assertEquals("Losing events", pill.getWord());
        assertEquals("Recording loses events.", pill.getAlarm());
    }

    @Test
    void state_thatCannotBeRead_isNotTakenForAGoodOne() {
        CapturePill pill = pill(new CaptureState(Kind.LIVE, List.of(), FIGURES, false), Locale.ENGLISH);
        assertEquals("weak", pill.getStyle());
        assertEquals("State unknown", pill.getWord());
        assertEquals("", pill.getRate());
        assertTrue(pill.getTitle().startsWith("The audit database does not answer"), pill.getTitle());
        CapturePill refusing = pill(new CaptureState(Kind.REFUSING, recorders(1), FIGURES, false), Locale.ENGLISH);
        assertEquals("Refusing", refusing.getWord());
        assertEquals("bad", refusing.getStyle());
    }
}
