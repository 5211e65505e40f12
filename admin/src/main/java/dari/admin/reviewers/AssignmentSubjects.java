package dari.admin.reviewers;

import dari.admin.ProgramNotFoundException;
import dari.admin.ProgramRuleBrokenException;
import dari.admin.ProgramSurroundings;
import dari.admin.ReviewCases;
import dari.admin.ReviewedApplication;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The applications that can be given reviewers, for those who are not bound to one of the same call. */
@Component
class AssignmentSubjects {

    private final ReviewCases cases;
    private final ProgramSurroundings surroundings;

    AssignmentSubjects(ReviewCases cases, ProgramSurroundings surroundings) {
        this.cases = cases;
        this.surroundings = surroundings;
    }

    List<ReviewedApplication> of(UUID call) {
        requireUnbound(call);
        return cases.applicationsOf(call).stream()
                .filter(ReviewedApplication::takesReviewers)
                .toList();
    }

    ReviewedApplication one(UUID call, UUID application) {
        requireUnbound(call);
        ReviewedApplication found = cases.application(application);
        if (!found.call().equals(call) || !found.takesReviewers()) {
            throw new ProgramNotFoundException("application");
        }
        return found;
    }

    void requireUnbound(UUID call) {
        cases.call(call);
        if (cases.isAnyOf(call, cases.hiddenFrom(surroundings.actor().user()))) {
            throw new ProgramRuleBrokenException("reviewers.rule.bound");
        }
    }
}
