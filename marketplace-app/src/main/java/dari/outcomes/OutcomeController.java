package dari.outcomes;

import dari.kernel.CurrentActor;
import dari.kernel.RuleBrokenException;
import dari.projects.ProjectId;
import dari.projects.ProjectView;
import dari.projects.Projects;
import dari.workspace.CalendarDate;
import dari.workspace.Words;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
@RequestMapping("/projects/{project}")
class OutcomeController {

    private static final List<String> KINDS =
            Arrays.stream(OutcomeKind.values()).map(Enum::name).toList();
    private static final List<String> MARKS = List.of("5", "4", "3", "2", "1");

    private final ReportedOutcomes outcomes;
    private final Projects projects;
    private final CurrentActor currentActor;
    private final Words words;
    private final Clock clock;
    private final ZoneId seoul;

    OutcomeController(
            ReportedOutcomes outcomes,
            Projects projects,
            CurrentActor currentActor,
            Words words,
            Clock clock,
            ZoneId seoul) {
        this.outcomes = outcomes;
        this.projects = projects;
        this.currentActor = currentActor;
        this.words = words;
        this.clock = clock;
        this.seoul = seoul;
    }

    /** @param title may stay empty where nothing came of the project */
    record OutcomeForm(
            @NotNull(message = "{needs.choice.bad}")
            @Pattern(regexp = "PUBLICATION|PATENT|PRODUCT|NOTHING", message = "{needs.choice.bad}")
            String kind,

            @NotNull @Size(max = 300, message = "{needs.text.long}")
            String title,

            @NotNull @Size(max = 300, message = "{needs.text.long}")
            String reference,

            @NotBlank(message = "{outcomes.on.bad}") @CalendarDate(message = "{outcomes.on.bad}")
            String on) {}

    record FeedbackForm(
            @NotNull(message = "{needs.choice.bad}") @Pattern(regexp = "[1-5]", message = "{needs.choice.bad}")
            String data,

            @NotNull(message = "{needs.choice.bad}") @Pattern(regexp = "[1-5]", message = "{needs.choice.bad}")
            String answers,

            @NotNull @Size(max = 1000, message = "{needs.text.long}")
            String remark) {

        static FeedbackForm of(ProjectOutcomes known) {
            FeedbackView said = known.feedback();
            return said == null
                    ? new FeedbackForm("", "", "")
                    : new FeedbackForm(Integer.toString(said.data()), Integer.toString(said.answers()), said.remark());
        }
    }

    @GetMapping("/outcomes")
    String show(@PathVariable UUID project, Model model, Locale locale) {
        return page(new ProjectId(project), model, locale);
    }

    @PostMapping("/outcomes")
    String report(
            @PathVariable UUID project,
            @Valid @ModelAttribute("form") OutcomeForm form,
            BindingResult errors,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        ProjectId id = new ProjectId(project);
        if (!errors.hasFieldErrors("kind")
                && !errors.hasFieldErrors("title")
                && !form.kind().equals(OutcomeKind.NOTHING.name())
                && form.title().isBlank()) {
            errors.rejectValue("title", "outcomes.title.missing");
        }
        if (errors.hasErrors()) {
            return page(id, model, locale);
        }
        try {
            outcomes.report(
                    id,
                    new NewOutcome(
                            OutcomeKind.valueOf(form.kind()),
                            form.title().strip(),
                            form.reference().strip(),
                            LocalDate.parse(form.on())));
        } catch (RuleBrokenException e) {
            errors.reject(e.messageKey(), e.arguments().toArray(), null);
            return page(id, model, locale);
        }
        next.addFlashAttribute("toast", "outcomes.saved");
        return "redirect:/projects/" + project + "/outcomes";
    }

    @PostMapping("/feedback")
    String say(
            @PathVariable UUID project,
            @Valid @ModelAttribute("feedback") FeedbackForm form,
            BindingResult errors,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        ProjectId id = new ProjectId(project);
        if (errors.hasErrors()) {
            return page(id, model, locale);
        }
        try {
            outcomes.say(
                    id,
                    Integer.parseInt(form.data()),
                    Integer.parseInt(form.answers()),
                    form.remark().strip());
        } catch (RuleBrokenException e) {
            errors.reject(e.messageKey(), e.arguments().toArray(), null);
            return page(id, model, locale);
        }
        next.addFlashAttribute("toast", "outcomes.feedback.saved");
        return "redirect:/projects/" + project + "/outcomes";
    }

    private String page(ProjectId id, Model model, Locale locale) {
        ProjectOutcomes known = outcomes.of(id);
        ProjectView project = projects.show(id);
        model.addAttribute("project", project);
        model.addAttribute("outcomes", known);
        if (!model.containsAttribute("form")) {
            model.addAttribute(
                    "form",
                    new OutcomeForm(
                            OutcomeKind.PUBLICATION.name(),
                            "",
                            "",
                            LocalDate.now(clock.withZone(seoul)).toString()));
        }
        if (!model.containsAttribute("feedback")) {
            model.addAttribute("feedback", FeedbackForm.of(known));
        }
        model.addAttribute("kinds", words.options("outcomes.kind", KINDS, locale));
        model.addAttribute("marks", words.options("outcomes.mark", MARKS, locale));
        model.addAttribute(
                "reports",
                project.liveSince() != null
                        && currentActor.get().belongsTo(project.startup().id()));
        return "outcomes/outcomes";
    }
}
