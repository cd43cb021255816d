package dev.auditlog.view;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What a person's list begins with. */
@Entity(name = "DefaultViewRow")
@Table(name = "audit_default_view")
public class DefaultViewRow {

    @Id
    String person = "";

    @Column(name = "view_key")
    String key = "";

    protected DefaultViewRow() {}

    DefaultViewRow(String person, String key) {
        this.person = person;
        this.key = key;
    }
}
