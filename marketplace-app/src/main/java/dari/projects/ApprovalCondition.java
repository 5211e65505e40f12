package dari.projects;

import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** The ethics board's approval is there and has not run out. */
@Component
class ApprovalCondition implements AccessCondition {

    @Override
    public ConditionState check(ProjectView project, LocalDate today) {
        return new ConditionState("approval", Projects.isApproved(project, today), "hospital", project.approvalUntil());
    }

    @Override
    public int order() {
        return 10;
    }
}
