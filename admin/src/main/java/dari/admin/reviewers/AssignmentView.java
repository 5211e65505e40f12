package dari.admin.reviewers;

import dari.admin.CallView;
import dari.admin.ReviewTerms;
import java.util.List;

/**
 * The reviewers of a whole call.
 *
 * @param begun somebody was asked already: the call's way of reviewing is settled
 * @param rows those of the page that is shown
 * @param total how many applications there are
 * @param lacking reviews of all applications for which nobody is found yet
 * @param pairs reviews of all applications that are proposed
 * @param proposed whether there is a proposal that waits for its confirmation
 */
public record AssignmentView(
        CallView call,
        ReviewTerms terms,
        boolean begun,
        boolean proposed,
        List<AssignmentRow> rows,
        int total,
        int lacking,
        int pairs) {}
