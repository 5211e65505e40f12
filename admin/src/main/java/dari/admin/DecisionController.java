package dari.admin;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/program/applications/{application}")
class DecisionController {

    private final DecisionDesk decisions;
    private final Reviews reviews;
    private final AwardChecks checks;

    DecisionController(DecisionDesk decisions, Reviews reviews, AwardChecks checks) {
        this.decisions = decisions;
        this.reviews = reviews;
        this.checks = checks;
    }

    @GetMapping
    String show(@PathVariable UUID application, Model model) {
        model.addAttribute("row", decisions.show(application));
        model.addAttribute("checks", checks.shown(application));
        return "admin/decision";
    }

    @PostMapping("/assign")
    String assign(@PathVariable UUID application, RedirectAttributes next) {
        reviews.assign(application);
        next.addFlashAttribute("toast", "admin.decision.assigned");
        return "redirect:/program/applications/" + application;
    }
}
