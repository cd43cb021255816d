package dev.auditlog.sample.order;

import dev.auditlog.Sensitive;
import dev.auditlog.sample.http.Fields;
import dev.auditlog.sample.http.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an order that change, in the manner of RFC 7396. What is null stays as it is.
 *
 * @param customer name of another customer
 * @param amount what the customer pays
 * @param note free text; the empty text takes the note away
 * @param card number of another payment card
 * @param lines all lines from now on
 * @param state the next state
 */
public record OrderPatch(
        @Size(min = 1) @PlainText(max = 200) @Nullable String customer,
        @Positive @Digits(integer = 9, fraction = 2) @Nullable BigDecimal amount,
        @PlainText(max = 2000) @Nullable String note,
        @Sensitive @Pattern(regexp = OrderForm.CARD, message = OrderForm.NO_CARD) @Nullable String card,
        @Size(max = 100) @Nullable List<@Valid LineForm> lines,
        @Nullable OrderState state)
        implements Form {

    static OrderPatch of(Fields sent) {
        String note = sent.text("note");
        String state = sent.text("state");
        return new OrderPatch(
                sent.text("customer"),
                sent.number("amount"),
                note == null && sent.has("note") ? "" : note, // RFC 7396: null takes a member away
                sent.text("card"),
                sent.has("lines") ? sent.list("lines", LineForm::of, LineForm::of) : null,
                state == null ? null : OrderState.fromString(state));
    }
}
