package dev.auditlog.bench.seed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.auditlog.event.AuditEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CopyTextTest {

    private static List<String> cells(String reason) {
        CopyText text = new CopyText(100);
        text.add(AuditEvent.draft("Batch.run")
                .id(new UUID(0, 1))
                .time(Instant.EPOCH)
                .recordedAt(Instant.EPOCH)
                .reason(reason)
                .toEvent());
        return List.of(new String(text.take(), StandardCharsets.UTF_8).strip().split("\t", -1));
    }

    @Test
    void add_event_isACellForEachColumn() {
        List<String> cells = cells("why");
        assertEquals(Column.ALL.size(), cells.size());
        assertEquals("00000000-0000-0000-0000-000000000001", cells.get(0));
        assertEquals("\\N", cells.get(11), "a status that is not there");
    }

    @Test
    void add_signsOfTheFormat_areEscaped() {
        assertEquals("a\\tb\\\\c\\nd\\re ü", cells("a\tb\\c\nd\re ü").get(42));
    }
}
