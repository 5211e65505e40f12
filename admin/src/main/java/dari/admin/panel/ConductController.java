package dari.admin.panel;

import dari.admin.AwardChecks;
import dari.admin.DecisionDesk;
import dari.admin.ProgramRuleBrokenException;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

/** The administrator's page of one application's vote: open, close with minutes, publish; never decide. */
@Controller
@RequestMapping("/program/applications/{application}/panel")
class ConductController {

    private final PanelAppointments appointments;
    private final Panels panels;
    private final DecisionDesk desk;
    private final HospitalOutcomes hospitals;
    private final Appeals appeals;
    private final AwardChecks checks;

    ConductController(
            PanelAppointments appointments,
            Panels panels,
            DecisionDesk desk,
            HospitalOutcomes hospitals,
            Appeals appeals,
            AwardChecks checks) {
        this.appointments = appointments;
        this.panels = panels;
        this.desk = desk;
        this.hospitals = hospitals;
        this.appeals = appeals;
        this.checks = checks;
    }

    @GetMapping
    String show(@PathVariable UUID application, Model model) {
        model.addAttribute("form", TextForm.EMPTY);
        return page(application, model);
    }

    @PostMapping("/open")
    String open(@PathVariable UUID application, RedirectAttributes next) {
        try {
            panels.open(application);
            next.addFlashAttribute("toast", "panel.opened");
        } catch (ProgramRuleBrokenException e) {
            next.addFlashAttribute("refused", e.messageKey());
        }
        return back(application);
    }

    @PostMapping("/close")
    String close(
            @PathVariable UUID application,
            @Valid @ModelAttribute("form") TextForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next) {
        return act(application, form, errors, model, next, "panel.closed", panels::close);
    }

    @PostMapping("/publish")
    String publish(
            @PathVariable UUID application,
            @Valid @ModelAttribute("form") TextForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next) {
        return act(application, form, errors, model, next, "panel.published", panels::publish);
    }

    @PostMapping("/appeal")
    String appoint(
            @PathVariable UUID application,
            @RequestParam(defaultValue = "") List<UUID> handlers,
            RedirectAttributes next) {
        try {
            appeals.appoint(application, Set.copyOf(handlers));
            next.addFlashAttribute("toast", "panel.appeal.appointed");
        } catch (ProgramRuleBrokenException e) {
            next.addFlashAttribute("refused", e.messageKey());
        }
        return back(application);
    }

    private String act(
            UUID application,
            TextForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next,
            String toast,
            BallotAct act) {
        desk.show(application);
        if (act.isDone(panels.present(application), form, errors)) {
            next.addFlashAttribute("toast", toast);
            return back(application);
        }
        return page(application, model);
    }

    private String page(UUID application, Model model) {
        model.addAttribute("row", desk.show(application));
        @Nullable BallotView ballot = panels.present(application);
        model.addAttribute("ballot", ballot);
        model.addAttribute("hospitals", hospitals.show(application));
        model.addAttribute("checks", checks.shown(application));
        @Nullable AppealView appeal = appeals.show(application);
        model.addAttribute("appeal", appeal);
        model.addAttribute(
                "panel",
                appointments.show(desk.show(application).application().call().id(), 0, 1));
        boolean asks = appeal != null
                && appeal.status() == AppealStatus.OPEN
                && appeal.handlers().isEmpty();
        model.addAttribute("handlers", asks ? appeals.candidates(application) : List.of());
        return "panel/conduct";
    }

    private static String back(UUID application) {
        return "redirect:/program/applications/" + application + "/panel";
    }
}
