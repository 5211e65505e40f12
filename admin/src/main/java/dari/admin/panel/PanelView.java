package dari.admin.panel;

import dari.admin.ApplicationStatus;
import dari.admin.BoardRow;
import dari.admin.CallView;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call's panel, as the office prepares and conducts it.
 *
 * @param appointed whether there is a panel yet
 * @param fixed whether it has voted already, so that its terms and members stand
 * @param lines those of the page that is shown
 * @param total how many applications there are
 * @param ranked whether places are given by the ranked list
 */
public record PanelView(
        CallView call,
        boolean appointed,
        boolean fixed,
        boolean ranked,
        PanelTerms terms,
        List<PanelPerson> members,
        @Nullable UUID chair,
        List<Line> lines,
        int total,
        long waiting) {

    /** An application and where its vote stands. */
    public record Line(BoardRow row, @Nullable BallotStatus ballot, boolean undecided) {
        public boolean mayOpen() {
            return row.ready() && row.application().status() == ApplicationStatus.IN_REVIEW;
        }
    }
}
