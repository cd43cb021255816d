package dev.auditlog.record;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** On real files. */
class SpoolTest {

    private static final long GIB = 1L << 30;

    @TempDir
    Path folder;

    private Path directory() {
        return folder.resolve("above").resolve("spool");
    }

    private Path segment(int number) {
        return SpoolNames.segment(directory(), number);
    }

    private Spool open() {
        return Spool.open(directory(), GIB);
    }

    private static List<byte[]> records(int from, int to, int length) {
        return IntStream.range(from, to)
                .mapToObj(i -> SpoolFaultTest.record(i, length))
                .toList();
    }

    private static List<String> names(List<byte[]> records) {
        return records.stream().map(SpoolFaultTest::name).toList();
    }

    private static List<String> drain(Spool spool) {
        List<byte[]> all = spool.peek(Integer.MAX_VALUE, Long.MAX_VALUE);
        spool.remove(all.size());
        return names(all);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> found = Files.list(directory())) {
            return found.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals(SpoolNames.LOCK))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void peek_someOfTheRecords_showsTheOldestUntilTheyAreRemoved() {
        try (Spool spool = open()) {
            assertTrue(spool.isEmpty());
            assertEquals(List.of(), spool.peek(10, GIB));
            spool.append(records(0, 3, 100));
            spool.append(records(3, 5, 100));
            assertEquals(5, spool.records());
            assertEquals(40 + 5 * 116, spool.bytes());
            assertArrayEquals(SpoolFaultTest.record(0, 100), spool.peek(1, GIB).get(0));
            assertEquals(List.of("0", "1"), names(spool.peek(2, GIB)));
            assertEquals(List.of("0", "1"), names(spool.peek(10, 250)));
            assertEquals(List.of("0"), names(spool.peek(10, 1)));
            assertEquals(List.of("0", "1", "2", "3"), names(spool.peek(4, GIB)));
            spool.remove(3);
            assertEquals(List.of("3", "4"), names(spool.peek(10, GIB)));
            assertEquals(2, spool.records());
            assertThrows(IllegalArgumentException.class, () -> spool.remove(3));
        }
    }

    @Test
    void remove_allRecords_leavesNoFile() throws IOException {
        try (Spool spool = open()) {
            for (int i = 0; i < 30; i++) {
                spool.append(records(i, i + 1, 1_000_000)); // eight to a segment
            }
            assertEquals(4, files().size());
            assertEquals(10, spool.peek(10, GIB).size());
            spool.remove(10);
            assertEquals(3, files().size());
            assertEquals(20, drain(spool).size());
            assertEquals(List.of(), files());
            assertEquals(0, spool.bytes());
            spool.append(records(7, 8, 10));
            assertEquals(List.of("7"), drain(spool));
        }
    }

    @Test
    void open_afterAnEarlierRun_findsItsRecordsInOrder() {
        for (int run = 0; run < 3; run++) {
            try (Spool spool = open()) {
                assertEquals(run * 2, spool.records());
                spool.append(records(run * 2, run * 2 + 2, 50));
            }
        }
        try (Spool spool = open()) {
            assertEquals(List.of("0", "1", "2", "3", "4", "5"), drain(spool));
            assertTrue(spool.isEmpty());
        }
    }

    @Test
    void append_groupLargerThanASegment_isWhole() {
        try (Spool spool = open()) {
            spool.append(records(0, 12, 1 << 20));
            spool.append(records(12, 13, 10));
        }
        try (Spool spool = open()) {
            List<byte[]> found = spool.peek(100, GIB);
            assertEquals(13, found.size());
            assertArrayEquals(SpoolFaultTest.record(11, 1 << 20), found.get(11));
        }
    }

    @Test
    void append_maxSizeUsedUp_isRefusedUntilThereIsRoom() {
        try (Spool spool = Spool.open(directory(), 1 << 20)) {
            List<byte[]> group = records(0, 10, 10_000);
            int groups = 0;
            while (spool.hasRoom(10 * 10_016)) {
                spool.append(group);
                groups++;
            }
            assertEquals(10, groups);
            long bytes = spool.bytes();
            var thrown = assertThrows(SpoolException.class, () -> spool.append(group));
            assertTrue(thrown.isFull());
            assertEquals("AUD-0331", thrown.code());
            assertEquals(bytes, spool.bytes());
            spool.peek(10, GIB);
            spool.remove(10);
            assertTrue(spool.hasRoom(10 * 10_016));
            spool.append(group);
            assertEquals(100, spool.records());
            assertTrue(spool.bytes() <= 1 << 20);
        }
    }

