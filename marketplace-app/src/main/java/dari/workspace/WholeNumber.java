package dari.workspace;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A whole number as it was typed, with or without thousands separators; blank is allowed unless required. Forms keep the
 * text, so that what was typed is still there when it is wrong.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = WholeNumber.Check.class)
public @interface WholeNumber {

    long min() default 0;

    long max() default Long.MAX_VALUE;

    boolean required() default false;

    String message();

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Check implements ConstraintValidator<WholeNumber, String> {

        private static final Pattern DIGITS = Pattern.compile("[0-9]{1,18}");

        private long min;
        private long max;
        private boolean required;

        @Override
        public void initialize(WholeNumber rule) {
            min = rule.min();
            max = rule.max();
            required = rule.required();
        }

        @Override
        public boolean isValid(@Nullable String typed, ConstraintValidatorContext context) {
            if (!isWhole(typed)) {
                return false;
            }
            Long number = WholeNumbers.parse(typed);
            return number == null ? !required : number >= min && number <= max;
        }

        /** Whether a text is a whole number or blank, and can be parsed. */
        public static boolean isWhole(@Nullable String typed) {
            String digits = typed == null ? "" : typed.replaceAll("[,\\s]", "");
            return digits.isEmpty() || DIGITS.matcher(digits).matches();
        }
    }
}
