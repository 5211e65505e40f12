package dari.billing;

import dari.projects.ProjectId;
import dari.projects.ProjectSection;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
class InvoiceSection implements ProjectSection {

    private final Billing billing;

    InvoiceSection(Billing billing) {
        this.billing = billing;
    }

    @Override
    public Map<String, Object> of(ProjectId project) {
        return billing.of(project)
                .<Map<String, Object>>map(view -> Map.of("invoice", view))
                .orElse(Map.of());
    }
}
