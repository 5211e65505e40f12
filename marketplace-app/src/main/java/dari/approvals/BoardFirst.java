package dari.approvals;

import dari.agreements.BeforeSigning;
import dari.projects.ProjectId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A board looks at recipe, profile and tier before anybody signs. */
@Component
class BoardFirst implements BeforeSigning {

    private final BoardApprovalRepository approvals;

    BoardFirst(BoardApprovalRepository approvals) {
        this.approvals = approvals;
    }

    @Override
    public Optional<String> missing(ProjectId project) {
        boolean decided = approvals.findByProjectOrderByPlaceAscIdAsc(project).stream()
                .allMatch(one -> one.state().isAgreed() || one.state() == ApprovalState.NOT_NEEDED);
        return decided ? Optional.empty() : Optional.of("approvals.rule.boardFirst");
    }
}
