package dev.auditlog.sample.order;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;

/** Somebody who orders; known by name. */
@Entity
@Table(name = "sample_customer")
@NamedQuery(name = "Customer.byName", query = "select c from Customer c where c.name = :name")
class Customer {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(unique = true, nullable = false, length = 200)
    private String name = "";

    protected Customer() {}

    Customer(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }
}
