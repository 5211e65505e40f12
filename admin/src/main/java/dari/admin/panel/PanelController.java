package dari.admin.panel;

import dari.admin.ProgramRuleBrokenException;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
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

/** The panel of a call: who sits on it, by which terms, and where its votes stand. */
@Controller
@RequestMapping("/program/calls/{call}/panel")
class PanelController {

    private static final int PAGE = 50;

    private final PanelAppointments panels;

    PanelController(PanelAppointments panels) {
        this.panels = panels;
    }

    @GetMapping
    String show(@PathVariable UUID call, @RequestParam(defaultValue = "0") int page, Model model) {
        PanelView panel = panels.show(call, Math.max(0, page), PAGE);
        model.addAttribute("form", PanelForm.of(panel));
        return page(panel, page, model);
    }

    @PostMapping
    String appoint(
            @PathVariable UUID call,
            @Valid @ModelAttribute("form") PanelForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next) {
        if (!errors.hasErrors()) {
            try {
                panels.appoint(call, form.terms(), UUID.fromString(form.chair()), form.persons());
                next.addFlashAttribute("toast", "panel.appointed");
                return "redirect:/program/calls/" + call + "/panel";
            } catch (ProgramRuleBrokenException e) {
                errors.reject(e.messageKey(), e.arguments().toArray(), null);
            }
        }
        return page(panels.show(call, 0, PAGE), 0, model);
    }

    private String page(PanelView panel, int number, Model model) {
        model.addAttribute("candidates", panel.fixed() ? List.of() : candidates());
        Listing pages = Listing.of(
                number, panel.total(), PAGE, "/program/calls/" + panel.call().id() + "/panel");
        model.addAttribute("panel", panel);
        model.addAttribute("pages", pages);
        model.addAttribute("lines", panel.lines());
        return "panel/panel";
    }

    private List<Choice> candidates() {
        return panels.candidates().stream()
                .map(person -> new Choice(person.person().toString(), person.name() + " · " + person.organization()))
                .toList();
    }
}
