package dev.auditlog.sample.order;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OrderFormTest {

    private static final Validator VALIDATOR = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator()) // without an EL implementation
            .buildValidatorFactory()
            .getValidator();

    @Test
    void form_withCustomerAndAmount_isValid() {
        assertEquals(Set.of(), wrong("acme", "10", null));
        assertEquals(Set.of(), wrong("=HYPERLINK(\"x\")", "0.01", "4111 1111 1111 1111"));
    }

    @Test
    void form_withoutCustomerOrAmount_isInvalid() {
        assertEquals(Set.of("customer", "amount"), wrong("  ", null, null));
    }

    @Test
    void amount_notAboveZeroOrTooLong_isInvalid() {
        assertEquals(Set.of("amount"), wrong("acme", "0", null));
        assertEquals(Set.of("amount"), wrong("acme", "-1", null));
        assertEquals(Set.of("amount"), wrong("acme", "1e999999", null));
        assertEquals(Set.of("amount"), wrong("acme", "0.001", null));
    }

    @Test
    void card_thatIsNone_isInvalid() {
        assertEquals(Set.of("card"), wrong("acme", "1", "none"));
    }

    private static Set<String> wrong(@Nullable String customer, @Nullable String amount, @Nullable String card) {
        BigDecimal number = amount == null ? null : new BigDecimal(amount);
        return VALIDATOR.validate(new OrderForm(customer, number, null, card, List.of())).stream()
                .map(violation -> violation.getPropertyPath().toString())
                .collect(Collectors.toSet());
    }
}
