package dev.auditlog.bench.app.rest;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The answer: small, and made without a database. */
public class Order {

    private static final AtomicLong LAST = new AtomicLong();

    /** Number of the order. */
    public long id;

    /** Always NEW. */
    public String state = "NEW";

    /** As it was sent. */
    public @Nullable String customer;

    /** Makes an order of what was sent. */
    public static Order of(NewOrder sent) {
        Order order = new Order();
        order.id = LAST.incrementAndGet();
        order.customer = sent.customer;
        return order;
    }
}
