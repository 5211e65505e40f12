package dari.boardforms;

import dari.admin.forms.Answers;
import dari.admin.forms.FormDefinition;
import dari.admin.forms.Question;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a board asks and what was answered to it.
 *
 * @param formNumber version of the form that is answered
 * @param files titles of the chosen documents by question, of answers that were handed in
 * @param handedInAt null for a draft
 */
public record AnswerSheet(
        FormDefinition form,
        int formNumber,
        Answers answers,
        Map<String, String> files,
        @Nullable Instant handedInAt) {

    public AnswerSheet {
        files = Map.copyOf(files);
    }

    /** The questions that these answers lead to. */
    public List<Question> shown() {
        return form.shown(answers);
    }
}
