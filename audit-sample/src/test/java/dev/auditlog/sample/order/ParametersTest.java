package dev.auditlog.sample.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.ws.rs.WebApplicationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {

    @Test
    void state_inAnyCase_isRead() {
        assertEquals(OrderState.OPEN, OrderState.fromString("open"));
    }

    @Test
    void page_fromZero_isRead() {
        assertEquals(40, PageNumber.valueOf("2").firstRow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "-1", "100001", "99999999999", "\"><img src=x onerror=alert(1)>"})
    void pageOrState_thatIsNone_isRefusedWith400(String text) {
        assertEquals(400, status(() -> PageNumber.valueOf(text)));
        assertEquals(400, status(() -> OrderState.fromString(text)));
    }

    @Test
    void depot_afterTheLast_isTheFirst() {
        assertEquals(Depot.NORTH, Depot.WEST.next());
        assertEquals(Depot.EAST, Depot.of("east"));
    }

    private static int status(Executable read) {
        return assertThrows(WebApplicationException.class, read).getResponse().getStatus();
    }
}
