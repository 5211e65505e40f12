package dari.admin.panel;

import java.util.List;

/**
 * What a member votes, and why.
 *
 * @param conditions what the approval should ask for; only with {@link VoteChoice#APPROVE_WITH_CONDITIONS}
 */
public record CastVote(VoteChoice choice, String reason, List<String> conditions) {

    /** The most conditions that an approval can carry, and the most characters of one. */
    static final int MOST_CONDITIONS = 10;

    static final int LONGEST_CONDITION = 180;

    public CastVote {
        conditions = choice == VoteChoice.APPROVE_WITH_CONDITIONS ? List.copyOf(conditions) : List.of();
    }
}
