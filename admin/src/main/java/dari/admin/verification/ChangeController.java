package dari.admin.verification;

import dari.admin.PageLinks;
import dari.admin.VerificationDocuments;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.data.domain.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The desk's side: what verified organisations ask to have changed. */
@Controller
@RequestMapping("/program/changes")
class ChangeController {

    private static final int PAGE = 50;

    private final OrganizationChanges changes;

    /** None, where the application around the desk keeps no documents. */
    private final ObjectProvider<VerificationDocuments> documents;

    ChangeController(OrganizationChanges changes, ObjectProvider<VerificationDocuments> documents) {
        this.changes = changes;
        this.documents = documents;
    }

    /** Why the desk agrees or does not. */
    record Decision(
            @NotBlank(message = "{admin.reason.missing}") @Size(max = 1000, message = "{admin.text.long}")
            String reason) {}

    @GetMapping
    String list(@RequestParam(defaultValue = "0") int page, Model model) {
        Page<ChangeView> found = changes.list(Math.max(0, page), PAGE);
        model.addAttribute("changes", found.getContent());
        model.addAttribute("pages", PageLinks.of(found, "/program/changes"));
        return "verification/changes";
    }

    @GetMapping("/{organizationChange}")
    String show(@PathVariable UUID organizationChange, Model model) {
        model.addAttribute("form", new Decision(""));
        return page(organizationChange, model);
    }

    @PostMapping("/{organizationChange}")
    String decide(
            @PathVariable UUID organizationChange,
            @Valid @ModelAttribute("form") Decision form,
            BindingResult errors,
            @RequestParam String decision,
            Model model,
            RedirectAttributes next) {
        if (!Set.of("approve", "refuse").contains(decision)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        if (errors.hasErrors()) {
            return page(organizationChange, model);
        }
        changes.decide(
                organizationChange, decision.equals("approve"), form.reason().strip());
        next.addFlashAttribute("toast", "admin.saved");
        return "redirect:/program/changes";
    }

    private String page(UUID change, Model model) {
        ChangeView view = changes.show(change);
        model.addAttribute("change", view);
        model.addAttribute(
                "documents",
                documents.stream()
                        .flatMap(kept -> kept.of(view.organization()).stream())
                        .toList());
        return "verification/change";
    }
}
