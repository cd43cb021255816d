package dev.auditlog.web.health;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.auditlog.web.OwnUse;
import dev.auditlog.web.signin.SignedIn;
import org.junit.jupiter.api.Test;

class RecordersPageTest {

    private final RecordersPage page = new RecordersPage();

    RecordersPageTest() {
        Reports reports = new Reports();
        reports.recorder = new StillRecorder("SQLSTATE 08001 (away)");
        reports.store = new StoreState();
        page.reports = reports;
        page.ownUse = new OwnUse(
                draft -> {
                    throw new AssertionError("no event can be kept");
                },
                reports.recorder,
                new SignedIn());
    }

    @Test
    void page_whileNoEventCanBeKept_isShownWithoutOne() {
        assertDoesNotThrow(page::load);
        assertFalse(page.isComplete());
        assertFalse(page.isAlone());
    }

    @Test
    void report_whileTheDatabaseIsAway_holdsTheOwnRecorderAndWhatItSays() {
        Report report = page.reports.now();
        assertEquals(Health.DOWN, report.health());
        assertEquals(1, report.recorders().size());
        assertEquals("SQLSTATE 08001 (away)", report.recorders().get(0).getString("lastError"));
    }
}
