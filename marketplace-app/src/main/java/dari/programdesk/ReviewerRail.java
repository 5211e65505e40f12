package dari.programdesk;

import dari.kernel.Face;
import dari.kernel.Role;
import dari.workspace.RailEntry;
import dari.workspace.RailSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** The reviewers' places in the rail of the program desk. */
@Component
class ReviewerRail implements RailSource {

    @Override
    public List<RailEntry> entries() {
        return List.of(
                RailEntry.of(
                        Face.PROGRAM, 22, "/program/reviewers", "people", "rail.reviewers", Role.PROGRAM_ADMINISTRATOR),
                RailEntry.of(
                        Face.PROGRAM, 52, "/reviews/profile", "mine", "rail.reviewerProfile", Role.PROGRAM_REVIEWER));
    }
}
