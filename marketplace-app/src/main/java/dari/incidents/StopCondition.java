package dari.incidents;

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

/** Nobody responsible has stopped the project's access. */
@Component
class StopCondition implements AccessCondition {

    private final AccessStopRepository stops;

    StopCondition(AccessStopRepository stops) {
        this.stops = stops;
    }

    @Override
    public ConditionState check(ProjectView project, LocalDate today) {
        return Objects.requireNonNull(check(List.of(project), today).get(project.id()));
    }

    @Override
    public Map<ProjectId, ConditionState> check(List<ProjectView> projects, LocalDate today) {
        Set<ProjectId> stopped = projects.isEmpty()
                ? Set.of()
                : stops.findStopped(projects.stream().map(ProjectView::id).toList());
        return projects.stream()
                .map(ProjectView::id)
                .collect(Collectors.toMap(
                        project -> project,
                        project -> new ConditionState("stopped", !stopped.contains(project), "hospital", null)));
    }

    @Override
    public int order() {
        return 5;
    }
}
