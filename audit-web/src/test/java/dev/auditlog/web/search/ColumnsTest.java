package dev.auditlog.web.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ColumnsTest {

    @Test
    void cookie_namesTheColumns_andWhatIsUnknownIsPassedOver() {
        assertEquals(Set.of(Column.ACTOR, Column.CALL), Columns.read("call.actor.\"><b>.time"));
        assertEquals(Set.of(), Columns.read("none"));
        assertEquals(Set.of(), Columns.read(""));
    }
}
