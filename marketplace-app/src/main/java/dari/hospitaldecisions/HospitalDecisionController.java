package dari.hospitaldecisions;

import dari.admin.panel.HospitalOutcome;
import dari.kernel.RuleBrokenException;
import dari.workspace.Option;
import dari.workspace.Pages;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.context.i18n.LocaleContextHolder;
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
@RequestMapping("/hospital/decisions")
class HospitalDecisionController {

    private final HospitalDecisions decisions;

    HospitalDecisionController(HospitalDecisions decisions) {
        this.decisions = decisions;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "0") int page, Model model) {
        Page<DecisionLine> found = decisions.mine(page);
        model.addAttribute("decisions", found.getContent());
        model.addAttribute(
                "pages", Pages.of(found.getNumber(), found.getTotalElements(), found.getSize(), "/hospital/decisions"));
        model.addAttribute("rules", decisions.rules());
        model.addAttribute(
                "datasets",
                decisions.ruleless().stream()
                        .map(offer -> new Option(
                                offer.id().value().toString(), offer.content().title(LocaleContextHolder.getLocale())))
                        .toList());
        return "hospitaldecisions/list";
    }

    @GetMapping("/{hospitalDecision}")
    String show(@PathVariable UUID hospitalDecision, Model model) {
        model.addAttribute("form", HospitalDecisionForm.EMPTY);
        return page(hospitalDecision, model);
    }

    @PostMapping("/{hospitalDecision}")
    String decide(
            @PathVariable UUID hospitalDecision,
            @Valid @ModelAttribute("form") HospitalDecisionForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next) {
        decisions.show(hospitalDecision);
        if (!errors.hasErrors()) {
            try {
                decisions.decide(
                        hospitalDecision,
                        HospitalOutcome.valueOf(form.outcome()),
                        form.reason().strip());
                next.addFlashAttribute("toast", "hospitaldecisions.saved");
                return "redirect:/hospital/decisions";
            } catch (RuleBrokenException e) {
                errors.reject(e.messageKey(), e.arguments().toArray(), null);
            }
        }
        return page(hospitalDecision, model);
    }

    @PostMapping("/rules")
    String addRule(
            @RequestParam(defaultValue = "00000000-0000-0000-0000-000000000000") UUID offer, RedirectAttributes next) {
        decisions.addRule(offer);
        next.addFlashAttribute("toast", "hospitaldecisions.rule.on");
        return "redirect:/hospital/decisions";
    }

    @PostMapping("/rules/{hospitalRule}/off")
    String switchOff(@PathVariable UUID hospitalRule, RedirectAttributes next) {
        decisions.switchOff(hospitalRule);
        next.addFlashAttribute("toast", "hospitaldecisions.rule.off");
        return "redirect:/hospital/decisions";
    }

    private String page(UUID id, Model model) {
        model.addAttribute("decision", decisions.show(id));
        return "hospitaldecisions/decision";
    }
}
