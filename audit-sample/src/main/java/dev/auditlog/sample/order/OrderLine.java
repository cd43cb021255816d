package dev.auditlog.sample.order;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** One line of an order. */
@Embeddable
class OrderLine {

    @Column(length = 200)
    private @Nullable String item;

    private int quantity;

    protected OrderLine() {}

    OrderLine(LineForm form) {
        item = form.item();
        quantity = form.quantity();
    }

    JsonObjectBuilder toJson() {
        var json = Json.createObjectBuilder();
        if (item != null) {
            json.add("item", item);
        }
        return json.add("quantity", quantity);
    }
}
