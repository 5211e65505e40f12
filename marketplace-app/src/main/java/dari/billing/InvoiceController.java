package dari.billing;

import dari.kernel.Actor;
import dari.kernel.CurrentActor;
import dari.kernel.NotFoundException;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.projects.ProjectId;
import dari.projects.ProjectView;
import dari.projects.Projects;
import dari.quotes.Quotes;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The invoice on paper, and where its hospital names the tax invoice. */
@Controller
@RequestMapping("/projects/{project}/invoice")
class InvoiceController {

    private final Billing billing;
    private final TaxInvoices taxInvoices;
    private final Projects projects;
    private final Quotes quotes;
    private final CurrentActor currentActor;

    InvoiceController(
            Billing billing, TaxInvoices taxInvoices, Projects projects, Quotes quotes, CurrentActor currentActor) {
        this.billing = billing;
        this.taxInvoices = taxInvoices;
        this.projects = projects;
        this.quotes = quotes;
        this.currentActor = currentActor;
    }

    record TaxForm(
            @NotBlank(message = "{billing.tax.bad}") @ApprovalNumber(message = "{billing.tax.bad}")
            String approval) {}

    @GetMapping
    String show(@PathVariable UUID project, Model model) {
        ProjectId id = new ProjectId(project);
        InvoiceView invoice = billing.of(id).orElseThrow(() -> new NotFoundException("invoice"));
        String named = invoice.taxInvoice();
        model.addAttribute("form", new TaxForm(named == null ? "" : named));
        return page(id, invoice, model);
    }

    @PostMapping
    String name(
            @PathVariable UUID project,
            @Valid @ModelAttribute("form") TaxForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next) {
        ProjectId id = new ProjectId(project);
        if (!errors.hasErrors()) {
            try {
                taxInvoices.name(id, form.approval());
                next.addFlashAttribute("toast", "billing.tax.saved");
                return "redirect:/projects/" + project + "/invoice";
            } catch (RuleBrokenException e) {
                errors.rejectValue("approval", e.messageKey(), e.arguments().toArray(), null);
            }
        }
        return page(id, billing.of(id).orElseThrow(() -> new NotFoundException("invoice")), model);
    }

    private String page(ProjectId id, InvoiceView invoice, Model model) {
        ProjectView project = projects.show(id);
        Actor actor = currentActor.get();
        model.addAttribute("project", project);
        model.addAttribute("invoice", invoice);
        model.addAttribute("quote", quotes.ofProject(id).orElse(null));
        model.addAttribute(
                "mayName",
                actor.belongsTo(project.hospital().id())
                        && (actor.is(Role.HOSPITAL_OFFICE) || actor.is(Role.HOSPITAL_FINANCE)));
        return "billing/invoice";
    }
}
