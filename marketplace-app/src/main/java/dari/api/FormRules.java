package dari.api;

import dari.api.door.FieldProblem;
import dari.api.door.ProblemException;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Holds a body against the rules of the form that a page would have sent, and names what is wrong field by field. */
@Component
class FormRules {

    private final Validator validator;
    private final MessageSource messages;

    FormRules(Validator validator, MessageSource messages) {
        this.validator = validator;
        this.messages = messages;
    }

    /** A rule between fields, which the form asks by itself. */
    record Rule(String field, boolean broken, String messageKey) {}

    /** @throws ProblemException when a rule is broken */
    <F> F check(F form, Rule... between) {
        return check(form, UnaryOperator.identity(), between);
    }

    /**
     * @param place where a field of the form stands in the body, by its name
     * @throws ProblemException when a rule is broken
     */
    <F> F check(F form, UnaryOperator<String> place, Rule... between) {
        List<FieldProblem> problems = new ArrayList<>(validator.validate(form).stream()
                .map(wrong ->
                        new FieldProblem(place.apply(wrong.getPropertyPath().toString()), wrong.getMessage()))
                .toList());
        for (Rule rule : between) {
            if (rule.broken() && problems.stream().noneMatch(p -> p.field().equals(rule.field()))) {
                String message = messages.getMessage(rule.messageKey(), null, LocaleContextHolder.getLocale());
                problems.add(new FieldProblem(rule.field(), message));
            }
        }
        if (!problems.isEmpty()) {
            problems.sort(Comparator.comparing(FieldProblem::field).thenComparing(FieldProblem::message));
            throw new ProblemException(problems);
        }
        return form;
    }

    /** A whole number or a day as the form takes it: as text, empty for none. */
    static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
