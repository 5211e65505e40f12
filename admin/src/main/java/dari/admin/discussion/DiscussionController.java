package dari.admin.discussion;

import dari.admin.DecisionDesk;
import dari.admin.ProgramRuleBrokenException;
import dari.admin.Reviews;
import jakarta.validation.Valid;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The office's page of an application's reviews and their discussion, and the reviewer's way to take part in it. */
@Controller
class DiscussionController {

    private static final String OFFICE = "/program/applications/{application}/discussion";

    private final Discussions discussions;
    private final DecisionDesk decisions;
    private final Reviews reviews;

    DiscussionController(Discussions discussions, DecisionDesk decisions, Reviews reviews) {
        this.discussions = discussions;
        this.decisions = decisions;
        this.reviews = reviews;
    }

    @GetMapping(OFFICE)
    String show(@PathVariable UUID application, Model model) {
        model.addAttribute("form", RemarkForm.EMPTY);
        model.addAttribute("reopen", ReopenForm.EMPTY);
        return office(application, model);
    }

    @PostMapping(OFFICE + "/open")
    String open(@PathVariable UUID application, RedirectAttributes next) {
        discussions.open(application);
        return saved(application, next);
    }

    @PostMapping(OFFICE + "/close")
    String close(@PathVariable UUID application, RedirectAttributes next) {
        discussions.close(application);
        return saved(application, next);
    }

    @PostMapping(OFFICE)
    String say(
            @PathVariable UUID application,
            @Valid @ModelAttribute("form") RemarkForm form,
            BindingResult errors,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        if (!errors.hasErrors()) {
            try {
                discussions.say(application, form.text().strip(), locale.getLanguage());
                return saved(application, next);
            } catch (ProgramRuleBrokenException e) {
                errors.rejectValue("text", e.messageKey(), e.arguments().toArray(), null);
            }
        }
        model.addAttribute("reopen", ReopenForm.EMPTY);
        return office(application, model);
    }

    @PostMapping("/program/applications/{application}/reviews/{review}/reopen")
    String reopen(
            @PathVariable UUID application,
            @PathVariable UUID review,
            @Valid @ModelAttribute("reopen") ReopenForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next) {
        if (errors.hasErrors()) {
            model.addAttribute("form", RemarkForm.EMPTY);
            model.addAttribute("reopening", review);
            return office(application, model);
        }
        reviews.reopen(application, review, form.because().strip());
        return saved(application, next);
    }

    /** What a reviewer says stands on the review's own page; here it only arrives. */
    @GetMapping("/reviews/{review}/discussion")
    String showReviewer(@PathVariable UUID review, Model model) {
        model.addAttribute("form", RemarkForm.EMPTY);
        return reviewer(review, model);
    }

    @PostMapping("/reviews/{review}/discussion")
    String sayAsReviewer(
            @PathVariable UUID review,
            @Valid @ModelAttribute("form") RemarkForm form,
            BindingResult errors,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        if (!errors.hasErrors()) {
            try {
                discussions.sayAsReviewer(review, form.text().strip(), locale.getLanguage());
                next.addFlashAttribute("toast", "admin.saved");
                return "redirect:/reviews/" + review + "/discussion";
            } catch (ProgramRuleBrokenException e) {
                errors.rejectValue("text", e.messageKey(), e.arguments().toArray(), null);
            }
        }
        return reviewer(review, model);
    }

    private String office(UUID application, Model model) {
        model.addAttribute("discussion", discussions.show(application));
        model.addAttribute("row", decisions.show(application));
        return "admin/reviewers/discussion";
    }

    private String reviewer(UUID review, Model model) {
        model.addAttribute("discussion", discussions.ofReview(review));
        model.addAttribute("review", reviews.mine(review));
        return "admin/reviewers/talk";
    }

    private static String saved(UUID application, RedirectAttributes next) {
        next.addFlashAttribute("toast", "admin.saved");
        return "redirect:/program/applications/" + application + "/discussion";
    }
}
