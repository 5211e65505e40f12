package dari.incidents;

import dari.audit.History;
import dari.kernel.CurrentActor;
import dari.kernel.RuleBrokenException;
import dari.projects.ProjectId;
import dari.projects.ProjectStatus;
import dari.projects.ProjectView;
import dari.projects.Projects;
import dari.workspace.Words;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A project's safety: the stop with its reason, opening again, and what was reported. */
@Controller
@RequestMapping("/projects/{project}")
class SafetyController {

    static final String MINUTE = "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}";
    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");
    private static final List<String> KINDS =
            Arrays.stream(IncidentKind.values()).map(Enum::name).toList();

    private final Stops stops;
    private final Incidents incidents;
    private final Projects projects;
    private final History history;
    private final CurrentActor currentActor;
    private final Words words;
    private final Clock clock;
    private final ZoneId seoul;

    SafetyController(
            Stops stops,
            Incidents incidents,
            Projects projects,
            History history,
            CurrentActor currentActor,
            Words words,
            Clock clock,
            ZoneId seoul) {
        this.stops = stops;
        this.incidents = incidents;
        this.projects = projects;
        this.history = history;
        this.currentActor = currentActor;
        this.words = words;
        this.clock = clock;
        this.seoul = seoul;
    }

    record ReasonForm(
            @NotBlank(message = "{incidents.reason.missing}") @Size(max = 1000, message = "{needs.text.long}")
            String reason) {}

    record ReportForm(
            @NotNull(message = "{needs.choice.bad}")
            @Pattern(
                    regexp = "REIDENTIFICATION|DISCLOSURE|WRONG_RELEASE|SECURITY|OTHER|NEAR_MISS",
                    message = "{needs.choice.bad}")
            String kind,

            @NotBlank(message = "{incidents.account.missing}") @Size(max = 4000, message = "{needs.text.long}")
            String account,

            @NotNull(message = "{incidents.knownAt.bad}") @Pattern(regexp = MINUTE, message = "{incidents.knownAt.bad}")
            String knownAt) {}

    @GetMapping("/safety")
    String show(@PathVariable UUID project, Model model, Locale locale) {
        model.addAttribute("form", new ReasonForm(""));
        model.addAttribute("report", new ReportForm("", "", now()));
        return page(new ProjectId(project), model, locale);
    }

    @PostMapping("/stop")
    String press(@PathVariable UUID project, RedirectAttributes next) {
        stops.press(new ProjectId(project));
        next.addFlashAttribute("toast", "incidents.stopped");
        return "redirect:/projects/" + project + "/safety";
    }

    @PostMapping("/stop/reason")
    String explain(
            @PathVariable UUID project,
            @Valid @ModelAttribute("form") ReasonForm form,
            BindingResult errors,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        ProjectId id = new ProjectId(project);
        return reasoned(id, errors, model, locale, next, () -> {
            stops.explain(id, form.reason().strip());
            return "incidents.explained";
        });
    }

    @PostMapping("/stop/lift")
    String lift(
            @PathVariable UUID project,
            @Valid @ModelAttribute("form") ReasonForm form,
            BindingResult errors,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        ProjectId id = new ProjectId(project);
        return reasoned(
                id,
                errors,
                model,
                locale,
                next,
                () -> stops.lift(id, form.reason().strip()) ? "incidents.lifted" : "incidents.liftAsked");
    }

    /** @param act returns what to say when it is done */
    private String reasoned(
            ProjectId id,
            BindingResult errors,
            Model model,
            Locale locale,
            RedirectAttributes next,
            Supplier<String> act) {
        if (!errors.hasErrors()) {
            try {
                next.addFlashAttribute("toast", act.get());
                return "redirect:/projects/" + id.value() + "/safety";
            } catch (RuleBrokenException e) {
                errors.reject(e.messageKey(), e.arguments().toArray(), null);
            }
        }
        model.addAttribute("report", new ReportForm("", "", now()));
        return page(id, model, locale);
    }

    @PostMapping("/incidents")
    String report(
            @PathVariable UUID project,
            @Valid @ModelAttribute("report") ReportForm form,
            BindingResult errors,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        ProjectId id = new ProjectId(project);
        if (!errors.hasErrors()) {
            try {
                UUID incident = incidents.report(
                        id,
                        new NewIncident(
                                IncidentKind.valueOf(form.kind()),
                                form.account().strip(),
                                moment(form.knownAt(), seoul)));
                next.addFlashAttribute("toast", "incidents.reported");
                return "redirect:/incidents/" + incident;
            } catch (RuleBrokenException e) {
                errors.reject(e.messageKey(), e.arguments().toArray(), null);
            }
        }
        model.addAttribute("form", new ReasonForm(""));
        return page(id, model, locale);
    }

    private String page(ProjectId id, Model model, Locale locale) {
        ProjectView project = projects.show(id);
        model.addAttribute("project", project);
        stops.of(id).ifPresent(stop -> model.addAttribute("stop", stop));
        model.addAttribute("incidents", incidents.of(id));
        model.addAttribute("mayStop", project.status() != ProjectStatus.ENDED && Stops.mayStop(currentActor.get()));
        model.addAttribute("kinds", words.options("incidents.kind", KINDS, locale));
        model.addAttribute(
                "history",
                history.of(List.of(id.value())).stream()
                        .filter(line -> line.action().startsWith("access."))
                        .toList());
        return "incidents/safety";
    }

    /** @throws RuleBrokenException for a day or time that there is not */
    static Instant moment(String typed, ZoneId zone) {
        try {
            return LocalDateTime.parse(typed).atZone(zone).toInstant();
        } catch (DateTimeParseException e) {
            throw new RuleBrokenException("incidents.knownAt.bad");
        }
    }

    private String now() {
        return TYPED.format(clock.instant().atZone(seoul));
    }
}
