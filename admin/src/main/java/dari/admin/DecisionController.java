package dari.admin;

import jakarta.validation.Valid;
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

    /** Sent back to the applicant for changes, with the reason. */
    @PostMapping("/return")
    String returnForChanges(
            @PathVariable UUID application,
            @Valid @ModelAttribute("form") ReasonForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next) {
        if (!errors.hasErrors()) {
            try {
                decisions.returnForChanges(application, form.reason().strip());
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
