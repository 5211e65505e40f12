package dari.admin.reviewers;

import java.util.List;
import java.util.UUID;

/**
 * A reviewer as those who run the program see them.
 *
 * @param open reviews they owe at present
 * @param asked how often they were asked, ever
 * @param done reviews that they handed in
 * @param late how often somebody else was asked, or the last day went by
 * @param conflicts how often a conflict kept them from reviewing after they were asked
 */
public record DirectoryRow(
        UUID id,
        String name,
        ReviewerAbility ability,
        boolean away,
        List<Tie> ties,
        int open,
        int asked,
        int done,
        int late,
        int conflicts) {}
