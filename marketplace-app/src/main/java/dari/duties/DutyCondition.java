package dari.duties;

import dari.projects.AccessCondition;
import dari.projects.ConditionState;
import dari.projects.ProjectId;
import dari.projects.ProjectView;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** No duty is overdue that stops access. */
@Component
class DutyCondition implements AccessCondition {

    private final ProjectDuties duties;

    DutyCondition(ProjectDuties duties) {
        this.duties = duties;
    }

    @Override
    public ConditionState check(ProjectView project, LocalDate today) {
        return Objects.requireNonNull(check(List.of(project), today).get(project.id()));
    }

    @Override
    public Map<ProjectId, ConditionState> check(List<ProjectView> projects, LocalDate today) {
        Set<ProjectId> stopped = duties.stopped(projects, today);
        return projects.stream()
                .map(ProjectView::id)
                .collect(Collectors.toMap(
                        id -> id, id -> new ConditionState("duties", !stopped.contains(id), "startup", null)));
    }

    @Override
    public int order() {
        return 25;
    }
}
