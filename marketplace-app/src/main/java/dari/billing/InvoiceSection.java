package dari.billing;

import dari.projects.ProjectId;
import dari.projects.ProjectSection;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

@Component
class InvoiceSection implements ProjectSection {

    private final Billing billing;
    private final ObjectProvider<PaymentGateway> gateway;

    InvoiceSection(Billing billing, ObjectProvider<PaymentGateway> gateway) {
        this.billing = billing;
        this.gateway = gateway;
    }

    @Override
    public Map<String, Object> of(ProjectId project) {
        return billing.of(project)
                .<Map<String, Object>>map(view -> Map.of("invoice", view, "cards", gateway.getIfAvailable() != null))
                .orElse(Map.of());
    }
}
