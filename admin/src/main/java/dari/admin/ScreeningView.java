package dari.admin;

import dari.admin.eligibility.Finding;
import dari.admin.forms.Answers;
import dari.admin.forms.Question;
import dari.admin.forms.TextDifference;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An application as the office screens it.
 *
 * @param answers as they were last handed in: what is changed since a return is not the office's yet
 * @param questions those that these answers lead to
 * @param files titles of the files of the last submission, by question
 * @param findings what the call's rules say of it now
 * @param checks what documents and lists leave to decide
 * @param money what it asks for against what the call pays
 * @param submissions every time it was handed in, the newest first
 * @param changes what changed since the submission before; empty for the first
 * @param latestReturn the last day that a return can ask for by default
 */
public record ScreeningView(
        ApplicationView application,
        List<MemberView> members,
        Answers answers,
        List<Question> questions,
        Map<String, String> files,
        List<Finding> findings,
        AwardChecks.Count checks,
        @Nullable AskedMoney money,
        List<ReceiptView> submissions,
        List<Change> changes,
        LocalDate latestReturn) {

    /**
     * @param asked what the office had asked to change here; null where the applicant changed it unasked
     */
    public record Change(Question question, @Nullable String asked, TextDifference difference) {}

    public Optional<Change> change(String question) {
        return changes.stream()
                .filter(change -> change.question().id().equals(question))
                .findFirst();
    }
}
