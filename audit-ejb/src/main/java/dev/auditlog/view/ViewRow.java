package dev.auditlog.view;

import dev.auditlog.query.Order;
import dev.auditlog.store.UtcMicros;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One saved view. Empty texts are null: some databases take the one for the other. */
@Entity(name = "ViewRow")
@Table(name = "audit_view")
public class ViewRow {

    @Id
    String id = "";

    String owner = "";

    String name = "";

    /** {@link ViewRules#key} of the name. */
    @Column(name = "name_key")
    String nameKey = "";

    boolean shared;

    @Column(name = "query_text")
    @Nullable
    String query;

    @Column(name = "range_from")
    @Nullable
    String from;

    @Column(name = "range_to")
    @Nullable
    String to;

    @Column(name = "sort_order")
    String order = Order.NEWEST.name();

    @Column(name = "created_us")
    @Convert(converter = UtcMicros.class)
    Instant created = Instant.EPOCH;

    @Column(name = "changed_us")
    @Convert(converter = UtcMicros.class)
    Instant changed = Instant.EPOCH;

    protected ViewRow() {}

    ViewRow(String id, String owner, Instant now) {
        this.id = id;
        this.owner = owner;
        this.created = now;
        this.changed = now;
    }

    void setName(String text) {
        name = text;
        nameKey = ViewRules.key(text);
    }

    /** All but the name. */
    void setContent(ViewContent content) {
        query = orNull(content.query());
        from = orNull(content.from());
        to = orNull(content.to());
        order = content.order().name();
    }

    View toView() {
        ViewContent content = new ViewContent(name, text(query), text(from), text(to), Order.valueOf(order));
        return new View(id, owner, shared, content, created, changed);
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
