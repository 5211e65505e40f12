package dari.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dari.admin.ApplicationDraft;
import dari.admin.ApplicationText;
import dari.admin.ApplicationView;
import dari.admin.eligibility.Declaration;
import dari.admin.eligibility.Fact;
import dari.admin.forms.Answers;
import dari.admin.forms.CoreQuestions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an applicant writes.
 *
 * @param call which call; set when the draft is made
 * @param introduction the introduction, wanted by both sides, that it applies with; set when the draft is made
 * @param summaryKo one plain paragraph that the public register will show
 * @param track code of the kind of award, where the call has several
 * @param answers to the further questions of the call's form, by the question's id: choices by their codes
 * @param declared facts that the call's rules ask for, by their names
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ApplicationBody(
        @Nullable UUID call,
        @Nullable UUID introduction,
        String summaryKo,
        String summaryEn,
        String benefit,
        String plan,
        @Nullable String track,
        @Nullable Map<String, List<String>> answers,
        @Nullable Map<Fact, String> declared) {

    static ApplicationBody of(ApplicationView one) {
        ApplicationText text = one.text();
        Map<String, List<String>> further = new TreeMap<>(one.draft().answers().values());
        further.keySet().removeIf(CoreQuestions::isCore);
        return new ApplicationBody(
                one.call().id(),
                one.introduction(),
                text.summaryKo(),
                text.summaryEn(),
                text.benefit(),
                text.plan(),
                one.draft().track().isEmpty() ? null : one.draft().track(),
                further,
                one.draft().declared().facts());
    }

    /** The same, as the form keeps it. */
    ApplicationDraft toDraft() {
        Map<String, List<String>> all = new TreeMap<>(Objects.requireNonNullElse(answers, Map.of()));
        all.put(CoreQuestions.SUMMARY_KO, List.of(summaryKo));
        all.put(CoreQuestions.SUMMARY_EN, List.of(summaryEn));
        all.put(CoreQuestions.BENEFIT, List.of(benefit));
        all.put(CoreQuestions.PLAN, List.of(plan));
        return new ApplicationDraft(
                Objects.requireNonNullElse(track, ""),
                new Answers(all),
                new Declaration(Objects.requireNonNullElse(declared, Map.of())));
    }

    ApplicationForm toForm() {
        return new ApplicationForm(FormRules.text(introduction), summaryKo, summaryEn, benefit, plan);
    }
}
