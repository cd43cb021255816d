package dev.auditlog.web.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.AuditException;
import dev.auditlog.query.Order;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExportRequestTest {

    private static ExportRequest parse(String name, String value) {
        return ExportRequest.parse(Map.of(name, List.of(value)), Fakes.NOW);
    }

    @ParameterizedTest
    @CsvSource({
        "jsonl, audit-events_20261124T120000Z_20261125T120000Z.jsonl",
        "csv, audit-events_20261124T120000Z_20261125T120000Z.csv",
        "xlsx, audit-events_20261124T120000Z_20261125T120000Z.xlsx",
        "ocsf, audit-events_20261124T120000Z_20261125T120000Z.ocsf.jsonl",
        "cef, audit-events_20261124T120000Z_20261125T120000Z.cef"
    })
    void name_ofAFile_saysRangeAndFormat(String format, String name) {
        assertEquals(name, parse("format", format).fileName());
    }

    @Test
    void request_withoutParameters_isJsonOfTheLast24Hours() {
        ExportRequest asked = ExportRequest.parse(Map.of(), Fakes.NOW);
        assertEquals(ExportFormat.JSONL, asked.format());
        assertEquals(Order.NEWEST, asked.query().order());
        assertEquals(Fakes.NOW, asked.query().to());
    }

    @ParameterizedTest
    @ValueSource(strings = {"pdf", "CSV", "csv ", "../csv"})
    void format_thatIsNone_isRefusedWithThoseThatAre(String format) {
        AuditException refused = assertThrows(AuditException.class, () -> parse("format", format));
        assertEquals("AUD-0880", refused.code());
        assertTrue(String.valueOf(refused.getMessage()).contains("jsonl, csv, xlsx, ocsf, ecs, cef, cadf"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit", "cursor", "columns"})
    void parameter_thatIsUnknown_isRefusedByName(String name) {
        AuditException refused = assertThrows(AuditException.class, () -> parse(name, "1"));
        assertEquals("AUD-0800", refused.code());
        assertTrue(String.valueOf(refused.getMessage()).contains(name));
    }
}
