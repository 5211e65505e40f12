package dari.redecisions;

import dari.kernel.Actor;
import dari.kernel.CurrentActor;
import dari.kernel.Face;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.offers.OfferId;
import dari.offers.Offers;
import dari.projects.ProjectId;
import dari.projects.ProjectView;
import dari.projects.Projects;
import dari.workspace.Pages;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What changed under a project, what a change would do, and the hospital's list of both. */
@Controller
class RedecisionController {

    private static final int PAGE = 20;
    private static final int MOST = 1000;

    private final Redecisions redecisions;
    private final ChangeText text;
    private final Projects projects;
    private final Offers offers;
    private final CurrentActor currentActor;

    RedecisionController(
            Redecisions redecisions, ChangeText text, Projects projects, Offers offers, CurrentActor currentActor) {
        this.redecisions = redecisions;
        this.text = text;
        this.projects = projects;
        this.offers = offers;
        this.currentActor = currentActor;
    }

    /** @param answers whether the reader answers it */
    record Row(ProjectView project, ChangeTaskView task, ChangeText.Said said, boolean answers) {}

    record EffectRow(ProjectView project, List<ChangeText.Said> differences) {}

    @GetMapping("/projects/{project}/changes")
    String ofProject(@PathVariable UUID project, Model model, Locale locale) {
        ProjectId id = new ProjectId(project);
        ProjectView view = projects.show(id);
        model.addAttribute("project", view);
        model.addAttribute("decided", redecisions.lastDecided(id).orElse(null));
        model.addAttribute(
                "rows",
                redecisions.of(id).stream().map(task -> row(view, task, locale)).toList());
        return "redecisions/project";
    }

    @GetMapping("/hospital/changes")
    String list(@RequestParam(defaultValue = "0") int page, Model model, Locale locale) {
        Page<ChangeTaskView> found = redecisions.mine(Math.max(0, page), PAGE);
        Map<ProjectId, ProjectView> known =
                projects.facts(found.stream().map(ChangeTaskView::project).toList());
        model.addAttribute(
                "rows",
                found.stream()
                        .map(task -> row(Objects.requireNonNull(known.get(task.project())), task, locale))
                        .toList());
        model.addAttribute("pages", new Pages(found.getNumber(), found.getTotalPages(), "/hospital/changes"));
        return "redecisions/list";
    }

    @GetMapping("/hospital/offers/{offer}/effects")
    String effects(@PathVariable UUID offer, Model model, Locale locale) {
        OfferId id = new OfferId(offer);
        model.addAttribute("offer", offers.mine(id));
        model.addAttribute(
                "effects",
                redecisions.preview(id).stream()
                        .map(effect -> new EffectRow(
                                effect.project(),
                                effect.changes().stream()
                                        .map(change -> text.of(change, locale))
                                        .toList()))
                        .toList());
        return "redecisions/effects";
    }

    @PostMapping("/differences/{difference}")
    String answer(
            @PathVariable UUID difference,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        ProjectId project = redecisions.projectOf(difference);
        try {
            switch (answer) {
                case "keep" -> redecisions.keep(difference, reason(reason));
                case "take" -> redecisions.takeOver(difference);
                default -> redecisions.acknowledge(difference);
            }
            next.addFlashAttribute("toast", "redecisions.saved");
        } catch (RuleBrokenException e) {
            next.addFlashAttribute("refusal", e.messageKey());
        }
        return "redirect:/projects/" + project.value() + "/changes";
    }

    private Row row(ProjectView project, ChangeTaskView task, Locale locale) {
        return new Row(project, task, text.of(task.change(), locale), answers(task));
    }

    private boolean answers(ChangeTaskView task) {
        Actor actor = currentActor.get();
        return task.isOpen()
                && switch (task.remedy()) {
                    case TOLD -> actor.face() == Face.STARTUP;
                    case AMENDMENT, TOLD_HOSPITAL -> actor.is(Role.HOSPITAL_OFFICE);
                    case LOOK -> actor.is(Role.HOSPITAL_OFFICE) || actor.is(Role.HOSPITAL_BOARD_SECRETARY);
                };
    }

    private static String reason(String typed) {
        String reason = typed.strip();
        if (reason.isEmpty() || reason.length() > MOST) {
            throw new RuleBrokenException("redecisions.reason.bad");
        }
        return reason;
    }
}
