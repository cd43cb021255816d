package dev.auditlog.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CommitTimesTest {

    private final CommitTimes times = new CommitTimes();

    @Test
    void read_beforeTheFirst_isNone() {
        assertEquals(RecorderStatus.Commits.NONE, times.read());
    }

    @Test
    void read_ofAHundred_tellsRanksAndTheMean() {
        for (int i = 1; i <= 100; i++) {
            times.add(i % 2 == 0 ? 1 : 4, i * 1_000L);
        }
        assertEquals(new RecorderStatus.Commits(2.5, 50, 99, 100), times.read());
    }

    @Test
    void read_afterManyMore_forgetsTheOldOnes() {
        times.add(200, 9_000_000_000L);
        for (int i = 0; i < 512; i++) {
            times.add(2, 5_000);
        }
        assertEquals(new RecorderStatus.Commits(2, 5, 5, 5), times.read());
    }
}
