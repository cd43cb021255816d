package dev.auditlog.bench.app.business;

import dev.auditlog.bench.app.rest.Order;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The row that the business transaction writes. */
@Entity
@Table(name = "bench_order")
public class OrderRow {

    @Id
    String id = UUID.randomUUID().toString();

    @Nullable
    String customer;

    String state = "";

    /** For JPA. */
    protected OrderRow() {}

    /** The row of an order. */
    public OrderRow(Order order) {
        customer = order.customer;
        state = order.state;
    }
}
