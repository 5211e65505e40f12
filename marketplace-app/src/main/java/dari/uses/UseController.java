package dari.uses;

import dari.delivery.Deliveries;
import dari.delivery.SandboxTokenView;
import dari.delivery.SandboxTokens;
import dari.delivery.SentRanges;
import dari.kernel.CurrentActor;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.queries.SandboxQueries;
import dari.sandboxes.SandboxId;
import dari.workspace.Pages;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
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

/** Where a hospital reads what was done with its data, and signs for each month. */
@Controller
@RequestMapping("/hospital/sandboxes/{sandbox}/use")
class UseController {

    private static final int LINES = 30;
    private static final int TOKENS = 20;

    private final UseChecks checks;
    private final SandboxQueries queries;
    private final SentRanges ranges;
    private final SandboxTokens tokens;
    private final Deliveries deliveries;
    private final CurrentActor currentActor;
    private final Clock clock;

    UseController(
            UseChecks checks,
            SandboxQueries queries,
            SentRanges ranges,
            SandboxTokens tokens,
            Deliveries deliveries,
            CurrentActor currentActor,
            Clock clock) {
        this.checks = checks;
        this.queries = queries;
        this.ranges = ranges;
        this.tokens = tokens;
        this.deliveries = deliveries;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** @param digest of what the page showed: nobody signs for what they did not see */
    record CheckForm(
            @NotBlank @Pattern(regexp = "\\d{4}-(0[1-9]|1[0-2])")
            String month,

            @NotBlank String digest,

            @NotBlank(message = "{uses.note.missing}") @Size(max = 1000, message = "{needs.text.long}")
            String note) {}

    @GetMapping
    String use(
            @PathVariable UUID sandbox,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "0") int tokensPage,
            Model model) {
        model.addAttribute("form", new CheckForm("", "", ""));
        return page(sandbox, page, tokensPage, model);
    }

    @PostMapping("/checks")
    String sign(
            @PathVariable UUID sandbox,
            @Valid @ModelAttribute("form") CheckForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next) {
        if (!errors.hasErrors()) {
            try {
                checks.sign(
                        new SandboxId(sandbox),
                        YearMonth.parse(form.month()),
                        form.digest(),
                        form.note().strip());
                next.addFlashAttribute("toast", "uses.signed.done");
                return "redirect:/hospital/sandboxes/" + sandbox + "/use";
            } catch (RuleBrokenException e) {
                errors.reject(e.messageKey(), e.arguments().toArray(), null);
            }
        }
        return page(sandbox, 0, 0, model);
    }

    private String page(UUID sandbox, int page, int tokensPage, Model model) {
        SandboxId id = new SandboxId(sandbox);
        int shown = Math.max(page, 0);
        SandboxQueries.Uses uses = queries.uses(id, shown, LINES);
        model.addAttribute("uses", uses);
        String here = "/hospital/sandboxes/" + sandbox + "/use";
        model.addAttribute("pages", Pages.of(shown, uses.total(), LINES, here));
        queries.place(id).ifPresent(place -> model.addAttribute("place", place));
        model.addAttribute("files", ranges.of(id, Instant.EPOCH, clock.instant()));
        Page<SandboxTokenView> made = tokens.of(id, Math.max(tokensPage, 0), TOKENS);
        model.addAttribute("tokens", made.getContent());
        model.addAttribute("tokensPages", new Pages(made.getNumber(), made.getTotalPages(), here, "tokensPage"));
        model.addAttribute("delivery", deliveries.show(id));
        model.addAttribute("months", checks.months(id));
        model.addAttribute("steward", currentActor.get().is(Role.HOSPITAL_STEWARD));
        model.addAttribute(
                "reviewer",
                currentActor.get().is(Role.HOSPITAL_STEWARD)
                        || currentActor.get().is(Role.HOSPITAL_BOARD)
                        || currentActor.get().is(Role.HOSPITAL_PRIVACY));
        return "uses/use";
    }
}
