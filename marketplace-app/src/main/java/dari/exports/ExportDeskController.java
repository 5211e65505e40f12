package dari.exports;

import dari.kernel.Actor;
import dari.kernel.CurrentActor;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.sandboxes.Sandboxes;
import dari.workspace.Pages;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.data.domain.Page;
import org.springframework.http.ResponseEntity;
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

/** Where a hospital's people look at what wants to leave. */
@Controller
@RequestMapping("/hospital/exports")
class ExportDeskController {

    private static final int PAGE = 20;

    private final ExportDesk desk;
    private final Sandboxes sandboxes;
    private final CurrentActor currentActor;

    ExportDeskController(ExportDesk desk, Sandboxes sandboxes, CurrentActor currentActor) {
        this.desk = desk;
        this.sandboxes = sandboxes;
        this.currentActor = currentActor;
    }

    record ReasonForm(
            @NotBlank(message = "{admin.reason.missing}") @Size(max = 1000, message = "{needs.text.long}")
            String reason) {}

    @GetMapping
    String list(@RequestParam(defaultValue = "0") int page, Model model) {
        Page<ExportView> found = desk.mine(Math.max(0, page), PAGE);
        model.addAttribute("exports", found.getContent());
        model.addAttribute("pages", new Pages(found.getNumber(), found.getTotalPages(), "/hospital/exports"));
        model.addAttribute("reviewers", ExportDesk.REVIEWERS);
        return "exports/desk";
    }

    @GetMapping("/{export}")
    String show(@PathVariable UUID export, Model model) {
        model.addAttribute("form", new ReasonForm(""));
        return page(desk.show(export), model);
    }

    @GetMapping("/{export}/files/{file}")
    ResponseEntity<Resource> look(@PathVariable UUID export, @PathVariable UUID file) {
        return ExportController.answer(desk.look(export, file));
    }

    @PostMapping("/{export}/decision")
    String decide(
            @PathVariable UUID export,
            @Valid @ModelAttribute("form") ReasonForm form,
            BindingResult errors,
            @RequestParam String decision,
            Model model,
            RedirectAttributes next) {
        ExportView view = desk.show(export);
        if (!errors.hasErrors()) {
            try {
                if (decision.equals("revoke")) {
                    desk.revoke(export, form.reason().strip());
                } else {
                    desk.decide(
                            export, decision.equals("approve"), form.reason().strip());
                }
                next.addFlashAttribute("toast", "admin.saved");
                return "redirect:/hospital/exports/" + export;
            } catch (RuleBrokenException e) {
                errors.reject(e.messageKey(), e.arguments().toArray(), null);
            }
        }
        return page(view, model);
    }

    private String page(ExportView export, Model model) {
        model.addAttribute("export", export);
        model.addAttribute("sandbox", sandboxes.show(export.sandbox()));
        model.addAttribute("history", desk.history(export.id()));
        model.addAttribute("reviewers", ExportDesk.REVIEWERS);
        boolean mayDecide = mayDecide(currentActor.get());
        model.addAttribute("mayDecide", mayDecide);
        if (mayDecide) {
            try {
                model.addAttribute("evidence", desk.evidence(export.id()));
            } catch (RuleBrokenException out) {
                model.addAttribute("out", out.messageKey());
            }
        }
        return "exports/review";
    }

    static boolean mayDecide(Actor actor) {
        return actor.is(Role.HOSPITAL_STEWARD) || actor.is(Role.HOSPITAL_PRIVACY) || actor.is(Role.HOSPITAL_BOARD);
    }
}
