package dari.admin.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FormDefinitionTests {

    private static final LocalText WORDS = new LocalText("말", "words");

    private final FormDefinition form = FormDefinition.PLAIN
            .withSection("more", WORDS, LocalText.NONE)
            .withQuestion("more", choice("model"))
            .withQuestion("more", text("guard", 20, new Condition("model", "generative")));

    private final Answers core = Answers.NONE
            .with(CoreQuestions.SUMMARY_KO, "요약")
            .with(CoreQuestions.SUMMARY_EN, "summary")
            .with(CoreQuestions.BENEFIT, "benefit")
            .with(CoreQuestions.PLAN, "plan");

    @Test
    void asksAConditionalQuestionOnlyWhereItsAnswerIsGiven() {
        assertThat(form.check(core.with("model", "other"))).isEmpty();
        assertThat(form.check(core.with("model", "generative")))
                .extracting(Problem::question, Problem::messageKey)
                .containsExactly(tuple("guard", "forms.answer.missing"));
        assertThat(form.check(core.with("model", "generative").with("guard", "yes")))
                .isEmpty();
    }

    @Test
    void aQuestionThatHangsOnOneNotAskedIsNotAskedEither() {
        FormDefinition chained = form.withQuestion("more", choice("second", new Condition("model", "generative")))
                .withQuestion("more", text("third", 20, new Condition("second", "generative")));
        Answers stale = core.with("model", "other").with("second", "generative");
        assertThat(chained.shown(stale)).extracting(Question::id).doesNotContain("second", "third");
        assertThat(chained.check(stale)).isEmpty();
    }

    @Test
    void saysEveryProblemAtItsQuestionInTheOrderOfTheForm() {
        Answers bad = core.with(CoreQuestions.SUMMARY_KO, "가".repeat(601)).with("model", "no such option");
        assertThat(form.check(bad))
                .extracting(Problem::question, Problem::messageKey)
                .containsExactly(tuple("summaryKo", "forms.answer.long"), tuple("model", "forms.answer.choice"));
    }

    @Test
    void numbersAndDatesKeepToTheirLimits() {
        FormDefinition asked = form.withQuestion("more", of("n", QuestionKind.NUMBER, 1L, 10L))
                .withQuestion("more", of("d", QuestionKind.DATE, null, null));
        Answers answers = core.with("model", "other");
        assertThat(problems(asked, answers.with("n", "0").with("d", "2027-02-30")))
                .containsExactly("forms.answer.small", "forms.answer.date");
        assertThat(problems(asked, answers.with("n", "11").with("d", "2027-02-28")))
                .containsExactly("forms.answer.large");
        assertThat(problems(asked, answers.with("n", "ten").with("d", "2027-02-28")))
                .containsExactly("forms.answer.number");
        assertThat(problems(asked, answers.with("n", "10").with("d", "2027-02-28")))
                .isEmpty();
    }

    @Test
    void cannotContradictItself() {
        fault("forms.fault.condition", () -> form.movedQuestion("model", false));
        fault("forms.fault.condition", () -> form.withoutQuestion("model"));
        fault("forms.fault.core", () -> form.withoutQuestion(CoreQuestions.PLAN));
        fault("forms.fault.core", () -> form.withoutSection("core").ofCall());
        fault("forms.fault.coreChanged", () -> form.withQuestion("core", text(CoreQuestions.BENEFIT, 20_000, null)));
    }

    @Test
    void movesQuestionsWithinAndBetweenSections() {
        assertThat(ids(form.movedQuestion(CoreQuestions.PLAN, false)))
                .isEqualTo(Map.of(
                        "core", List.of("summaryKo", "summaryEn", "benefit"),
                        "more", List.of("plan", "model", "guard")));
        assertThat(ids(form.movedQuestion("model", true)).get("core")).endsWith("plan", "model");
        assertThat(ids(form.movedQuestion(CoreQuestions.SUMMARY_KO, true))).isEqualTo(ids(form));
        assertThat(form.movedSection("core", true)).isEqualTo(form);
    }

    @Test
    void readsChoicesByTheirLabels() {
        Question model = form.question("model").orElseThrow();
        assertThat(model.shown(core.with("model", "generative"), Locale.ENGLISH))
                .isEqualTo("generative-en");
    }

    @Test
    void differenceJoinsToBothVersions() {
        TextDifference difference = TextDifference.between("자료를 6개월 뒤에 지웁니다.", "자료를 3개월 뒤에 모두 지웁니다.");
        assertThat(joined(difference, TextDifference.Kind.ADDED)).isEqualTo("자료를 6개월 뒤에 지웁니다.");
        assertThat(joined(difference, TextDifference.Kind.REMOVED)).isEqualTo("자료를 3개월 뒤에 모두 지웁니다.");
        assertThat(difference.pieces()).hasSizeGreaterThan(3);
        assertThat(TextDifference.between("같음", "같음").isUnchanged()).isTrue();
    }

    private static String joined(TextDifference difference, TextDifference.Kind without) {
        StringBuilder text = new StringBuilder();
        difference.pieces().stream()
                .filter(piece -> piece.kind() != without)
                .forEach(piece -> text.append(piece.text()));
        return text.toString();
    }

    private static List<String> problems(FormDefinition form, Answers answers) {
        return form.check(answers).stream().map(Problem::messageKey).toList();
    }

    private static Map<String, List<String>> ids(FormDefinition form) {
        return Map.of(
                "core",
                        form.sections().get(0).questions().stream()
                                .map(Question::id)
                                .toList(),
                "more",
                        form.sections().get(1).questions().stream()
                                .map(Question::id)
                                .toList());
    }

    private static void fault(String key, ThrowingCallable edit) {
        assertThatThrownBy(edit)
                .isInstanceOfSatisfying(
                        FormFault.class, e -> assertThat(e.messageKey()).isEqualTo(key));
    }

    private static Question text(String id, int most, @Nullable Condition when) {
        return new Question(id, QuestionKind.LONG_TEXT, WORDS, LocalText.NONE, true, most, null, null, List.of(), when);
    }

    private static Question of(String id, QuestionKind kind, @Nullable Long least, @Nullable Long most) {
        return new Question(id, kind, WORDS, LocalText.NONE, true, 0, least, most, List.of(), null);
    }

    private static Question choice(String id) {
        return choice(id, null);
    }

    private static Question choice(String id, @Nullable Condition when) {
        return new Question(
                id,
                QuestionKind.CHOICE,
                WORDS,
                LocalText.NONE,
                true,
                0,
                null,
                null,
                List.of(
                        new Option("generative", new LocalText("생성형", "generative-en")),
                        new Option("other", new LocalText("그 밖", "other-en"))),
                when);
    }
}
