package dev.auditlog.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.record.FakeFiles.Crash;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each operation of the disk fails, alone or with all after it: what was acknowledged is there once, in order. */
class SpoolFaultTest {

    private static final Path DIRECTORY = Path.of("spool");
    private static final long ROOM = 512 << 10; // gives segments of 64 KiB

    /** One life of a spool on a disk. */
    private static final class Life {

        private final FakeFiles files = new FakeFiles();
        private final List<String> acknowledged = new ArrayList<>();
        private final List<String> removed = new ArrayList<>();
        private int next;

        private Spool open() {
            return Spool.open(DIRECTORY, ROOM, files);
        }

        private Spool openAtSecondTry() {
            try {
                return open();
            } catch (SpoolException once) {
                assertEquals("AUD-0332", once.code());
                return open();
            }
        }

        /** Several segments, of which some are drained, and a restart in the middle. */
        private void live() {
            Spool spool = openAtSecondTry();
            for (int group = 1; group <= 12; group++) {
                append(spool, 1 + group % 4);
                if (group % 4 == 0) {
                    drain(spool, 5);
                }
            }
            spool.close();
            spool = openAtSecondTry();
            append(spool, 3);
            drain(spool, 3);
            append(spool, 9);
            drain(spool, 1_000);
            append(spool, 2);
            append(spool, 1);
            spool.close();
        }

        private void append(Spool spool, int count) {
            List<byte[]> group = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                group.add(record(next++, 6_000));
            }
            try {
                spool.append(group);
            } catch (SpoolException once) {
                assertEquals("AUD-0333", once.code());
                spool.append(group);
            }
            group.forEach(record -> acknowledged.add(name(record)));
        }

        private void drain(Spool spool, int count) {
            List<byte[]> shown;
            try {
                shown = spool.peek(count, ROOM);
            } catch (SpoolException once) {
                assertEquals("AUD-0334", once.code());
                shown = spool.peek(count, ROOM);
            }
            shown.forEach(record -> removed.add(name(record)));
            spool.remove(shown.size());
        }

