package dev.auditlog.sample.order;

import dev.auditlog.Sensitive;
import dev.auditlog.sample.http.Fields;
import dev.auditlog.sample.http.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A whole order, as a client sends it.
 *
 * @param customer name of the customer
 * @param amount what the customer pays
 * @param note free text
 * @param card number of the payment card; only its last four digits are kept
 * @param lines what is ordered
 */
public record OrderForm(
        @NotBlank @PlainText(max = 200) @Nullable String customer,
        @NotNull @Positive @Digits(integer = 9, fraction = 2) @Nullable BigDecimal amount,
        @PlainText(max = 2000) @Nullable String note,
        @Sensitive @Pattern(regexp = CARD, message = NO_CARD) @Nullable String card,
        @Size(max = 100) List<@Valid LineForm> lines)
        implements Form {

    static final String CARD = "(\\d[ -]?){11,18}\\d";
    static final String NO_CARD = "must have 12 to 19 digits";

    static OrderForm of(Fields sent) {
        return new OrderForm(
                sent.text("customer"),
                sent.number("amount"),
                sent.text("note"),
                sent.text("card"),
                sent.list("lines", LineForm::of, LineForm::of));
    }
}
