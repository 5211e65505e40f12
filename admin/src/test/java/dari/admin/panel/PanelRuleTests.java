package dari.admin.panel;

import static dari.admin.panel.VoteChoice.ABSTAIN;
import static dari.admin.panel.VoteChoice.APPROVE;
import static dari.admin.panel.VoteChoice.APPROVE_WITH_CONDITIONS;
import static dari.admin.panel.VoteChoice.REJECT;
import static dari.admin.panel.VoteChoice.WAITLIST;
import static org.assertj.core.api.Assertions.assertThat;

import dari.admin.DecisionOutcome;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PanelRuleTests {

    @Test
    void theMajorityOfThoseWhoDoNotAbstainDecides() {
        assertThat(outcome(APPROVE, APPROVE, REJECT)).contains(DecisionOutcome.APPROVED);
        assertThat(outcome(APPROVE, ABSTAIN, ABSTAIN)).contains(DecisionOutcome.APPROVED);
        assertThat(outcome(REJECT, REJECT, APPROVE)).contains(DecisionOutcome.REJECTED);
        assertThat(outcome(WAITLIST, APPROVE, REJECT)).contains(DecisionOutcome.WAITLISTED);
    }

    @Test
    void aTieGivesLess() {
        assertThat(outcome(APPROVE, REJECT)).contains(DecisionOutcome.REJECTED);
        assertThat(outcome(APPROVE, WAITLIST)).contains(DecisionOutcome.WAITLISTED);
        assertThat(outcome(APPROVE, APPROVE_WITH_CONDITIONS)).contains(DecisionOutcome.APPROVED_WITH_CONDITIONS);
        assertThat(outcome(APPROVE, APPROVE, APPROVE_WITH_CONDITIONS)).contains(DecisionOutcome.APPROVED);
    }

    @Test
    void withoutAQuorumOrWithOnlyAbstentionsNothingIsDecided() {
        assertThat(PanelRule.outcome(List.of(APPROVE, APPROVE), 3)).isEmpty();
        assertThat(PanelRule.outcome(List.of(APPROVE, APPROVE, ABSTAIN), 3)).contains(DecisionOutcome.APPROVED);
        assertThat(outcome(ABSTAIN, ABSTAIN)).isEmpty();
    }

    @Test
    void onePersonIsNeverAPanel() {
        assertThat(PanelRule.outcome(List.of(APPROVE), 1)).isEmpty();
    }

    private static Optional<DecisionOutcome> outcome(VoteChoice... votes) {
        return PanelRule.outcome(List.of(votes), 2);
    }
}
