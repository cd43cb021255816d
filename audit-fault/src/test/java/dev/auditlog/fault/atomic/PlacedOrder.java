package dev.auditlog.fault.atomic;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What the business changes. */
@Entity
@Table(name = "placed_order")
public class PlacedOrder {

    @Id
    @Column(name = "order_key")
    private String key;

    @Column(name = "parent")
    private String parent;

    protected PlacedOrder() {}

    PlacedOrder(String key, String parent) {
        this.key = key;
        this.parent = parent;
    }
}
