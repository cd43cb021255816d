package dev.auditlog.web.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.auditlog.AuditUnavailableException;
import dev.auditlog.canonical.EventJson;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportStreamTest {

    private final Fakes fakes = new Fakes();
    private final ByteArrayOutputStream file = new ByteArrayOutputStream();

    /** Events that end in a failure of the database. */
    private static Iterator<AuditEvent> failingAfter(long count) {
        Iterator<AuditEvent> good = Fakes.events(count, "1");
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public AuditEvent next() {
                if (!good.hasNext()) {
                    throw new IllegalStateException("the database has gone");
                }
                return good.next();
            }
        };
    }

    private List<String> lines() {
        return file.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"jsonl", "csv", "ocsf", "ecs", "cef", "cadf"})
    void file_ofLines_endsInItsOwnEventWithCountAndDigestOfWhatStandsBefore(String format) throws Exception {
        fakes.stream(format, Fakes.events(300, "1")).write(file);
        AuditEvent end = fakes.recorded.get(0);
        assertEquals("300", end.attributes().get("events"));
        byte[] all = file.toByteArray();
        int last = file.toString(StandardCharsets.UTF_8).stripTrailing().lastIndexOf('\n') + 1; // all is ASCII here
        byte[] before = Arrays.copyOf(all, last);
        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(before));
        assertEquals(digest, end.attributes().get("sha256"));
        String record = new String(all, last, all.length - last, StandardCharsets.UTF_8);
        assertEquals(true, record.contains(end.id().toString()) && record.contains(digest), record);
        assertEquals(format.equals("csv") ? 302 : 301, lines().size());
    }

    @Test
    void end_ofAFile_saysWhatWasAskedFor() throws IOException {
        fakes.stream("jsonl", Fakes.events(2, "1")).write(file);
        AuditEvent end = fakes.recorded.get(0);
        assertEquals(Outcome.SUCCESS, end.outcome());
        assertEquals("ExportResource.export", end.operation());
        assertEquals("actor:alice", end.attributes().get("query"));
        assertEquals("2026-11-24T12:00:00Z", end.attributes().get("from"));
        assertEquals("2026-11-25T12:00:00Z", end.attributes().get("to"));
        assertEquals("newest", end.attributes().get("order"));
        assertEquals("jsonl", end.attributes().get("format"));
        assertEquals("2", end.attributes().get("events"));
        assertEquals(EventJson.text(end), lines().get(2));
    }

    @Test
    void result_thatIsEmpty_isAFileOfItsEndAlone() throws IOException {
        fakes.stream("csv", Fakes.events(0, "1")).write(file);
        assertEquals(2, lines().size());
        assertEquals("0", fakes.recorded.get(0).attributes().get("events"));
    }

    @Test
    void database_thatFailsMidway_leavesNoEndAndTellsHowManyEventsWereWritten() {
        ExportStream stream = fakes.stream("jsonl", failingAfter(5_000));
        assertThrows(IllegalStateException.class, () -> stream.write(file));
        assertEquals(List.of(), fakes.recorded);
        assertEquals("5000", fakes.told.get("events"));
        assertFalse(file.toString(StandardCharsets.UTF_8).contains("ExportResource"));
    }

    @Test
    void failure_beforeAnythingLeft_tellsNothing() {
        ExportStream stream = fakes.stream("jsonl", failingAfter(10));
        assertThrows(IllegalStateException.class, () -> stream.write(file));
        assertEquals(0, fakes.told.size(), "the event of the call is still open and has no count");
    }

    @Test
    void client_thatGoesAway_leavesNoEnd_andIsNoError() throws IOException {
        OutputStream toNobody = new OutputStream() {
            private int left = 200_000;

            @Override
            public void write(int b) {
                fakes.gone = --left < 0;
            }
        };
        fakes.stream("csv", Fakes.events(5_000, "1")).write(toNobody);
        assertEquals(List.of(), fakes.recorded);
        int told = Integer.parseInt(fakes.told.get("events"));
        assertEquals(true, told > 300 && told < 1_500, fakes.told::toString);
        assertEquals(ExportRun.State.BROKEN, fakes.run.state());
    }

    @Test
    void client_thatGoesAwayAtTheEnd_leavesNoEnd() throws IOException {
        fakes.gone = true;
        fakes.stream("jsonl", Fakes.events(0, "1")).write(file);
        assertEquals(List.of(), fakes.recorded);
        assertEquals(ExportRun.State.BROKEN, fakes.run.state());
    }

    @Test
    void end_thatCannotBeReadBack_leavesTheFileIncomplete() {
        fakes.forgetful = true;
        ExportStream stream = fakes.stream("jsonl", Fakes.events(3, "1"));
        assertThrows(AuditUnavailableException.class, () -> stream.write(file));
        assertEquals(3, lines().size());
    }

    @Test
    void memory_ofManyEvents_isThatOfFew() throws Exception {
        for (String format : List.of("jsonl", "csv", "xlsx")) {
            List<String> command = List.of(
                    ProcessHandle.current().info().command().orElseThrow(),
                    "-Xmx40m",
                    "-cp",
                    System.getProperty("java.class.path"),
                    ManyEvents.class.getName(),
                    format);
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(0, process.waitFor(), said);
        }
    }

    /** Writes 60,000 events of 2 KiB, which are 120 MB, in a heap of a third of that. */
    static final class ManyEvents {

        private ManyEvents() {}

        public static void main(String[] format) throws IOException {
            String data = "\"" + "x".repeat(2_048) + "\"";
            Stream<AuditEvent> events =
                    Stream.iterate(1L, n -> n + 1).limit(60_000).map(n -> Fakes.event(n, data.replace('x', 'y')));
            new Fakes().stream(format[0], events.iterator()).write(OutputStream.nullOutputStream());
        }
    }
}
