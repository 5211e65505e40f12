package dari.questions;

import dari.audit.History;
import dari.kernel.CurrentActor;
import dari.kernel.Face;
import dari.kernel.RuleBrokenException;
import dari.workspace.Pages;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
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

/** Where the hospital and the program read what citizens ask, and answer. */
@Controller
@RequestMapping({"/hospital/questions", "/program/questions"})
class QuestionDeskController {

    private static final int PAGE = 20;

    private final Questions questions;
    private final History history;
    private final CurrentActor currentActor;

    QuestionDeskController(Questions questions, History history, CurrentActor currentActor) {
        this.questions = questions;
        this.history = history;
        this.currentActor = currentActor;
    }

    record AnswerForm(
            @NotBlank(message = "{questions.answer.missing}") @Size(max = 4000, message = "{needs.text.long}")
            String answer) {}

    @GetMapping
    String list(@RequestParam(defaultValue = "0") int page, Model model) {
        Page<QuestionView> found = questions.mine(Math.max(0, page), PAGE);
        model.addAttribute("questions", found.getContent());
        model.addAttribute("pages", new Pages(found.getNumber(), found.getTotalPages(), here()));
        model.addAttribute("here", here());
        return "questions/list";
    }

    @GetMapping("/{question}")
    String show(@PathVariable UUID question, Model model) {
        model.addAttribute("form", new AnswerForm(""));
        return page(question, model);
    }

    /** @param decision publish or decline */
    @PostMapping("/{question}")
    String settle(
            @PathVariable UUID question,
            @Valid @ModelAttribute("form") AnswerForm form,
            BindingResult errors,
            @RequestParam(defaultValue = "") String decision,
            Model model,
            RedirectAttributes next) {
        if (!errors.hasErrors()) {
            try {
                if (decision.equals("publish")) {
                    questions.answer(question, form.answer().strip());
                } else {
                    questions.decline(question, form.answer().strip());
                }
                next.addFlashAttribute("toast", "questions.settled");
                return "redirect:" + here() + "/" + question;
            } catch (RuleBrokenException e) {
                errors.reject(e.messageKey(), e.arguments().toArray(), null);
            }
        }
        return page(question, model);
    }

    private String page(UUID question, Model model) {
        model.addAttribute("question", questions.show(question));
        model.addAttribute("history", history.of(List.of(question)));
        model.addAttribute("here", here());
        return "questions/answer";
    }

    private String here() {
        return currentActor.get().face() == Face.PROGRAM ? "/program/questions" : "/hospital/questions";
    }
}
