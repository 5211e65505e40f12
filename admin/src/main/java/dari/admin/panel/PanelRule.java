package dari.admin.panel;

import dari.admin.DecisionOutcome;
import java.util.Collection;
import java.util.Optional;

/**
 * How votes become a result; published beside every vote ({@code panel.rule.text}). Abstentions count for the quorum and
 * not for the majority. In a tie the answer that gives less stands.
 */
final class PanelRule {

    /** One person is no panel. */
    static final int LEAST_QUORUM = 2;

    private PanelRule() {}

    /**
     * @param votes of those free of conflicts
     * @return empty when the quorum is missing or everybody abstained: the panel has to vote again
     */
    static Optional<DecisionOutcome> outcome(Collection<VoteChoice> votes, int quorum) {
        long plain = count(votes, VoteChoice.APPROVE);
        long conditional = count(votes, VoteChoice.APPROVE_WITH_CONDITIONS);
        long waitlist = count(votes, VoteChoice.WAITLIST);
        long counted = votes.size() - count(votes, VoteChoice.ABSTAIN);
        if (votes.size() < Math.max(quorum, LEAST_QUORUM) || counted == 0) {
            return Optional.empty();
        }
        if (2 * (plain + conditional) > counted) {
            return Optional.of(
                    plain > conditional ? DecisionOutcome.APPROVED : DecisionOutcome.APPROVED_WITH_CONDITIONS);
        }
        return Optional.of(
                2 * (plain + conditional + waitlist) > counted ? DecisionOutcome.WAITLISTED : DecisionOutcome.REJECTED);
    }

    private static long count(Collection<VoteChoice> votes, VoteChoice choice) {
        return votes.stream().filter(vote -> vote == choice).count();
    }
}
