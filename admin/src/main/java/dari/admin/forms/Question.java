package dari.admin.forms;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A question of a form.
 *
 * @param id stable for the life of the form; answers are kept by it
 * @param mostLength characters that a written answer may have
 * @param least smallest number; null for none
 * @param most largest number; null for none
 * @param when null where it is always asked
 */
public record Question(
        String id,
        QuestionKind kind,
        LocalText label,
        LocalText help,
        boolean required,
        int mostLength,
        @Nullable Long least,
        @Nullable Long most,
        List<Option> options,
        @Nullable Condition when) {

    public Question {
        options = List.copyOf(options);
    }

    public static Question written(String id, QuestionKind kind, LocalText label, LocalText help, int mostLength) {
        return new Question(id, kind, label, help, true, mostLength, null, null, List.of(), null);
    }

    public boolean isShown(Answers answers) {
        return when == null || answers.all(when.question()).contains(when.option());
    }

    /** What is wrong with an answer that is not empty. */
    Optional<Problem> check(Answers answers) {
        String given = answers.of(id);
        return switch (kind) {
            case TEXT, LONG_TEXT ->
                given.length() > mostLength ? problem("forms.answer.long", mostLength, given.length()) : none();
            case NUMBER -> number(given);
            case DATE -> isDate(given) ? none() : problem("forms.answer.date");
            case CHOICE, CHOICES ->
                answers.all(id).stream().allMatch(this::isOption) && (kind == QuestionKind.CHOICES || isSingle(answers))
                        ? none()
                        : problem("forms.answer.choice");
            case FILE -> none();
        };
    }

    Problem missing() {
        return new Problem(id, kind == QuestionKind.FILE ? "forms.answer.noFile" : "forms.answer.missing", List.of());
    }

    private Optional<Problem> number(String given) {
        if (!given.matches("-?[0-9]{1,15}(\\.[0-9]{1,6})?")) {
            return problem("forms.answer.number");
        }
        BigDecimal value = new BigDecimal(given);
        if (least != null && value.compareTo(new BigDecimal(BigInteger.valueOf(least))) < 0) {
            return problem("forms.answer.small", least);
        }
        return most != null && value.compareTo(new BigDecimal(BigInteger.valueOf(most))) > 0
                ? problem("forms.answer.large", most)
                : none();
    }

    private boolean isSingle(Answers answers) {
        return answers.all(id).size() == 1;
    }

    private boolean isOption(String code) {
        return options.stream().anyMatch(option -> option.code().equals(code));
    }

    private static boolean isDate(String given) {
        try {
            LocalDate.parse(given);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private Optional<Problem> problem(String key, Object... arguments) {
        return Optional.of(new Problem(id, key, List.of(arguments)));
    }

    private static Optional<Problem> none() {
        return Optional.empty();
    }
}
