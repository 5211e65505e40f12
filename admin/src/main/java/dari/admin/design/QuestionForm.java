package dari.admin.design;

import dari.admin.forms.Condition;
import dari.admin.forms.FormDefinition;
import dari.admin.forms.LocalText;
import dari.admin.forms.Option;
import dari.admin.forms.Question;
import dari.admin.forms.QuestionKind;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/**
 * A question, as typed.
 *
 * @param options one a line: Korean | English, led by the code where there is one already
 * @param when {@code question=option} of the earlier choice; empty where it is always asked
 */
record QuestionForm(
        @NotNull(message = "{calls.question.kind.missing}") QuestionKind kind,

        @NotBlank(message = "{calls.names.missing}") @Size(max = 200, message = "{admin.text.long}")
        String labelKo,

        @NotBlank(message = "{calls.names.missing}") @Size(max = 200, message = "{admin.text.long}")
        String labelEn,

        @Size(max = 500, message = "{admin.text.long}") @Nullable
        String helpKo,

        @Size(max = 500, message = "{admin.text.long}") @Nullable
        String helpEn,

        @Nullable Boolean required,
        @Nullable String mostLength,
        @Nullable String least,
        @Nullable String most,

        @Size(max = 4000, message = "{admin.text.long}") @Nullable
        String options,

        @Nullable String when) {

    private static final int MOST_LENGTH = 10_000;
    private static final long MOST_NUMBER = 999_999_999_999_999L;

    static final QuestionForm EMPTY =
            new QuestionForm(QuestionKind.LONG_TEXT, "", "", "", "", true, "1000", "", "", "", "");

    static QuestionForm of(Question question) {
        Condition when = question.when();
        return new QuestionForm(
                question.kind(),
                question.label().ko(),
                question.label().en(),
                question.help().ko(),
                question.help().en(),
                question.required(),
                question.mostLength() == 0 ? "" : Integer.toString(question.mostLength()),
                question.least() == null ? "" : question.least().toString(),
                question.most() == null ? "" : question.most().toString(),
                question.options().stream()
                        .map(o -> o.code() + " | " + o.label().ko() + " | "
                                + o.label().en())
                        .collect(Collectors.joining("\n")),
                when == null ? "" : when.question() + "=" + when.option());
    }

    void check(BindingResult errors) {
        if (errors.hasErrors()) {
            return;
        }
        if (kind.isWritten() && Typed.number(mostLength, 1, MOST_LENGTH).isEmpty()) {
            errors.rejectValue("mostLength", "calls.number.range", new Object[] {1, MOST_LENGTH}, null);
        }
        if (kind.hasOptions() && choices().size() < 2) {
            errors.rejectValue("options", "calls.question.options.bad");
        }
        if (kind == QuestionKind.NUMBER) {
            number(errors, "least", least);
            number(errors, "most", most);
        }
    }

    Question toQuestion(String id) {
        return new Question(
                id,
                kind,
                Typed.text(labelKo, labelEn),
                Typed.text(helpKo, helpEn),
                Typed.isTicked(required),
                kind.isWritten()
                        ? Typed.number(mostLength, 1, MOST_LENGTH).orElseThrow().intValue()
                        : 0,
                kind == QuestionKind.NUMBER ? bound(least) : null,
                kind == QuestionKind.NUMBER ? bound(most) : null,
                kind.hasOptions() ? choices() : List.of(),
                condition());
    }

    /** Every answer that this question could hang on, as value and label, those that come later left out by the form. */
    static List<Choice> conditions(FormDefinition form, @Nullable String self, Locale locale) {
        List<Choice> found = new ArrayList<>();
        for (Question question : form.questions()) {
            if (question.id().equals(self)) {
                break;
            }
            question.options()
                    .forEach(option -> found.add(new Choice(
                            question.id() + "=" + option.code(),
                            question.label().in(locale) + " → " + option.label().in(locale))));
        }
        return found;
    }

    /** A choice of a list: value and label. */
    public record Choice(String value, String label) {}

    private @Nullable Condition condition() {
        String typed = Typed.text(when);
        int at = typed.indexOf('=');
        return at < 1 ? null : new Condition(typed.substring(0, at), typed.substring(at + 1));
    }

    private List<Option> choices() {
        List<Option> found = new ArrayList<>();
        for (String line : Typed.text(options).split("\\R")) {
            String[] parts = line.split("\\|", -1);
            if (line.isBlank() || parts.length > 3) {
                continue;
            }
            List<String> taken = found.stream().map(Option::code).toList();
            String ko = parts[parts.length == 3 ? 1 : 0].strip();
            String en = parts[parts.length - 1].strip();
            if (!ko.isEmpty() && !en.isEmpty()) {
                found.add(new Option(
                        Typed.code(parts.length == 3 ? parts[0] : "", "option-", taken), new LocalText(ko, en)));
            }
        }
        return found;
    }

    private static @Nullable Long bound(@Nullable String typed) {
        return Typed.number(typed, 0, MOST_NUMBER).orElse(null);
    }

    private static void number(BindingResult errors, String field, @Nullable String typed) {
        if (!Typed.isBlank(typed) && bound(typed) == null) {
            errors.rejectValue(field, "admin.call.budget.bad");
        }
    }
}
