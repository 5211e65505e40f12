package dari.billing;

import dari.kernel.Face;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.projects.ProjectId;
import dari.projects.ProjectView;
import dari.projects.Projects;
import dari.workspace.Pages;
import dari.workspace.RailEntry;
import dari.workspace.RailSource;
import dari.workspace.WholeNumber;
import dari.workspace.WholeNumbers;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where the office compares the bank's statement with what is owed. */
@Controller
@RequestMapping("/program/payments")
class PaymentController implements RailSource {

    private static final int PAGE = 50;
    private static final String WON = "[0-9][0-9,]{0,14}";
    private static final int MOST_REASON = 1000;
    private static final int MOST_REFERENCE = 120;

    private final Billing billing;
    private final Refunds refunds;
    private final UnplacedMoney unplaced;
    private final Clawbacks clawbacks;
    private final Projects projects;

    PaymentController(
            Billing billing, Refunds refunds, UnplacedMoney unplaced, Clawbacks clawbacks, Projects projects) {
        this.billing = billing;
        this.refunds = refunds;
        this.unplaced = unplaced;
        this.clawbacks = clawbacks;
        this.projects = projects;
    }

    record TransferForm(
            @WholeNumber(min = 1, max = 100_000_000_000L, required = true, message = "{billing.won.bad}")
            String won,

            @NotBlank(message = "{billing.reference.missing}") @Size(max = 120, message = "{needs.text.long}")
            String reference) {

        static final TransferForm EMPTY = new TransferForm("", "");
    }

    /** An unpaid invoice with its project. */
    record Owed(ProjectView project, InvoiceView invoice) {}

