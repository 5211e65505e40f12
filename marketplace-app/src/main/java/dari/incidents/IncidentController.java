package dari.incidents;

import dari.audit.History;
import dari.kernel.CurrentActor;
import dari.kernel.RuleBrokenException;
import dari.kernel.UserId;
import dari.workspace.Pages;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

/** One incident from the report to the lesson. Every step is a form of its own, of which one at a time is open. */
@Controller
@RequestMapping("/incidents")
class IncidentController {

    private static final int PAGE = 20;

    private final Incidents incidents;
    private final Recalls recalls;
    private final History history;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ZoneId seoul;

    IncidentController(
            Incidents incidents,
            Recalls recalls,
            History history,
            CurrentActor currentActor,
            Clock clock,
            ZoneId seoul) {
        this.incidents = incidents;
        this.recalls = recalls;
        this.history = history;
        this.currentActor = currentActor;
        this.clock = clock;
        this.seoul = seoul;
    }

    /**
     * What the present step asks for; fields of other steps stay null.
     *
     * @param text what was done, why, or what was learnt
     * @param persons how many it is about; blank when nobody can tell
     */
    record StepForm(
            @NotBlank(message = "{incidents.step.text.missing}") @Size(max = 2000, message = "{needs.text.long}")
            String text,

            @Nullable @Pattern(regexp = "|\\d{1,9}", message = "{incidents.persons.bad}")
            String persons,

            @Nullable @Pattern(regexp = "yes|no", message = "{needs.choice.bad}")
            String mustNotify,

            @Nullable @Pattern(regexp = SafetyController.MINUTE, message = "{incidents.knownAt.bad}")
            String at) {

        static final StepForm EMPTY = new StepForm("", "", null, null);
    }

    record PublicForm(
            @NotBlank(message = "{incidents.plain.missing}") @Size(max = 2000, message = "{needs.text.long}")
            String korean,

            @NotNull @NotBlank(message = "{incidents.plain.missing}") @Size(max = 2000, message = "{needs.text.long}")
            String english) {

        static PublicForm of(IncidentFacts facts) {
            return new PublicForm(
                    Objects.requireNonNullElse(facts.plainKo(), ""), Objects.requireNonNullElse(facts.plainEn(), ""));
        }
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "0") int page, Model model) {
        Page<Incidents.Listed> found = incidents.mine(Math.max(0, page), PAGE);
        model.addAttribute("incidents", found.getContent());
        model.addAttribute("now", clock.instant());
        model.addAttribute("pages", new Pages(found.getNumber(), found.getTotalPages(), "/incidents"));
        return "incidents/list";
    }

    @GetMapping("/{incident}")
    String show(@PathVariable UUID incident, Model model) {
        IncidentView view = incidents.show(incident);
        model.addAttribute("form", StepForm.EMPTY);
        model.addAttribute("plain", PublicForm.of(view.facts()));
        return page(view, model);
    }

    /** @param step contain, assess, notified or close */
    @PostMapping("/{incident}/steps")
    String step(
            @PathVariable UUID incident,
            @RequestParam(defaultValue = "") String step,
            @Valid @ModelAttribute("form") StepForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next) {
        if (step.equals("notified") && form.at() == null && !errors.hasFieldErrors("at")) {
            errors.rejectValue("at", "incidents.knownAt.bad");
        }
        if (step.equals("assess") && form.mustNotify() == null && !errors.hasFieldErrors("mustNotify")) {
            errors.rejectValue("mustNotify", "needs.choice.bad");
        }
        if (!errors.hasErrors()) {
            try {
                take(incident, step, form);
                next.addFlashAttribute("toast", "incidents.step.done");
                return "redirect:/incidents/" + incident;
            } catch (RuleBrokenException e) {
                errors.reject(e.messageKey(), e.arguments().toArray(), null);
            }
        }
        IncidentView view = incidents.show(incident);
        model.addAttribute("plain", PublicForm.of(view.facts()));
        return page(view, model);
    }

    private void take(UUID incident, String step, StepForm form) {
        String text = form.text().strip();
        switch (step) {
            case "contain" -> incidents.contain(incident, text);
            case "assess" -> {
                String persons = form.persons();
                incidents.assess(
                        incident,
                        persons == null || persons.isBlank() ? null : Long.valueOf(persons),
                        "yes".equals(form.mustNotify()),
                        text);
            }
            case "notified" -> {
                Instant at = SafetyController.moment(Objects.requireNonNull(form.at()), seoul);
                incidents.notified(incident, at, text);
            }
            case "close" -> incidents.close(incident, text);
            default -> throw new RuleBrokenException("incidents.rule.state");
        }
    }

    @PostMapping("/{incident}/public")
    String publish(
            @PathVariable UUID incident,
            @Valid @ModelAttribute("plain") PublicForm plain,
            BindingResult errors,
            Model model,
            RedirectAttributes next) {
        if (!errors.hasErrors()) {
            try {
                incidents.publish(
                        incident, plain.korean().strip(), plain.english().strip());
                next.addFlashAttribute("toast", "incidents.public.done");
                return "redirect:/incidents/" + incident;
            } catch (RuleBrokenException e) {
                errors.reject(e.messageKey(), e.arguments().toArray(), null);
            }
        }
        model.addAttribute("form", StepForm.EMPTY);
        return page(incidents.show(incident), model);
    }

    @PostMapping("/{incident}/recall")
    String recall(@PathVariable UUID incident) {
        incidents.recall(incident);
        return "redirect:/incidents/" + incident + "#recall";
    }

    /** @param recipient whose receipts are deleted */
    @PostMapping("/{incident}/recall/{recipient}/attest")
    String attest(@PathVariable UUID incident, @PathVariable UUID recipient, RedirectAttributes next) {
        incidents.show(incident);
        recalls.attest(incident, new UserId(recipient));
        next.addFlashAttribute("toast", "incidents.attested");
        return "redirect:/incidents/" + incident + "#recall";
    }

    @PostMapping("/{incident}/recall/{recipient}/waive")
    String waive(
            @PathVariable UUID incident,
            @PathVariable UUID recipient,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        incidents.show(incident);
        if (reason.isBlank() || reason.length() > 1000) {
            next.addFlashAttribute("refusal", "incidents.reason.missing");
        } else {
            recalls.waive(incident, new UserId(recipient), reason.strip());
        }
        return "redirect:/incidents/" + incident + "#recall";
    }

    private String page(IncidentView view, Model model) {
        model.addAttribute("incident", view);
        model.addAttribute("handles", Incidents.handles(currentActor.get()));
        model.addAttribute("history", history.of(List.of(view.facts().id())));
        return "incidents/incident";
    }
}
