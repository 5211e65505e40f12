package dari.agreements;

import dari.kernel.CurrentActor;
import dari.kernel.NotFoundException;
import dari.kernel.Role;
import dari.projects.ProjectId;
import dari.projects.Projects;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class AgreementController {

    private final Agreements agreements;
    private final Projects projects;
    private final CurrentActor currentActor;

    AgreementController(Agreements agreements, Projects projects, CurrentActor currentActor) {
        this.agreements = agreements;
        this.projects = projects;
        this.currentActor = currentActor;
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
        if (errors.hasErrors()) {
            return page(project, find(project), model);
        }
        agreements.sign(new ProjectId(project), form.name().strip(), form.hash());
        next.addFlashAttribute("toast", "agreements.signed");
        return "redirect:/projects/" + project;
    }

    private AgreementView find(UUID project) {
        return agreements.of(new ProjectId(project)).orElseThrow(() -> new NotFoundException("agreement"));
    }

    private String page(UUID project, AgreementView agreement, Model model) {
        boolean maySign = switch (currentActor.get().face()) {
            case STARTUP -> currentActor.get().is(Role.STARTUP_SIGNATORY) && agreement.startupSignature() == null;
            case HOSPITAL ->
                currentActor.get().is(Role.HOSPITAL_SIGNATORY)
                        && agreement.hospitalSignature() == null
                        && (!agreement.programSigns() || agreement.startupSignature() != null);
            case PROGRAM ->
                currentActor.get().is(Role.PROGRAM_ADMINISTRATOR) && agreement.status() == AgreementStatus.SIGNED_BOTH;
        };
        model.addAttribute("project", projects.show(new ProjectId(project)));
        model.addAttribute("agreement", agreement);
        model.addAttribute("maySign", maySign && agreement.status() != AgreementStatus.TERMINATED);
        return "agreements/agreement";
    }
}
