package dev.auditlog.web.health;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.auditlog.event.AuditEvent;
import dev.auditlog.record.Receipt;
import dev.auditlog.record.Recorder;
import dev.auditlog.record.RecorderStatus;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordersPageTest {

    /** A recorder whose store is away. */
    private static final class Refusing implements Recorder {

        @Override
        public Receipt record(AuditEvent event) {
            throw new AssertionError("nothing can be kept");
        }

        @Override
        public boolean offer(AuditEvent event) {
            throw new AssertionError("nothing can be kept");
        }

        @Override
        public boolean isAccepting() {
            return false;
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
                    false,
                    RecorderStatus.Counters.NONE,
                    RecorderStatus.Queue.EMPTY,
                    RecorderStatus.Commits.NONE,
                    RecorderStatus.Recent.NONE,
                    null,
                    "SQLSTATE 08001 (away)",
                    Instant.EPOCH,
                    null,
                    RecorderStatus.About.UNKNOWN,
                    List.of());
        }
    }

    private final RecordersPage page = new RecordersPage();

    RecordersPageTest() {
        Reports reports = new Reports();
        reports.recorder = new Refusing();
        reports.store = new StoreState();
        page.reports = reports;
        page.recorder = reports.recorder;
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
