package dari.approvals;

import dari.kernel.RuleBrokenException;
import dari.provisioner.release.Release;
import dari.sandboxes.AttackChart;
import dari.sandboxes.SandboxView;
import dari.sandboxes.Sandboxes;
import dari.workspace.Words;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
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

/** What a board member reads and says: one page a matter. */
@Controller
@RequestMapping("/hospital/looks")
class LookController {

    private static final List<String> CHOICES =
            Arrays.stream(VoteChoice.values()).map(Enum::name).toList();

    private final BoardVotes votes;
    private final BoardSheets sheets;
    private final Sandboxes sandboxes;
    private final Words words;

    LookController(BoardVotes votes, BoardSheets sheets, Sandboxes sandboxes, Words words) {
        this.votes = votes;
        this.sheets = sheets;
        this.sandboxes = sandboxes;
        this.words = words;
    }

    record VoteForm(
            @NotNull(message = "{approvals.choice.missing}")
            @Pattern(
                    regexp = "APPROVE|APPROVE_WITH_CHANGES|EXEMPT|REFUSE|ABSTAIN",
                    message = "{approvals.choice.missing}")
            String choice,

            @NotBlank(message = "{approvals.reason.missing}") @Size(max = 2000, message = "{needs.text.long}")
            String reason) {

        static final VoteForm EMPTY = new VoteForm("", "");
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("matters", votes.matters());
        return "approvals/looks";
    }

    @GetMapping("/{approval}")
    String look(@PathVariable UUID approval, Model model, Locale locale) {
        model.addAttribute("form", VoteForm.EMPTY);
        return page(votes.look(approval), model, locale);
    }

    @PostMapping("/{approval}/vote")
    String vote(
            @PathVariable UUID approval,
            @Valid @ModelAttribute("form") VoteForm form,
            BindingResult errors,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        LookView look = votes.look(approval);
        if (!errors.hasErrors()) {
            try {
                votes.vote(
                        approval,
                        VoteChoice.valueOf(form.choice()),
                        form.reason().strip());
                next.addFlashAttribute("toast", "approvals.voted");
                return "redirect:/hospital/looks/" + approval;
            } catch (RuleBrokenException e) {
                errors.reject(e.messageKey(), e.arguments().toArray(), null);
            }
        }
        return page(look, model, locale);
    }

    @PostMapping("/{approval}/recuse")
    String recuse(
            @PathVariable UUID approval, @RequestParam(defaultValue = "") String reason, RedirectAttributes next) {
        votes.look(approval);
        return Acting.then(
                "/hospital/looks/" + approval,
                next,
                "approvals.recused.done",
                () -> votes.recuse(approval, Typed.text(reason, Typed.RECUSAL)));
    }

    @PostMapping("/{approval}/release")
    String release(
            @PathVariable UUID approval,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        votes.look(approval);
        return Acting.then(
                "/hospital/looks/" + approval,
                next,
                "approvals.voted",
                () -> votes.lookAgain(approval, decision.equals("approve"), Typed.text(reason)));
    }

    private String page(LookView look, Model model, Locale locale) {
        model.addAttribute("look", look);
        sheets.handedIn(look.approval().id()).ifPresent(sheet -> model.addAttribute("sheet", sheet));
        model.addAttribute("choices", words.options("approvals.choice", CHOICES, locale));
        SandboxView sandbox = look.sandbox();
        if (sandbox != null) {
            sandboxes.recipe(sandbox.id()).ifPresent(recipe -> model.addAttribute("recipe", recipe));
            Optional<Release> release = sandboxes.releaseForReview(sandbox.id());
            release.ifPresent(made -> {
                model.addAttribute("certificate", made.certificate());
                model.addAttribute("attacks", AttackChart.of(made.certificate().tests()));
            });
        }
        return "approvals/look";
    }
}