    @GetMapping
    String list(
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "0") int lookPage,
            @RequestParam(defaultValue = "0") int backPage,
            @RequestParam(defaultValue = "0") int clawPage,
            Model model) {
        Page<InvoiceView> open = billing.open(Math.max(0, page), PAGE);
        Map<ProjectId, ProjectView> of =
                projects.facts(open.stream().map(InvoiceView::project).toList());
        model.addAttribute(
                "owed",
                open.stream()
                        .map(invoice -> new Owed(Objects.requireNonNull(of.get(invoice.project())), invoice))
                        .toList());
        model.addAttribute("pages", pages(open, "page"));
        Page<KeptCardEvent> toLookAt = billing.toLookAt(Math.max(0, lookPage), PAGE);
        model.addAttribute("toLookAt", toLookAt.getContent());
        model.addAttribute("lookPages", pages(toLookAt, "lookPage"));
        Page<RefundView> toPay = refunds.toPay(Math.max(0, backPage), PAGE);
        model.addAttribute("toPay", toPay.getContent());
        model.addAttribute("backPages", pages(toPay, "backPage"));
        model.addAttribute(
                "numbers",
                projects.facts(toPay.stream().map(RefundView::project).toList()));
        Page<ClawbackView> asked = clawbacks.open(Math.max(0, clawPage), PAGE);
        model.addAttribute("clawbacks", asked.getContent());
        model.addAttribute("clawPages", pages(asked, "clawPage"));
        return "billing/payments";
    }

    /** Each list of the page is turned by itself. */
    private static Pages pages(Page<?> list, String parameter) {
        return new Pages(list.getNumber(), list.getTotalPages(), "/program/payments", parameter);
    }

    @GetMapping("/{project}")
    String show(@PathVariable UUID project, Model model) {
        model.addAttribute("form", TransferForm.EMPTY);
        return page(project, model);
    }

    @PostMapping("/{project}")
    String confirm(
            @PathVariable UUID project,
            @Valid @ModelAttribute("form") TransferForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next) {
        if (!errors.hasErrors()) {
            try {
                billing.confirmTransfer(
                        new ProjectId(project),
                        WholeNumbers.required(form.won()),
                        form.reference().strip());
                next.addFlashAttribute("toast", "billing.confirmed");
                return "redirect:/program/payments";
            } catch (RuleBrokenException e) {
                errors.rejectValue("won", e.messageKey(), e.arguments().toArray(), null);
            }
        }
        return page(project, model);
    }

    /** Takes an amount off the invoice, and pays back what was paid of it. */
    @PostMapping("/{project}/refunds")
    String refund(
            @PathVariable UUID project,
            @RequestParam(defaultValue = "") String won,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes next) {
        if (!won.matches(WON) || reason.isBlank() || reason.strip().length() > MOST_REASON) {
            model.addAttribute("refundRefused", "billing.refund.missing");
        } else {
            try {
                refunds.refund(new ProjectId(project), WholeNumbers.required(won), reason.strip());
                next.addFlashAttribute("toast", "billing.refund.done");
                return "redirect:/program/payments/" + project;
            } catch (RuleBrokenException e) {
                model.addAttribute("refundRefused", e.messageKey());
                model.addAttribute("refundArguments", e.arguments().toArray());
            }
        }
        model.addAttribute("refundWon", won);
        model.addAttribute("refundReason", reason);
        return show(project, model);
    }

    /**
     * One press on one refund: transferred to the startup, what to do with one that the card provider refused, or that it failed
     * there after all.
     */
    @PostMapping("/refunds/{refund}")
    String paidBack(
            @PathVariable UUID refund,
            @RequestParam(defaultValue = "transferred") String what,
            @RequestParam(defaultValue = "") String reference,
            RedirectAttributes next) {
        if (what.equals("again")) {
            refunds.askAgain(refund);
            next.addFlashAttribute("toast", "billing.refund.askedAgain");
        } else if (!isReference(reference)) {
            next.addFlashAttribute("toast", "billing.reference.missing");
        } else if (what.equals("there")) {
            refunds.returnedAtProvider(refund, reference.strip());
            next.addFlashAttribute("toast", "billing.refund.there");
        } else if (what.equals("failed")) {
            refunds.failedAtProvider(refund, reference.strip());
            next.addFlashAttribute("toast", "billing.refund.failed");
        } else {
            refunds.transferred(refund, reference.strip());
            next.addFlashAttribute("toast", "billing.refund.transferred");
        }
        return "redirect:/program/payments";
    }

    /** One press on card money without a place: that it has gone back, or counts as paid. */
    @PostMapping("/unplaced/{event}")
    String place(
            @PathVariable String event,
            @RequestParam(defaultValue = "there") String what,
            @RequestParam(defaultValue = "") String reference,
            RedirectAttributes next) {
        if (!isReference(reference)) {
            next.addFlashAttribute("toast", "billing.reference.missing");
        } else if (what.equals("paid")) {
            unplaced.countAsPaid(event, reference.strip());
            next.addFlashAttribute("toast", "billing.look.counted");
        } else {
            unplaced.returnedAtProvider(event, reference.strip());
            next.addFlashAttribute("toast", "billing.refund.there");
        }
        return "redirect:/program/payments";
    }

    /** What a settlement asked back has come. */
    @PostMapping("/clawbacks/{clawback}")
    String clawback(
            @PathVariable UUID clawback,
            @RequestParam(defaultValue = "") String won,
            @RequestParam(defaultValue = "") String reference,
            RedirectAttributes next) {
        if (!won.matches(WON) || !isReference(reference)) {
            next.addFlashAttribute("toast", "billing.reference.missing");
        } else {
            clawbacks.confirm(clawback, WholeNumbers.required(won), reference.strip());
            next.addFlashAttribute("toast", "billing.confirmed");
        }
        return "redirect:/program/payments";
    }

    private static boolean isReference(String typed) {
        return !typed.isBlank() && typed.strip().length() <= MOST_REFERENCE;
    }

    private String page(UUID project, Model model) {
        ProjectId id = new ProjectId(project);
        model.addAttribute("project", projects.facts(id));
        model.addAttribute("invoice", billing.show(id).orElse(null));
        model.addAttribute("payments", billing.payments(id));
        model.addAttribute("refunds", refunds.of(id));
        return "billing/payment";
    }

    @Override
    public List<RailEntry> entries() {
        return List.of(RailEntry.of(
                Face.PROGRAM,
                64,
                "/program/payments",
                "ledger",
                "rail.payments",
                Role.PROGRAM_ADMINISTRATOR,
                Role.PROGRAM_FINANCE));
    }
}
