package dari.approvals;

import dari.kernel.BackgroundWork;
import dari.projects.ProjectId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers whether a board looked at a project again: by deciding, or by making its word hold longer. */
@Service
@BackgroundWork
@Transactional(readOnly = true)
public class RenewedLooks {

    private final BoardApprovalRepository approvals;

    RenewedLooks(BoardApprovalRepository approvals) {
        this.approvals = approvals;
    }

    /** @param board the one that has to have looked; null for any */
    public boolean since(ProjectId project, @Nullable UUID board, Instant time) {
        return approvals.findByProjectOrderByPlaceAscIdAsc(project).stream()
                .filter(one -> board == null || one.board().equals(board))
                .filter(one -> one.state().isAgreed())
                .anyMatch(one -> one.view().changedAt().isAfter(time));
    }
}
