package dari.agreements;

import dari.kernel.CurrentActor;
import dari.kernel.Face;
import dari.kernel.NotFoundException;
import dari.kernel.RuleBrokenException;
import dari.projects.ProjectId;
import dari.projects.ProjectView;
import dari.projects.Projects;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The agreement of a project: read and sign it. */
@Controller
class AgreementController {

    private final Agreements agreements;
    private final AgreementTalks talks;
    private final Projects projects;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ZoneId seoul;

    AgreementController(
            Agreements agreements,
            AgreementTalks talks,
            Projects projects,
            CurrentActor currentActor,
            Clock clock,
            ZoneId seoul) {
        this.agreements = agreements;
        this.talks = talks;
        this.projects = projects;
        this.currentActor = currentActor;
        this.clock = clock;
        this.seoul = seoul;
    }

    record SignForm(
            @NotBlank(message = "{agreements.name.missing}") @Size(max = 100, message = "{needs.text.long}")
            String name,

            @NotBlank String hash) {

        @Override
        public String toString() {
            return "SignForm[redacted]";
        }
    }

    @GetMapping("/agreements/{project}")
    String show(@PathVariable UUID project, Model model) {
        AgreementView agreement = find(project);
        model.addAttribute("form", new SignForm("", agreement.hash()));
        return page(project, agreement, model);
    }

    @PostMapping("/agreements/{project}")
    String sign(
            @PathVariable UUID project,
            @Valid @ModelAttribute("form") SignForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next) {
        AgreementView agreement = find(project);
        if (!errors.hasErrors()) {
            try {
                agreements.sign(new ProjectId(project), form.name().strip(), form.hash());
                next.addFlashAttribute("toast", "agreements.signed");
                return "redirect:/projects/" + project;
            } catch (RuleBrokenException e) {
                errors.reject(e.messageKey(), e.arguments().toArray(), null);
            }
        }
        return page(project, agreement, model);
    }

    private AgreementView find(UUID project) {
        return agreements.of(new ProjectId(project)).orElseThrow(() -> new NotFoundException("agreement"));
    }

    private String page(UUID id, AgreementView agreement, Model model) {
        ProjectView project = projects.show(new ProjectId(id));
        AgreementView.Party next = agreement.next();
        boolean mine = next != null && next.isFor(currentActor.get());
        boolean over = agreement.status() == AgreementStatus.TERMINATED
                || agreement.status() == AgreementStatus.SUPERSEDED
                || agreement.status() == AgreementStatus.CHANGES_REQUESTED;
        model.addAttribute("project", project);
        model.addAttribute("agreement", agreement);
        model.addAttribute("revisions", agreements.revisions(project.id()));
        model.addAttribute("changes", talks.changes(project.id()));
        model.addAttribute("me", currentActor.get().organization());
        model.addAttribute(
                "speaks", currentActor.get().face() != Face.PROGRAM && Agreements.speaks(currentActor.get()));
        model.addAttribute("hospitalSide", currentActor.get().face() == Face.HOSPITAL);
        model.addAttribute("today", LocalDate.now(clock.withZone(seoul)));
        model.addAttribute("maySign", mine && !over && Agreements.signs(currentActor.get()));
        return "agreements/agreement";
    }
}
