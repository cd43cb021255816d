package dev.auditlog.web.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.auditlog.AuditException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RunningExportsTest {

    private final RunningExports exports = new RunningExports(() -> 3, () -> 2);

    private static String code(Runnable work) {
        return assertThrows(AuditException.class, work::run).code();
    }

    @Test
    void begin_moreThanAPersonMay_isRefusedUntilOneEnds() {
        ExportRun first = exports.begin("alice", () -> false);
        exports.begin("alice", () -> false);
        assertEquals("AUD-0882", code(() -> exports.begin("alice", () -> false)));
        exports.begin("bob", () -> false);
        first.broken();
        exports.begin("alice", () -> false);
        assertEquals("AUD-0882", code(() -> exports.begin("alice", () -> false)));
    }

    @Test
    void begin_moreThanTheServerTakes_isRefusedUntilOneEnds() {
        exports.begin("alice", () -> false);
        exports.begin("alice", () -> false);
        ExportRun last = exports.begin("bob", () -> false);
        assertEquals("AUD-0883", code(() -> exports.begin("carol", () -> false)));
        last.complete(5, 50, "d1");
        exports.begin("carol", () -> false);
    }

    @Test
    void find_isForTheOwnerAlone_alsoAfterTheEnd() {
        ExportRun run = exports.begin("alice", () -> false);
        run.complete(5, 50, "d1");
        assertEquals(Optional.of(run), exports.find(run.id(), "alice"));
        assertEquals(Optional.empty(), exports.find(run.id(), "bob"));
        assertEquals(Optional.empty(), exports.find(UUID.randomUUID(), "alice"));
    }

    @Test
    void run_ofAWholeFile_isCompleteWithCountBytesAndDigest() throws IOException {
        Fakes fakes = new Fakes();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        fakes.stream("csv", Fakes.events(300, "1")).write(file);
        ExportRun run = fakes.run;
        assertEquals(ExportRun.State.COMPLETE, run.state());
        assertEquals(300, run.events());
        assertEquals(file.size(), run.bytes());
        assertEquals(fakes.recorded.get(0).attributes().get("sha256"), run.sha256());
    }

    @Test
    void run_whoseClientGoesAway_isBroken_andNoLongerRuns() {
        Fakes fakes = new Fakes();
        OutputStream gone = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("gone");
            }
        };
        assertThrows(IOException.class, () -> fakes.stream("jsonl", Fakes.events(300, "x".repeat(1_000)))
                .write(gone));
        assertEquals(ExportRun.State.BROKEN, fakes.run.state());
        assertEquals(false, fakes.run.isRunning());
    }
}
