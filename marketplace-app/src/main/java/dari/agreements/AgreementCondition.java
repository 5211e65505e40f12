package dari.agreements;

import dari.projects.AccessCondition;
import dari.projects.ConditionState;
import dari.projects.ProjectId;
import dari.projects.ProjectView;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
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
        return Objects.requireNonNull(check(List.of(project), today).get(project.id()));
    }

    @Override
    public Map<ProjectId, ConditionState> check(List<ProjectView> projects, LocalDate today) {
        Map<ProjectId, LocalDate> until =
                agreements.effectiveUntil(projects.stream().map(ProjectView::id).toList(), today);
        return projects.stream()
                .map(ProjectView::id)
                .collect(Collectors.toMap(
                        project -> project,
                        project -> new ConditionState(
                                "agreement", until.containsKey(project), "both", until.get(project))));
    }

    @Override
    public int order() {
        return 20;
    }
}
