package dev.auditlog.it.app;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A row of the application's own table. */
@Entity
public class Widget {

    @Id
    private String id;

    protected Widget() {}

    public Widget(String id) {
        this.id = id;
    }

    public String getId() {
        return id;
    }

    /** Appears in the server's exception page, which must not differ between two servers. */
    @Override
    public String toString() {
        return "Widget";
    }
}
