package dari.approvals;

import dari.kernel.RuleBrokenException;
import java.util.List;

/** Counts votes. A majority of those who said yes or no decides; a tie decides nothing. */
record Ballot(List<VoteChoice> votes) {

    /**
     * @param needed how many have to take part, abstaining included
     * @throws RuleBrokenException when too few voted, or as many are for it as against
     */
    ApprovalState outcome(int needed) {
        if (votes.size() < needed) {
            throw new RuleBrokenException("approvals.rule.votes", votes.size(), needed);
        }
        long yes = votes.stream().filter(VoteChoice::isYes).count();
        long no = votes.stream().filter(vote -> vote == VoteChoice.REFUSE).count();
        if (yes == no) {
            throw new RuleBrokenException("approvals.rule.tie");
        }
        if (no > yes) {
            return ApprovalState.REFUSED;
        }
        if (votes.contains(VoteChoice.APPROVE_WITH_CHANGES)) {
            return ApprovalState.APPROVED_WITH_CHANGES;
        }
        return votes.contains(VoteChoice.APPROVE) ? ApprovalState.APPROVED : ApprovalState.EXEMPT;
    }
}
