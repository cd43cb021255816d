package dev.auditlog.sample.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlainTextTest {

    private static final Validator VALIDATOR = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator()) // without an EL implementation
            .buildValidatorFactory()
            .getValidator();

    private record Note(@PlainText(max = 5) @Nullable String text) {}

    @Test
    void text_thatDatabasesKeep_isValid() {
        assertEquals(0, errors(null));
        assertEquals(0, errors("12345"));
        assertEquals(0, errors("\t=1\n"));
        assertEquals(0, errors("\ud83d\udd25"));
    }

    @Test
    void text_thatSomeDatabaseRefuses_isInvalid() {
        assertEquals(1, errors("123456"));
        assertEquals(1, errors("a\0b"));
        assertEquals(1, errors("a\ud800"));
    }

    private static int errors(@Nullable String text) {
        return VALIDATOR.validate(new Note(text)).size();
    }
}
