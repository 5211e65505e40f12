package dari.billing;

import dari.projects.AccessCondition;
import dari.projects.ConditionState;
import dari.projects.ProjectView;
import java.time.LocalDate;
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
        return new ConditionState("payment", billing.isSettled(project.id()), "startup", null);
    }

    @Override
    public int order() {
        return 30;
    }
}
