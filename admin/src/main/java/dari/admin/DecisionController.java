package dari.admin;

import jakarta.validation.Valid;
import java.util.Set;
import java.util.UUID;
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

@Controller
@RequestMapping("/program/applications/{application}")
class DecisionController {

    private final DecisionDesk decisions;
    private final Reviews reviews;

    DecisionController(DecisionDesk decisions, Reviews reviews) {
        this.decisions = decisions;
        this.reviews = reviews;
    }

    @GetMapping
    String show(@PathVariable UUID application, Model model) {
        model.addAttribute("row", decisions.show(application));
        model.addAttribute("form", ReasonForm.EMPTY);
        return "admin/decision";
    }

    @PostMapping("/assign")
    String assign(@PathVariable UUID application, RedirectAttributes next) {
        reviews.assign(application);
        next.addFlashAttribute("toast", "admin.decision.assigned");
        return "redirect:/program/applications/" + application;
    }

    /** Returned for changes, approved or rejected: each with its reason. */
    @PostMapping("/decide")
    String decide(
            @PathVariable UUID application,
            @Valid @ModelAttribute("form") ReasonForm form,
            BindingResult errors,
            @RequestParam String decision,
            Model model,
            RedirectAttributes next) {
        if (!Set.of("approve", "reject", "return").contains(decision)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        if (!errors.hasErrors()) {
            try {
                String reason = form.reason().strip();
                if (decision.equals("return")) {
                    decisions.returnForChanges(application, reason);
                } else {
                    decisions.decide(application, decision.equals("approve"), reason, form.conditionsOrNull());
                }
                next.addFlashAttribute("toast", "admin.saved");
                return "redirect:/program/applications/" + application;
            } catch (ProgramRuleBrokenException e) {
                errors.reject(e.messageKey(), e.arguments().toArray(), null);
            }
        }
        model.addAttribute("row", decisions.show(application));
        return "admin/decision";
    }
}
