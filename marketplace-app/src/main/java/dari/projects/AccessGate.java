package dari.projects;

import dari.kernel.BackgroundWork;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The one question before every preparation and every access: does everything hold, now? */
@Service
@Transactional(readOnly = true)
public class AccessGate {

    private final List<AccessCondition> conditions;
    private final Clock clock;
    private final ZoneId seoul;

    AccessGate(List<AccessCondition> conditions, Clock clock, ZoneId seoul) {
        this.conditions = conditions.stream()
                .sorted(Comparator.comparingInt(AccessCondition::order))
                .toList();
        this.clock = clock;
        this.seoul = seoul;
    }

    /** Every condition as it is at this moment, in the order in which pages show them. */
    @BackgroundWork
    public List<ConditionState> check(ProjectView project) {
        return Objects.requireNonNull(check(List.of(project)).get(project.id()));
    }

    /** The same for several projects, read at once; by their ids. */
    @BackgroundWork
    public Map<ProjectId, List<ConditionState>> check(List<ProjectView> projects) {
        LocalDate today = LocalDate.now(clock.withZone(seoul));
        List<Map<ProjectId, ConditionState>> states = conditions.stream()
                .map(condition -> condition.check(projects, today))
                .toList();
        return projects.stream()
                .collect(Collectors.toMap(
                        ProjectView::id,
                        project -> project.status() == ProjectStatus.ENDED
                                ? List.of(new ConditionState("ended", false, "system", null))
                                : states.stream()
                                        .map(state -> Objects.requireNonNull(state.get(project.id())))
                                        .toList()));
    }

    @BackgroundWork
    public boolean isOpen(ProjectView project) {
        return check(project).stream().allMatch(ConditionState::holds);
    }
}
