package dari.workspace;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** A day as a date field sends it, {@code 2027-02-28}, that is in the calendar; blank is allowed. */
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = CalendarDate.Check.class)
public @interface CalendarDate {

    String message();

    /** The first year that is believed: documents may be older than anything else here. */
    int firstYear() default 2000;

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Check implements ConstraintValidator<CalendarDate, String> {

        private static final int LAST_YEAR = 2099;

        private int firstYear;

        @Override
        public void initialize(CalendarDate rule) {
            firstYear = rule.firstYear();
        }

        @Override
        public boolean isValid(@Nullable String typed, ConstraintValidatorContext context) {
            if (typed == null || typed.isBlank()) {
                return true;
            }
            try {
                int year = LocalDate.parse(typed).getYear();
                return year >= firstYear && year <= LAST_YEAR;
            } catch (DateTimeParseException e) {
                return false;
            }
        }
    }
}
