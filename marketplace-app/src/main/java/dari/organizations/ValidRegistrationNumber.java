package dari.organizations;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** A typed business registration number whose check digit is right, with or without hyphens. */
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = ValidRegistrationNumber.Check.class)
@interface ValidRegistrationNumber {

    String message() default "{organizations.signup.registrationNumber.bad}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Check implements ConstraintValidator<ValidRegistrationNumber, String> {

        @Override
        public boolean isValid(@Nullable String typed, ConstraintValidatorContext context) {
            return typed != null && BusinessRegistrationNumber.isValid(BusinessRegistrationNumber.normalized(typed));
        }
    }
}
