package dev.auditlog.sample.order;

import dev.auditlog.sample.http.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the desk does with orders. Runs in the transaction of its caller. */
@ApplicationScoped
class OrderDesk {

    @PersistenceContext // the application's only persistence unit, so it needs no name
    private EntityManager em;

    @Inject
    private CustomerBook customers;

    /** The newest orders first; one more than a page holds, if there are more. */
    List<Order> page(@Nullable OrderState state, PageNumber page) {
        TypedQuery<Order> query = em.createNamedQuery(state == null ? "Order.page" : "Order.pageOfState", Order.class);
        if (state != null) {
            query.setParameter("state", state);
        }
        return query.setFirstResult(page.firstRow())
                .setMaxResults(PageNumber.SIZE + 1)
                .getResultList();
    }

    Order find(long id) {
        Order order = em.find(Order.class, id);
        if (order == null) {
            throw Problem.of(Status.NOT_FOUND, "There is no order " + id + ".");
        }
        return order;
    }

    Order create(OrderForm form) {
        Order order = new Order();
        fill(order, form);
        em.persist(order);
        em.flush(); // the database gives the id, and Location needs it
        return order;
    }

    Order replace(long id, OrderForm form) {
        Order order = find(id);
        fill(order, form);
        return order;
    }

    private void fill(Order order, OrderForm form) {
        order.sellTo(customers.named(form.customer()));
        order.cost(form.amount());
        order.remark(form.note());
        order.payBy(form.card());
        order.fill(form.lines());
    }

    Order change(long id, OrderPatch patch) {
        Order order = find(id);
        if (patch.state() != null && !order.advance(patch.state())) {
            throw Problem.of(
                    Status.CONFLICT, "An order that is " + order.state() + " cannot become " + patch.state() + ".");
        }
        if (patch.customer() != null) {
            order.sellTo(customers.named(patch.customer()));
        }
        if (patch.amount() != null) {
            order.cost(patch.amount());
        }
        if (patch.note() != null) {
            order.remark(patch.note());
        }
        if (patch.card() != null) {
            order.payBy(patch.card());
        }
        if (patch.lines() != null) {
            order.fill(patch.lines());
        }
        return order;
    }

    void remove(long id) {
        em.remove(find(id));
    }

    /**
     * Moves an order to another depot. Whether the bay is free shows only when the transaction commits: then the
     * database refuses a second order in it.
     */
    Order transfer(long id, TransferForm to) {
        Order order = find(id);
        if (order.state().isFinal()) {
            throw Problem.of(Status.CONFLICT, "An order that is " + order.state() + " stays where it is.");
        }
        Depot depot = to.depot() == null ? order.depot().next() : to.depot();
        order.moveTo(depot, to.bay() == null ? freeBay(depot) : to.bay());
        return order;
    }

    private int freeBay(Depot depot) {
        Integer last = em.createNamedQuery("Order.lastBay", Integer.class)
                .setParameter("depot", depot)
                .getSingleResult();
        return last == null ? 1 : last + 1;
    }
}
