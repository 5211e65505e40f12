package dari.projects;

import dari.audit.History;
import dari.kernel.CurrentActor;
import dari.kernel.Face;
import dari.workspace.CalendarDate;
import dari.workspace.Pages;
import dari.workspace.Words;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
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

@Controller
@RequestMapping("/projects")
class ProjectController {

    private static final int MOST_REASON = 1000;
    private static final int PAGE = 20;

    private final Projects projects;
    private final AccessGate gate;
    private final List<ProjectSection> sections;
    private final History history;
    private final CurrentActor currentActor;
    private final Words words;

    ProjectController(
            Projects projects,
            AccessGate gate,
            List<ProjectSection> sections,
            History history,
            CurrentActor currentActor,
            Words words) {
        this.projects = projects;
        this.gate = gate;
        this.sections = List.copyOf(sections);
        this.history = history;
        this.currentActor = currentActor;
        this.words = words;
    }

    record ApprovalForm(
            @NotNull(message = "{needs.choice.bad}")
            @Pattern(regexp = "NOT_NEEDED|EXEMPT|APPROVED", message = "{needs.choice.bad}")
            String approval,

            @NotBlank(message = "{projects.approval.reference.missing}") @Size(max = 120, message = "{needs.text.long}")
            String reference,

            @CalendarDate(message = "{projects.approval.until.bad}") @Nullable
            String until) {

        static final ApprovalForm EMPTY = new ApprovalForm("APPROVED", "", "");
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "0") int page, Model model) {
        Page<ProjectView> found = projects.mine(Math.max(0, page), PAGE);
        model.addAttribute("projects", found.getContent());
        model.addAttribute("pages", new Pages(found.getNumber(), found.getTotalPages(), "/projects"));
        return "projects/list";
    }

    @GetMapping("/{project}")
    String show(@PathVariable UUID project, Model model, Locale locale) {
        model.addAttribute("form", ApprovalForm.EMPTY);
        return page(new ProjectId(project), model, locale);
    }

    @PostMapping("/{project}/approval")
    String approval(
            @PathVariable UUID project,
            @Valid @ModelAttribute("form") ApprovalForm form,
            BindingResult errors,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        ProjectId id = new ProjectId(project);
        if (errors.hasErrors()) {
            return page(id, model, locale);
        }
        String until = form.until();
        projects.recordApproval(
                id,
                Approval.valueOf(form.approval()),
                form.reference().strip(),
                until == null || until.isBlank() ? null : LocalDate.parse(until));
        next.addFlashAttribute("toast", "projects.approval.saved");
        return "redirect:/projects/" + project;
    }

    /** The project with the parts of all its hospitals that the reader may see. */
    @GetMapping("/{project}/whole")
    String whole(@PathVariable UUID project, Model model) {
        List<ProjectView> parts = projects.parts(new ProjectId(project));
        model.addAttribute(
                "parts",
                parts.stream()
                        .map(part -> new CheckedPart(part, gate.check(part)))
                        .toList());
        model.addAttribute("project", parts.get(0));
        model.addAttribute("ownOnly", currentActor.get().face() == Face.HOSPITAL);
        model.addAttribute(
                "history",
                history.of(parts.stream().map(part -> part.id().value()).toList()));
        return "projects/whole";
    }

    /** A part with its conditions as they are now. */
    record CheckedPart(ProjectView part, List<ConditionState> conditions) {}

    @PostMapping("/{project}/end")
    String end(
            @PathVariable UUID project,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        ProjectId id = new ProjectId(project);
        String why = reason.strip();
        if (why.isEmpty() || why.length() > MOST_REASON) {
            model.addAttribute("endRefused", "projects.end.reason.missing");
            model.addAttribute("endReason", reason);
            model.addAttribute("form", ApprovalForm.EMPTY);
            return page(id, model, locale);
        }
        projects.end(id, why);
        next.addFlashAttribute("toast", "projects.end.done");
        return "redirect:/projects/" + project;
    }

    private String page(ProjectId id, Model model, Locale locale) {
        ProjectView project = projects.show(id);
        model.addAttribute("mayEnd", currentActor.get().face() != Face.PROGRAM && Projects.mayEnd(currentActor.get()));
        model.addAttribute("project", project);
        model.addAttribute("conditions", gate.check(project));
        model.addAttribute("history", history.of(List.of(id.value())));
        model.addAttribute(
                "mayApprove",
                currentActor.get().belongsTo(project.hospital().id()) && Projects.recordsApprovals(currentActor.get()));
        model.addAttribute(
                "approvals", words.options("projects.approval", List.of("APPROVED", "EXEMPT", "NOT_NEEDED"), locale));
        sections.forEach(section -> model.addAllAttributes(section.of(id)));
        return "projects/project";
    }
}
