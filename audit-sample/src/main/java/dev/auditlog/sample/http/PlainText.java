package dev.auditlog.sample.http;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Text that every database can keep: of bounded length, without U+0000, without half of a surrogate pair. */
@Constraint(validatedBy = PlainText.Validator.class)
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface PlainText {

    /** How many characters there may be, in UTF-16 units. */
    int max();

    String message() default "must be text of at most {max} characters, without U+0000 and lone surrogates";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Checks it; null is valid. */
    class Validator implements ConstraintValidator<PlainText, String> {

        private int max;

        @Override
        public void initialize(PlainText annotation) {
            max = annotation.max();
        }

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null
                    || text.length() <= max
                            && text.indexOf('\0') < 0
                            && StandardCharsets.UTF_8.newEncoder().canEncode(text);
        }
    }
}
