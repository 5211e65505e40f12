package dari.approvals;

import dari.kernel.BackgroundWork;
import dari.projects.ProjectId;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers whether papers will still be handed in to a board for a project: now, or when its word runs out. */
@Service
@BackgroundWork
@Transactional(readOnly = true)
public class RunningLooks {

    private final BoardApprovalRepository approvals;

    RunningLooks(BoardApprovalRepository approvals) {
        this.approvals = approvals;
    }

    /** Not where the board has no say, said no, or agreed on paper or without an end. */
    public boolean takePapers(ProjectId project, UUID board) {
        return approvals.findByProjectOrderByPlaceAscIdAsc(project).stream()
                .filter(one -> one.board().equals(board))
                .anyMatch(BoardApproval::takesPapers);
    }
}