    @Test
    void open_tornAtEveryByte_givesTheWholeRecordsBefore() throws IOException {
        try (Spool spool = open()) {
            spool.append(records(0, 3, 40));
        }
        byte[] whole = Files.readAllBytes(segment(1));
        assertEquals(40 + 3 * 56, whole.length);
        for (int cut = 0; cut <= whole.length; cut++) {
            Files.write(segment(1), Arrays.copyOf(whole, cut));
            int expected = Math.max(0, (cut - 40) / 56);
            try (Spool spool = open()) {
                assertEquals(expected, spool.records(), "cut at " + cut);
                assertEquals(0, spool.damaged(), "cut at " + cut);
                spool.append(records(9, 10, 40));
                assertEquals(expected + 1, drain(spool).size(), "cut at " + cut);
                assertEquals(List.of(), files(), "cut at " + cut);
            }
        }
    }

    @Test
    void open_endFilledWithZeros_isTornAndNotDamaged() throws IOException {
        try (Spool spool = open()) {
            spool.append(records(0, 3, 40));
        }
        Files.write(segment(1), Arrays.copyOf(Files.readAllBytes(segment(1)), 300_000));
        try (Spool spool = open()) {
            assertEquals(0, spool.damaged());
            assertEquals(List.of("0", "1", "2"), drain(spool));
        }
    }

    @Test
    void open_recordsWhoseEndIsZeros_areTornAndNotDamaged() throws IOException {
        try (Spool spool = open()) {
            spool.append(records(0, 3, 40));
        }
        byte[] bytes = Files.readAllBytes(segment(1));
        for (int zeros = 1; zeros <= 2 * 56; zeros++) {
            byte[] broken = bytes.clone();
            Arrays.fill(broken, bytes.length - zeros, bytes.length, (byte) 0);
            Files.write(segment(1), broken);
            try (Spool spool = open()) {
                assertEquals(0, spool.damaged(), zeros + " zeros");
                assertEquals(zeros <= 56 ? List.of("0", "1") : List.of("0"), drain(spool), zeros + " zeros");
            }
        }
    }

    @Test
    void open_oneByteFlippedAnywhere_losesOneRecordAtMostAndKeepsTheFile() throws IOException {
        try (Spool spool = open()) {
            spool.append(records(0, 3, 40));
        }
        byte[] whole = Files.readAllBytes(segment(1));
        for (int at = 0; at < whole.length; at++) {
            byte[] broken = whole.clone();
            broken[at] ^= 0x10;
            Files.write(segment(1), broken);
            List<String> expected = new ArrayList<>(List.of("0", "1", "2"));
            if (at >= 40) {
                expected.remove((at - 40) / 56);
            }
            try (Spool spool = open()) {
                assertEquals(1, spool.damaged(), "byte " + at);
                spool.append(records(3, 4, 40)); // now a header tells where the broken file ended
            }
            expected.add("3");
            try (Spool spool = open()) {
                assertEquals(1, spool.damaged(), "byte " + at + " at the next start");
                assertEquals(expected, drain(spool), "byte " + at);
                assertEquals(List.of("0000000000000001.spool.damaged"), files(), "byte " + at);
            }
            assertArrayEquals(broken, Files.readAllBytes(SpoolNames.damaged(segment(1))));
            Files.delete(SpoolNames.damaged(segment(1)));
        }
    }

    @Test
    void peek_recordBrokenWhileTheSpoolIsOpen_countsItAndShowsTheOthers() throws IOException {
        try (Spool spool = open()) {
            spool.append(records(0, 5, 40));
            spool.peek(1, GIB);
            spool.remove(1);
            byte[] bytes = Files.readAllBytes(segment(1));
            bytes[40 + 2 * 56 + 20] ^= 1;
            Files.write(segment(1), bytes);
            assertEquals(List.of("1", "3", "4"), drain(spool));
            assertEquals(1, spool.damaged());
            assertTrue(spool.isEmpty());
            assertEquals(List.of("0000000000000001.spool.damaged"), files());
        }
    }

    @Test
    void open_inUse_isRefusedByName() {
        try (Spool spool = open()) {
            var thrown = assertThrows(SpoolException.class, this::open);
            assertEquals("AUD-0330", thrown.code());
            assertTrue(thrown.getMessage().contains(directory().toString()), thrown.getMessage());
            assertFalse(thrown.isFull());
            spool.append(records(0, 1, 10));
        }
        try (Spool spool = open()) {
            assertEquals(1, spool.records());
        }
    }

