package dari.approvals;

import dari.admin.forms.Answers;
import dari.admin.forms.Problem;
import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.boardforms.AnswerSheet;
import dari.boardforms.BoardForms;
import dari.kernel.RuleBrokenException;
import dari.kernel.SignedIn;
import dari.kernel.StartupMember;
import dari.projects.ProjectStatus;
import dari.projects.ProjectView;
import dari.projects.Projects;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The forms of the boards on a project's way: filled by the startup, read by both sides once handed in. */
@Service
@Transactional
public class BoardSheets {

    private final Approvals approvals;
    private final BoardForms forms;
    private final Projects projects;
    private final History history;

    BoardSheets(Approvals approvals, BoardForms forms, Projects projects, History history) {
        this.approvals = approvals;
        this.forms = forms;
        this.projects = projects;
        this.history = history;
    }

    /** What a board asks and the startup has answered so far; empty where it asks nothing. */
    @StartupMember
    @Transactional(readOnly = true)
    public Optional<AnswerSheet> draft(UUID approval) {
        return forms.draft(approval, approvals.mine(approval).board());
    }

    /** What keeps it from being handed in. */
    @StartupMember
    @Transactional(readOnly = true)
    public List<Problem> problems(UUID approval) {
        return forms.problems(approval, approvals.mine(approval).board());
    }

    /**
     * Keeps what was typed.
     *
     * @throws RuleBrokenException once it was handed in, until the board sends it back
     */
    @StartupMember
    public void write(UUID approval, Answers typed) {
        ApprovalView found = approvals.mine(approval);
        ProjectView project = projects.show(found.project());
        if (project.status() == ProjectStatus.ENDED) {
            throw new RuleBrokenException("projects.rule.ended");
        }
        if (!found.state().isToHandIn()) {
            throw new RuleBrokenException("boardforms.rule.handedIn");
        }
        forms.write(approval, found.board(), typed);
        history.record(HistoryEntry.of("approval.form", "project", project.id().value())
                .with("board", found.board()));
    }

    /** What was handed in last, for both sides; empty before. */
    @SignedIn
    @Transactional(readOnly = true)
    public Optional<AnswerSheet> handedIn(UUID approval) {
        approvals.mine(approval);
        return Optional.ofNullable(forms.handedIn(List.of(approval)).get(approval));
    }
}
