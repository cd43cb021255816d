package dev.auditlog.sample.order;

import dev.auditlog.sample.http.Fields;
import dev.auditlog.sample.http.PlainText;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * One line of an order, as a client sends it: a text, or an object with these members.
 *
 * @param item what is ordered
 * @param quantity how many pieces; 1 unless said otherwise
 */
public record LineForm(@PlainText(max = 200) @Nullable String item, @Min(1) @Max(1_000_000) int quantity) {

    static LineForm of(String item) {
        return new LineForm(item, 1);
    }

    static LineForm of(Fields sent) {
        Integer quantity = sent.whole("quantity");
        return new LineForm(sent.text("item"), quantity == null ? 1 : quantity);
    }
}