        /** What an intact disk gives after the crash. */
        private void lookAfterwards(String when) {
            Spool spool = open();
            List<String> found = spool.peek(100_000, Long.MAX_VALUE).stream()
                    .map(SpoolFaultTest::name)
                    .toList();
            List<String> kept = found.stream().filter(acknowledged::contains).toList();
            int first = acknowledged.size() - kept.size();
            assertEquals(kept.size(), new HashSet<>(kept).size(), when + ": doubled");
            assertTrue(first <= removed.size(), when + ": lost " + (first - removed.size()));
            assertEquals(acknowledged.subList(first, acknowledged.size()), kept, when + ": order");
            assertEquals(0, spool.damaged(), when + ": damaged");
            spool.remove(found.size());
            assertTrue(spool.isEmpty(), when);
            assertEquals(List.of(), files.names(), when + ": files stay");
            spool.close();
        }
    }

    static byte[] record(int number, int length) {
        String begin = number + "#";
        return (begin + "x".repeat(length - begin.length())).getBytes(StandardCharsets.UTF_8);
    }

    static String name(byte[] record) {
        String text = new String(record, StandardCharsets.UTF_8);
        return text.substring(0, text.indexOf('#'));
    }

    private static int operationsOfOneLife() {
        Life life = new Life();
        life.live();
        life.lookAfterwards("no fault");
        assertEquals(life.next, life.acknowledged.size());
        return life.files.operations();
    }

    @ParameterizedTest
    @EnumSource
    void spool_oneOperationFails_goesOnWithoutRestartAndLosesNothing(Crash crash) {
        int operations = operationsOfOneLife();
        assertTrue(operations > 100, "only " + operations);
        for (int failing = 1; failing <= operations; failing++) {
            Life life = new Life();
            life.files.failAt(failing, false);
            life.live();
            assertEquals(life.next, life.acknowledged.size(), "operation " + failing);
            life.files.crash(crash);
            life.lookAfterwards("operation " + failing);
        }
    }

    @ParameterizedTest
    @EnumSource
    void spool_allOperationsFailFromOneOnAndCrash_keepsWhatWasAcknowledged(Crash crash) {
        int operations = operationsOfOneLife();
        for (int failing = 1; failing <= operations; failing++) {
            Life life = new Life();
            life.files.failAt(failing, true);
            try {
                life.live();
            } catch (SpoolException dead) {
                assertTrue(dead.getCause() != null, "a failure of the disk");
            }
            life.files.crash(crash);
            life.lookAfterwards("from operation " + failing);
        }
    }

    @Test
    void append_forceFailedAndGroupTriedAgain_isFoundOnceEvenIfTheFailedBytesStay() {
        Life life = new Life();
        Spool spool = life.open();
        life.append(spool, 1);
        int before = life.files.operations();
        life.files.failAt(before + 2, true); // the force, and the cutting off after it
        List<byte[]> group = List.of(record(1, 100));
        assertThrows(SpoolException.class, () -> spool.append(group));
        life.files.failAt(Integer.MAX_VALUE, false);
        assertEquals(1, spool.records());
        spool.append(group);
        life.files.crash(Crash.OF_THE_PROCESS);
        Spool again = life.open();
        assertEquals(
                List.of("0", "1"),
                again.peek(10, ROOM).stream().map(SpoolFaultTest::name).toList());
        assertEquals(0, again.damaged());
        again.close();
    }

    @Test
    void append_forceFailedAndTookAnAcknowledgedRecord_readsBackAndSaysSoAtOnce() throws Exception {
        Life life = new Life();
        Spool spool = life.open();
        life.append(spool, 1);
        life.append(spool, 1);
        Path first = DIRECTORY.resolve("0000000000000001.spool");
        try (SpoolFile file = life.files.open(first)) {
            file.write(SpoolFormat.HEADER + SpoolFormat.FRAME + 10, new byte[] {'?'}, 1); // in the oldest record
        }
        assertEquals(0, spool.damaged(), "nobody looked");
        life.files.failAt(life.files.operations() + 2, false); // the force
        assertThrows(SpoolException.class, () -> spool.append(List.of(record(2, 100))));
        assertEquals(1, spool.damaged());
        spool.append(List.of(record(2, 100)));
        assertEquals(
                List.of("0000000000000001.spool", "0000000000000002.spool"),
                life.files.names(),
                "written in a new file");
        assertEquals(
                List.of("1", "2"),
                spool.peek(10, ROOM).stream().map(SpoolFaultTest::name).toList());
        spool.close();
    }

    @Test
    void append_diskFull_failsCutsBackAndGoesOnWhenThereIsRoom() {
        Life life = new Life();
        Spool spool = life.open();
        life.append(spool, 1);
        long good = spool.bytes();
        life.files.room(good + 500);
        for (int attempt = 0; attempt < 20; attempt++) {
            var thrown = assertThrows(SpoolException.class, () -> spool.append(List.of(record(1, 6_000))));
            assertEquals("AUD-0333", thrown.code());
            assertTrue(thrown.getMessage().contains("no space left"), thrown.getMessage());
        }
        assertEquals(List.of("0000000000000001.spool"), life.files.names());
        assertEquals(good, life.files.bytes("0000000000000001.spool").length);
        life.files.room(Long.MAX_VALUE);
        spool.append(List.of(record(1, 6_000)));
        assertEquals(2, spool.records());
        assertEquals(
                List.of("0", "1"),
                spool.peek(10, ROOM).stream().map(SpoolFaultTest::name).toList());
        spool.close();
    }

    @Test
    void open_acknowledgedEndIsGone_isDamageAndTheRestIsRead() throws Exception {
        Life life = new Life();
        Spool spool = life.open();
        life.append(spool, 10);
        life.append(spool, 9); // in a second segment, whose header tells the first one's length
        spool.close();
        try (SpoolFile file = life.files.open(DIRECTORY.resolve("0000000000000001.spool"))) {
            file.truncate(file.size() - 1);
        }
        life.open().close();
        Spool again = life.open();
        assertEquals(1, again.damaged());
        assertEquals(18, again.peek(100, ROOM).size());
        again.remove(18);
        assertEquals(List.of("0000000000000001.spool.damaged"), life.files.names());
        again.append(List.of(record(99, 10)));
        assertEquals(List.of("0000000000000001.spool.damaged", "0000000000000003.spool"), life.files.names());
        again.close();
    }
}
