package dev.auditlog.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.auditlog.canonical.RandomEvents;
import dev.auditlog.event.AuditEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** CSV, with another's reader as the judge. */
class CsvRecordsTest {

    /** As a reader of the manual would: one quote away, if the cell is not one of our numbers. */
    private static String unguarded(String cell) {
        return cell.startsWith("'") ? cell.substring(1) : cell;
    }

    private static List<CsvRecord> read(List<AuditEvent> events) {
        StringBuilder out = new StringBuilder(TextFormat.CSV.head());
        events.forEach(event -> TextFormat.CSV.append(out, event));
        List<CsvRecord> records = new ArrayList<>();
        CsvReader.builder().ofCsvRecord(out.toString()).forEach(records::add);
        return records;
    }

    @Test
    void record_ofAnyEvent_readBackIsEachOfItsValues() {
        RandomEvents random = new RandomEvents(new Random(5));
        List<AuditEvent> events = Stream.concat(Stream.generate(random::next).limit(300), ExportEvents.all().stream())
                .toList();
        List<CsvRecord> records = read(events);
        assertEquals(events.size() + 1, records.size());
        for (int i = 0; i < events.size(); i++) {
            for (int column = 0; column < TableColumn.all().size(); column++) {
                Object value = TableColumn.all().get(column).value().apply(events.get(i));
                String cell = records.get(i + 1).getField(column);
                assertEquals(value == null ? "" : value.toString(), value instanceof String ? unguarded(cell) : cell);
            }
        }
    }

    @Test
    void record_ofHostileTexts_hasNoActiveCell() {
        for (String cell : read(List.of(ExportEvents.hostile())).get(1).getFields()) {
            assertFalse(!cell.isEmpty() && "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20".indexOf(cell.charAt(0)) >= 0, cell);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "plain | plain",
                "a,b | \"a,b\"",
                "say \"hi\" | \"say \"\"hi\"\"\"",
                "=1+1 | '=1+1",
                "=a,b | \"'=a,b\"",
                "-5 | '-5",
                "'tis | ''tis",
                "a=b | a=b",
                "a;b | a;b",
                "`` | \"\"",
                "` x` | \" x\""
            })
    void cell_ofText_isQuotedAndGuardedWhereNeeded(String text, String cell) {
        StringBuilder out = new StringBuilder();
        CsvRecords.cell(out, text);
        assertEquals(cell, out.toString());
    }

    @Test
    void cell_thatIsAbsent_differsFromAnEmptyText() {
        StringBuilder out = new StringBuilder();
        CsvRecords.cell(out, null);
        assertEquals("", out.toString());
    }
}
