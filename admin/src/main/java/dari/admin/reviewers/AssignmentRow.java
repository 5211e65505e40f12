package dari.admin.reviewers;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One application of a call that is being given reviewers.
 *
 * @param wanted reviews that the call asks for
 * @param asked reviews that are under way or in
 * @param chosen whom the proposal asks
 * @param reserves who is asked when somebody does not answer
 * @param free the best of those who could be added by hand, best fit first
 * @param freeInAll how many they are in all
 * @param excluded the first by name of those who cannot be, with every reason
 * @param excludedInAll how many they are in all
 * @param named whom the applicants named, with their reasons
 * @param why how many people each reason keeps away; said when somebody is lacking
 */
public record AssignmentRow(
        UUID application,
        String startupName,
        String hospitalName,
        int wanted,
        int asked,
        List<ProposedReviewer> chosen,
        List<ProposedReviewer> reserves,
        List<Standing> free,
        int freeInAll,
        List<Standing> excluded,
        int excludedInAll,
        Map<String, Integer> why,
        List<NamedPersonView> named) {

    /** Whether there are more people than the row shows. */
    public boolean hasMore() {
        return free.size() < freeInAll || excluded.size() < excludedInAll;
    }

    public int lacking() {
        return Math.max(0, wanted - asked - chosen.size());
    }

    /**
     * Somebody of the proposal.
     *
     * @param planned open reviews they would have with everything that is proposed
     */
    public record ProposedReviewer(Standing standing, boolean byHand, int planned) {}
}
