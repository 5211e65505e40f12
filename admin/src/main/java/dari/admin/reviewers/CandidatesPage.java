package dari.admin.reviewers;

import dari.admin.CallView;
import java.util.List;
import java.util.UUID;

/**
 * Everybody who reviews for the program, as candidates for one application: first those whom the office may add, the best fit
 * first, then the others with every reason.
 *
 * @param candidates those of the page that is shown
 * @param total how many were found
 */
public record CandidatesPage(
        CallView call,
        UUID application,
        String startupName,
        String hospitalName,
        List<Candidate> candidates,
        int total) {

    /** @param planned whether the proposal has the person already, as a reviewer or in reserve */
    public record Candidate(Standing standing, boolean planned) {

        public boolean mayBeAdded() {
            return !planned && standing.isOpenToHand();
        }
    }
}
