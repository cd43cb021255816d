package dev.auditlog.sample.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** Finds a customer by name, or adds one. Two clerks who add the same name at once get one 409 between them. */
@ApplicationScoped
class CustomerBook {

    @PersistenceContext
    private EntityManager em;

    Customer named(String name) {
        List<Customer> known = em.createNamedQuery("Customer.byName", Customer.class)
                .setParameter("name", name)
                .getResultList();
        if (!known.isEmpty()) {
            return known.get(0);
        }
        Customer added = new Customer(name);
        em.persist(added);
        return added;
    }
}
