package dari.billing;

import dari.billing.PaymentGateway.Checkout;
import dari.kernel.NotFoundException;
import dari.projects.ProjectId;
import dari.projects.Projects;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Leads a startup to the payment provider's page. */
@Controller
class CardPaymentController {

    private final Billing billing;
    private final Projects projects;
    private final ObjectProvider<PaymentGateway> gateway;
    private final String baseUrl;

    CardPaymentController(
            Billing billing,
            Projects projects,
            ObjectProvider<PaymentGateway> gateway,
            @Value("${dari.base-url}") String baseUrl) {
        this.billing = billing;
        this.projects = projects;
        this.gateway = gateway;
        this.baseUrl = baseUrl;
    }

    @PostMapping("/projects/{project}/pay")
    String pay(@PathVariable UUID project) {
        ProjectId id = new ProjectId(project);
        CardPayment owed = billing.owedByMe(id);
        PaymentGateway open = gateway.getIfAvailable();
        if (open == null) {
            throw new NotFoundException("card payment");
        }
        String page = open.begin(new Checkout(
                id,
                projects.show(id).number(),
                owed.won(),
                owed.attempt(),
                baseUrl + "/projects/" + project + "?payment=back",
                baseUrl + "/projects/" + project));
        return "redirect:" + page;
    }
}