    @Test
    void open_placeOfTheDirectoryIsAFile_isRefusedByName() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        var thrown = assertThrows(SpoolException.class, () -> Spool.open(file, GIB));
        assertEquals("AUD-0332", thrown.code());
        assertTrue(thrown.getMessage().contains(file + " (audit.spool.directory) cannot be used"), thrown.getMessage());
    }

    @Test
    void open_everybodyMayWrite_isRefused() throws IOException {
        Path open = Files.createDirectory(folder.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertEquals(
                "AUD-0339",
                assertThrows(SpoolException.class, () -> Spool.open(open, GIB)).code());
    }

    @Test
    void open_newDirectory_isForTheOwnerOnly() throws IOException {
        try (Spool spool = open()) {
            spool.append(records(0, 1, 10));
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(directory())));
            for (Path file : List.of(segment(1), directory().resolve(SpoolNames.LOCK))) {
                assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            }
        }
    }

    @Test
    void open_fileOfALaterRelease_isRefusedByName() throws IOException {
        try (Spool spool = open()) {
            spool.append(records(0, 1, 10));
        }
        byte[] later = SpoolFormat.header(1, 0, 0);
        later[11] = 2;
        CRC32C sum = new CRC32C();
        sum.update(later, 0, 36);
        ByteBuffer.wrap(later).putInt(36, (int) sum.getValue());
        Files.write(segment(1), later);
        var thrown = assertThrows(SpoolException.class, this::open);
        assertEquals("AUD-0338", thrown.code());
        assertThrows(SpoolException.class, this::open, "the lock was given back");
        assertEquals(1, files().size());
    }

    @Test
    void append_interruptedThread_writesAndStaysInterrupted() {
        try (Spool spool = open()) {
            Thread.currentThread().interrupt();
            spool.append(records(0, 2, 10));
            assertEquals(List.of("0", "1"), drain(spool));
            assertTrue(Thread.interrupted());
        }
    }

    @Test
    void append_afterClose_isRefused() {
        Spool spool = open();
        spool.close();
        spool.close();
        var thrown = assertThrows(SpoolException.class, () -> spool.append(records(0, 1, 10)));
        assertEquals("AUD-0342", thrown.code());
        assertThrows(SpoolException.class, () -> spool.peek(1, 1));
    }

    @Test
    void spool_oneThreadAppendsAndOneDrains_keepsAllInOrder() throws Exception {
        int groups = 400;
        List<String> drained = new ArrayList<>();
        try (Spool spool = Spool.open(directory(), 64 << 20)) {
            var appended = CompletableFuture.runAsync(() -> {
                for (int i = 0; i < groups; i++) {
                    spool.append(records(i * 3, i * 3 + 3, 5_000));
                }
            });
            while (!appended.isDone() || !spool.isEmpty()) {
                List<byte[]> shown = spool.peek(50, GIB);
                drained.addAll(names(shown));
                spool.remove(shown.size());
            }
            appended.get();
            assertEquals(0, spool.damaged());
        }
        assertEquals(IntStream.range(0, groups * 3).mapToObj(Integer::toString).toList(), drained);
        assertEquals(List.of(), files());
    }

    @Test
    void spool_processKilled_keepsWhatItAcknowledged() throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        SpoolVictim.class.getName(),
                        directory().toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int acknowledged = -1;
        try (BufferedReader lines = other.inputReader()) {
            while (acknowledged < 200) {
                acknowledged = Integer.parseInt(lines.readLine());
            }
            assertEquals(
                    "AUD-0330", assertThrows(SpoolException.class, this::open).code());
            other.toHandle().destroyForcibly(); // the process's own method would close the stream
            other.waitFor();
            for (String line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
                acknowledged = Math.max(acknowledged, Integer.parseInt(line));
            }
        }
        try (Spool spool = open()) {
            assertEquals(0, spool.damaged());
            List<String> found = drain(spool);
            assertTrue(found.size() > acknowledged, found.size() + " of " + acknowledged);
            assertEquals(
                    IntStream.range(0, found.size()).mapToObj(Integer::toString).toList(), found);
        }
    }

    @Test
    void open_hundredThousandRecords_recoversWithinAMinute(TestReporter reporter) {
        try (Spool spool = open()) {
            for (int i = 0; i < 100_000; i += 500) {
                spool.append(records(i, i + 500, 1024));
            }
        }
        long start = System.nanoTime();
        int found = 0;
        try (Spool spool = open()) {
            reporter.publishEntry("opened after ms", String.valueOf((System.nanoTime() - start) / 1_000_000));
            assertEquals(100_000, spool.records());
            while (!spool.isEmpty()) {
                List<byte[]> shown = spool.peek(256, GIB);
                assertEquals(String.valueOf(found), SpoolFaultTest.name(shown.get(0)));
                found += shown.size();
                spool.remove(shown.size());
            }
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        reporter.publishEntry("drained after ms", String.valueOf(took.toMillis()));
        assertEquals(100_000, found);
        assertTrue(took.toSeconds() < 60, took.toString());
    }
}
