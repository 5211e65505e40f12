package dari.workspace;

import dari.matching.vocabulary.Concept;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

/** A name of a concept of the vocabulary, in either language; blank is allowed. What comes near is said. */
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = ConceptName.Check.class)
public @interface ConceptName {

    /** Kind of the concept, e.g. {@code disease}. */
    String value();

    String message() default "{ui.concept.unknown}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Check implements ConstraintValidator<ConceptName, String> {

        private static final int NEAR = 3;

        private final Concepts concepts;
        private String kind = "";

        Check(Concepts concepts) {
            this.concepts = concepts;
        }

        @Override
        public void initialize(ConceptName wanted) {
            kind = wanted.value();
        }

        @Override
        public boolean isValid(@Nullable String typed, ConstraintValidatorContext context) {
            if (typed == null || typed.isBlank() || concepts.find(kind, typed).isPresent()) {
                return true;
            }
            Locale locale = LocaleContextHolder.getLocale();
            String near = concepts.near(kind, typed, NEAR).stream()
                    .map((Concept concept) -> concept.label(locale))
                    .collect(Collectors.joining(", "));
            if (!near.isEmpty()) {
                context.disableDefaultConstraintViolation();
                context.unwrap(HibernateConstraintValidatorContext.class)
                        .addMessageParameter("near", near)
                        .buildConstraintViolationWithTemplate("{ui.concept.near}")
                        .addConstraintViolation();
            }
            return false;
        }
    }
}
