package dev.auditlog.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.auditlog.store.RecorderState.Life;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an application that is switched off writes down. */
class RecorderStateTest {

    private static final String CHAIN = "desk@host-1";

    private final Instant started = Instant.now().truncatedTo(ChronoUnit.MICROS);
    private AuditDatabase database;

    @BeforeEach
    void open() {
        database = AuditDatabase.open(TestDatabases.derby(), AuditDatabase.Options.defaults());
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void switchedOff(boolean last) {
        database.write(em -> {
            RecorderState.switchedOff(em, database.dialect(), CHAIN, started, last);
            return null;
        });
    }

    private void recorder(Duration silence) {
        database.write(em -> {
            RecorderRow row = new RecorderRow(CHAIN);
            row.application = "desk";
            row.node = "host-1";
            row.beat = Instant.now().minus(silence);
            row.figures = "{\"written\":7}";
            em.persist(row);
            return null;
        });
    }

    private RecorderState only() {
        List<RecorderState> all = database.read(em -> RecorderState.all(em, database.dialect()));
        assertEquals(1, all.size());
        return all.get(0);
    }

    @Test
    void switchedOff_isWrittenDown_underItsName_untilItsEnd() {
        switchedOff(false);
        RecorderState state = only();
        assertEquals("desk", state.application());
        assertEquals("host-1", state.node());
        assertEquals("{\"enabled\":false}", state.figures());
        assertEquals(started, state.started());
        assertNull(state.stopped());
        switchedOff(true);
        assertEquals(Life.STOPPED, only().life());
    }

    @Test
    void recorder_thatLives_isNotWrittenOver() {
        recorder(Duration.ofSeconds(3));
        switchedOff(false);
        assertEquals("{\"written\":7}", only().figures());
    }

    @Test
    void recorder_thatIsGone_isWrittenOver() {
        recorder(Duration.ofMinutes(2));
        switchedOff(false);
        assertEquals("{\"enabled\":false}", only().figures());
        assertEquals(Life.LIVE, only().life());
    }
}
