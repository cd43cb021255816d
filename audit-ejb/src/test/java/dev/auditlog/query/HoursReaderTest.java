package dev.auditlog.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.hours.WeekHours;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HoursReaderTest {

    private static WeekHours read(String text) {
        return HoursReader.read(new TermValue(text, false, 0));
    }

    @Test
    void read_hoursAlone_areThoseOfEachDayInUtc() {
        assertEquals(new WeekHours(0, 7, 8 * 3_600, 10 * 3_600, ZoneOffset.UTC), read("08-18"));
        assertEquals(new WeekHours(0, 7, 0, 86_400, ZoneOffset.UTC), read("0-24"));
    }

    @Test
    void read_daysHoursAndZone_tellsEach() {
        assertEquals(
                new WeekHours(5, 2, 81_000, 27_000, ZoneId.of("Europe/Berlin")),
                read("SAT-sun/22:30-06:00@europe/berlin"));
        assertEquals(new WeekHours(2, 1, 0, 60, ZoneOffset.ofHours(-3)), read("wed/0:00-0:01@-03:00"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8",
                "8-8",
                "24-6",
                "8-25",
                "8:60-9",
                "8-9-10",
                "24:01-9",
                "mo/8-9",
                "mon-tue-wed/8-9",
                "/8-9",
                "mon/",
                "8-9@",
                "8-9@Nowhere/City",
                "8-9@Z@Z",
                "-8-9",
                "٨-٩",
                "8:0:0-9",
                "08-18x"
            })
    void read_anythingElse_saysWhatIsAllowedAndWhere(String text) {
        var thrown = assertThrows(QuerySyntaxException.class, () -> EventQuery.parse("a hours:" + text));
        assertEquals("AUD-0509", thrown.code());
        assertEquals(8, thrown.position());
        assertTrue(thrown.getMessage().contains("mon-fri/08:00-18:00@Europe/Berlin"), thrown.getMessage());
    }

    @Test
    void parse_starOrOtherValue_isRefused() {
        assertEquals("AUD-0509", thrown("hours:*").code());
        assertEquals("AUD-0508", thrown("first:*").code());
        assertEquals("AUD-0508", thrown("first:target").code());
    }

    private static QuerySyntaxException thrown(String q) {
        return assertThrows(QuerySyntaxException.class, () -> EventQuery.parse(q));
    }
}
