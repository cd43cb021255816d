package dev.auditlog.bench.app.auditedbusiness;

import dev.auditlog.Audited;
import dev.auditlog.Data;
import dev.auditlog.Outcomes;
import dev.auditlog.bench.app.business.OrderRow;
import dev.auditlog.bench.app.rest.NewOrder;
import dev.auditlog.bench.app.rest.Order;
import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Stores each order in a transaction; the guarantee stands in the application's META-INF/audit.properties. */
@Path("orders")
@RequestScoped
@Audited(data = Data.REQUEST, outcomes = Outcomes.ALL)
public class OrderResource {

    @PersistenceContext
    EntityManager em;

    /** Takes an order. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Transactional
    public Order create(NewOrder sent) {
        Order order = Order.of(sent);
        em.persist(new OrderRow(order));
        return order;
    }
}
