package dari.billing;

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

/** What the startup owes has been paid. */
@Component
class PaymentCondition implements AccessCondition {

    private final Billing billing;

    PaymentCondition(Billing billing) {
        this.billing = billing;
    }

    @Override
    public ConditionState check(ProjectView project, LocalDate today) {
        return Objects.requireNonNull(check(List.of(project), today).get(project.id()));
    }

    @Override
    public Map<ProjectId, ConditionState> check(List<ProjectView> projects, LocalDate today) {
        List<ProjectId> asked = projects.stream().map(ProjectView::id).toList();
        Set<ProjectId> settled = billing.settled(asked);
        return asked.stream()
                .collect(Collectors.toMap(
                        project -> project,
                        project -> new ConditionState("payment", settled.contains(project), "startup", null)));
    }

    @Override
    public int order() {
        return 30;
    }
}
