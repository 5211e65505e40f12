package dari.admin.milestones;

import dari.admin.ProgramDocuments;
import dari.admin.ProgramRuleBrokenException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The steps of an approved application, as its startup and its hospital see them. */
@Controller
@RequestMapping("/milestones/{application}")
class MilestoneController {

    private static final int MOST = 4000;

    private final Milestones milestones;
    private final ProgramDocuments documents;

    MilestoneController(Milestones milestones, ProgramDocuments documents) {
        this.milestones = milestones;
        this.documents = documents;
    }

    @GetMapping
    String show(@PathVariable UUID application, Model model) {
        model.addAttribute("award", milestones.myAward(application));
        model.addAttribute("steps", milestones.ofMine(application));
        model.addAttribute("papers", documents.mine());
        model.addAttribute("office", false);
        return "milestones/list";
    }

    @PostMapping
    String give(
            @PathVariable UUID application,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String evidence,
            @RequestParam(required = false) @Nullable UUID document,
            Model model,
            RedirectAttributes next) {
        String text = evidence.strip();
        String refused = null;
        if (text.isEmpty() || text.length() > MOST) {
            refused = "milestones.evidence.missing";
        } else {
            try {
                milestones.give(application, code, text, document);
                next.addFlashAttribute("toast", "milestones.given");
                return "redirect:/milestones/" + application;
            } catch (ProgramRuleBrokenException e) {
                refused = e.messageKey();
            }
        }
        model.addAttribute("refused", refused);
        model.addAttribute("refusedStep", code);
        model.addAttribute("typed", text);
        return show(application, model);
    }
}
