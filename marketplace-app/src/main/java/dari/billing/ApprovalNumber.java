package dari.billing;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The tax office's approval number of an electronic tax invoice (세금계산서 승인번호): the day of issue in eight digits, then
 * sixteen characters of the issuing service; often written with hyphens.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = ApprovalNumber.Check.class)
@interface ApprovalNumber {

    String message();

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Check implements ConstraintValidator<ApprovalNumber, String> {

        private static final Pattern SHAPE = Pattern.compile("\\d{8}[0-9a-z]{16}");
        private static final int DAY_DIGITS = 8;
        private static final int FIRST_YEAR = 2010;

        @Override
        public boolean isValid(@Nullable String typed, ConstraintValidatorContext context) {
            if (typed == null || typed.isBlank()) {
                return true;
            }
            String number = plain(typed);
            try {
                return SHAPE.matcher(number).matches()
                        && LocalDate.parse(number.substring(0, DAY_DIGITS), DateTimeFormatter.BASIC_ISO_DATE)
                                        .getYear()
                                >= FIRST_YEAR;
            } catch (DateTimeException e) {
                return false;
            }
        }

        /** Without hyphens and blanks, as it is kept. */
        static String plain(String typed) {
            return typed.replaceAll("[-\\s]", "").toLowerCase(Locale.ROOT);
        }

        static LocalDate day(String plain) {
            return LocalDate.parse(plain.substring(0, DAY_DIGITS), DateTimeFormatter.BASIC_ISO_DATE);
        }
    }
}
