package dari.agreements;

import dari.projects.AccessCondition;
import dari.projects.ConditionState;
import dari.projects.ProjectView;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Both sides signed, and the agreement has not run out. */
@Component
class AgreementCondition implements AccessCondition {

    private final Agreements agreements;

    AgreementCondition(Agreements agreements) {
        this.agreements = agreements;
    }

    @Override
    public ConditionState check(ProjectView project, LocalDate today) {
        Optional<LocalDate> until = agreements.effectiveUntil(project.id(), today);
        return new ConditionState("agreement", until.isPresent(), "both", until.orElse(null));
    }

    @Override
    public int order() {
        return 20;
    }
}
