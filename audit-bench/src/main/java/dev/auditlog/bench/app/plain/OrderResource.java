package dev.auditlog.bench.app.plain;

import dev.auditlog.bench.app.rest.NewOrder;
import dev.auditlog.bench.app.rest.Order;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Answers at once. */
@Path("orders")
@RequestScoped
public class OrderResource {

    /** Takes an order. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Order create(NewOrder sent) {
        return Order.of(sent);
    }
}
