package dev.auditlog.sample.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderTest {

    private final Order order = new Order();

    @Test
    void card_afterPayment_isOnlyItsLastFourDigits() {
        order.payBy("4111-1111 1111 1234");
        assertEquals("…1234", order.toJson().getString("card"));
        assertFalse(order.toJson().toString().contains("4111"));
    }

    @Test
    void order_asJson_showsWhatWasSent() {
        order.sellTo(new Customer("acme"));
        order.cost(new BigDecimal("10"));
        order.remark("n");
        order.fill(List.of(new LineForm("bolt", 3)));
        order.moveTo(Depot.WEST, 7);
        assertEquals(
                "{\"id\":0,\"customer\":\"acme\",\"amount\":10.00,\"state\":\"OPEN\",\"depot\":\"WEST\",\"bay\":7,"
                        + "\"note\":\"n\",\"lines\":[{\"item\":\"bolt\",\"quantity\":3}]}",
                order.toJson().toString());
    }

    @Test
    void state_onlyGoesForward() {
        assertFalse(order.advance(OrderState.SHIPPED));
        assertTrue(order.advance(OrderState.PACKED));
        assertTrue(order.advance(OrderState.SHIPPED));
        assertFalse(order.advance(OrderState.OPEN));
        assertEquals(OrderState.SHIPPED, order.state());
    }
}
