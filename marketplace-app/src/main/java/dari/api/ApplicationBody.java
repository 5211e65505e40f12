package dari.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dari.admin.ApplicationText;
import dari.admin.ApplicationView;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an applicant writes.
 *
 * @param call which call; set when the draft is made
 * @param introduction the introduction, wanted by both sides, that it applies with; set when the draft is made
 * @param summaryKo one plain paragraph that the public register will show
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ApplicationBody(
        @Nullable UUID call,
        @Nullable UUID introduction,
        String summaryKo,
        String summaryEn,
        String benefit,
        String plan) {

    static ApplicationBody of(ApplicationView one) {
        ApplicationText text = one.text();
        return new ApplicationBody(
                one.call().id(), one.introduction(), text.summaryKo(), text.summaryEn(), text.benefit(), text.plan());
    }

    ApplicationForm toForm() {
        return new ApplicationForm(FormRules.text(introduction), summaryKo, summaryEn, benefit, plan);
    }
}
