package dari.admin.reviewers;

import dari.admin.CallView;
import dari.admin.ReviewTerms;
import java.util.List;

/**
 * The reviewers of a whole call.
 *
 * @param begun somebody was asked already: the call's way of reviewing is settled
 * @param proposed whether there is a proposal that waits for its confirmation
 */
public record AssignmentView(
        CallView call, ReviewTerms terms, boolean begun, boolean proposed, List<AssignmentRow> rows) {

    public int lacking() {
        return rows.stream().mapToInt(AssignmentRow::lacking).sum();
    }

    public int pairs() {
        return rows.stream().mapToInt(row -> row.chosen().size()).sum();
    }
}
