package dari.approvals;

import static dari.approvals.VoteChoice.ABSTAIN;
import static dari.approvals.VoteChoice.APPROVE;
import static dari.approvals.VoteChoice.APPROVE_WITH_CHANGES;
import static dari.approvals.VoteChoice.EXEMPT;
import static dari.approvals.VoteChoice.REFUSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dari.kernel.RuleBrokenException;
import java.util.List;
import org.junit.jupiter.api.Test;

class BallotTests {

    @Test
    void theMajorityOfYesAndNoDecides() {
        assertThat(outcome(2, APPROVE, APPROVE)).isEqualTo(ApprovalState.APPROVED);
        assertThat(outcome(3, APPROVE, APPROVE_WITH_CHANGES, REFUSE)).isEqualTo(ApprovalState.APPROVED_WITH_CHANGES);
        assertThat(outcome(2, EXEMPT, EXEMPT)).isEqualTo(ApprovalState.EXEMPT);
        assertThat(outcome(2, EXEMPT, APPROVE)).isEqualTo(ApprovalState.APPROVED);
        assertThat(outcome(3, REFUSE, REFUSE, APPROVE)).isEqualTo(ApprovalState.REFUSED);
        assertThat(outcome(3, APPROVE, ABSTAIN, ABSTAIN)).isEqualTo(ApprovalState.APPROVED);
    }

    @Test
    void tooFewVotesAndTiesDecideNothing() {
        assertThatThrownBy(() -> outcome(2, APPROVE)).isInstanceOf(RuleBrokenException.class);
        assertThatThrownBy(() -> outcome(2, APPROVE, REFUSE)).isInstanceOf(RuleBrokenException.class);
        assertThatThrownBy(() -> outcome(2, ABSTAIN, ABSTAIN)).isInstanceOf(RuleBrokenException.class);
    }

    private static ApprovalState outcome(int needed, VoteChoice... votes) {
        return new Ballot(List.of(votes)).outcome(needed);
    }
}
