package dev.auditlog.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.auditlog.canonical.EventJson;
import dev.auditlog.canonical.RandomEvents;
import dev.auditlog.event.AuditEvent;
import jakarta.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each format against a golden file that was read by people; what they may say at all is in the tests of each. */
class TextFormatTest {

    @ParameterizedTest
    @EnumSource
    void format_ofTheThreeEvents_isItsGoldenFile(TextFormat format) throws IOException {
        StringBuilder out = new StringBuilder(format.head());
        ExportEvents.all().forEach(event -> format.append(out, event));
        String name = "golden." + format.name().toLowerCase(Locale.ROOT);
        try (InputStream golden = getClass().getResourceAsStream(name)) {
            assertNotNull(golden, () -> name + " is missing; it would be:\n" + out);
            assertEquals(new String(golden.readAllBytes(), StandardCharsets.UTF_8), out.toString());
        }
    }

    @ParameterizedTest
    @EnumSource(names = "CSV", mode = EnumSource.Mode.EXCLUDE)
    void line_ofAnyEvent_isOneLine(TextFormat format) {
        RandomEvents events = new RandomEvents(new Random(7));
        for (int i = 0; i < 500; i++) {
            StringBuilder out = new StringBuilder();
            format.append(out, events.next());
            assertEquals(out.length() - 1, out.indexOf("\n"), out::toString);
            assertEquals(-1, out.indexOf("\r"), out::toString);
        }
    }

    @Test
    void jsonl_readBack_isTheSameEvents() {
        RandomEvents events = new RandomEvents(new Random(8));
        for (int i = 0; i < 500; i++) {
            AuditEvent event = events.next();
            StringBuilder out = new StringBuilder();
            TextFormat.JSONL.append(out, event);
            assertEquals(
                    EventJson.of(event),
                    Json.createReader(new StringReader(out.toString())).readObject());
        }
    }
}
