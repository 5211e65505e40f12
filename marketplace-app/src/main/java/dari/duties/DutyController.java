package dari.duties;

import dari.kernel.CurrentActor;
import dari.kernel.Face;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.projects.ProjectId;
import dari.projects.Projects;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a project's startup owes, for both sides. */
@Controller
class DutyController {

    private static final int MOST = 1000;

    private final ProjectDuties duties;
    private final Projects projects;
    private final CurrentActor currentActor;

    DutyController(ProjectDuties duties, Projects projects, CurrentActor currentActor) {
        this.duties = duties;
        this.projects = projects;
        this.currentActor = currentActor;
    }

    @GetMapping("/projects/{project}/duties")
    String show(@PathVariable UUID project, Model model) {
        ProjectId id = new ProjectId(project);
        model.addAttribute("project", projects.show(id));
        model.addAttribute("duties", duties.of(id));
        model.addAttribute("startup", currentActor.get().face() == Face.STARTUP);
        model.addAttribute("office", currentActor.get().is(Role.HOSPITAL_OFFICE));
        return "duties/duties";
    }

    @PostMapping("/projects/{project}/duties")
    String add(
            @PathVariable UUID project,
            @RequestParam(defaultValue = "") String wording,
            @RequestParam(defaultValue = "") String due,
            @RequestParam(defaultValue = "false") boolean stops,
            RedirectAttributes next) {
        ProjectId id = new ProjectId(project);
        projects.show(id);
        return then(id, next, () -> duties.add(id, text(wording), day(due), stops));
    }

    @PostMapping("/duties/{duty}/evidence")
    String give(@PathVariable UUID duty, @RequestParam(defaultValue = "") String evidence, RedirectAttributes next) {
        return then(duties.projectOf(duty), next, () -> duties.give(duty, text(evidence)));
    }

    @PostMapping("/duties/{duty}/judge")
    String judge(
            @PathVariable UUID duty,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        return then(duties.projectOf(duty), next, () -> {
            if (decision.equals("waive")) {
                duties.waive(duty, text(reason));
            } else {
                duties.judge(duty, decision.equals("accept"), text(reason));
            }
        });
    }

    private static String then(ProjectId project, RedirectAttributes next, Runnable act) {
        try {
            act.run();
            next.addFlashAttribute("toast", "duties.saved");
        } catch (RuleBrokenException e) {
            next.addFlashAttribute("refusal", e.messageKey());
        }
        return "redirect:/projects/" + project.value() + "/duties";
    }

    private static String text(String typed) {
        String text = typed.strip();
        if (text.isEmpty() || text.length() > MOST) {
            throw new RuleBrokenException("duties.text.bad");
        }
        return text;
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException e) {
            throw new RuleBrokenException("duties.day.bad");
        }
    }
}
