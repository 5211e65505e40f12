package dari.admin;

import jakarta.validation.Valid;
import java.util.List;
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

@Controller
@RequestMapping("/startup/applications")
class ApplicationController {

    private final Applications applications;
    private final Calls calls;

    ApplicationController(Applications applications, Calls calls) {
        this.applications = applications;
        this.calls = calls;
    }

    /** A choice of the form: value and label. */
    public record Choice(String value, String label) {}

    @GetMapping
    String list(Model model) {
        model.addAttribute("applications", applications.mine());
        model.addAttribute(
                "calls", calls.published().stream().filter(CallView::openNow).toList());
        return "admin/applications";
    }

    @GetMapping("/new")
    String create(@RequestParam UUID call, Model model) {
        model.addAttribute("form", ApplicationForm.EMPTY);
        return page(model, calls.published(call), null);
    }

    @PostMapping("/new")
    String create(
            @RequestParam UUID call,
            @Valid @ModelAttribute("form") ApplicationForm form,
            BindingResult errors,
            @RequestParam(defaultValue = "draft") String action,
            Model model,
            RedirectAttributes next) {
        if (errors.hasErrors()) {
            return page(model, calls.published(call), null);
        }
        UUID id;
        try {
            id = applications.draft(call, UUID.fromString(form.introduction()), form.text());
        } catch (ProgramRuleBrokenException e) {
            errors.reject(e.messageKey(), e.arguments().toArray(), null);
            return page(model, calls.published(call), null);
        }
        return done(id, action, next);
    }

    @GetMapping("/{application}")
    String show(@PathVariable UUID application, Model model) {
        ApplicationView view = applications.mine(application);
        model.addAttribute("form", ApplicationForm.of(view));
        return page(model, view.call(), view);
    }

    @PostMapping("/{application}")
    String change(
            @PathVariable UUID application,
            @Valid @ModelAttribute("form") ApplicationForm form,
            BindingResult errors,
            @RequestParam(defaultValue = "draft") String action,
            Model model,
            RedirectAttributes next) {
        if (errors.hasErrors()) {
            ApplicationView view = applications.mine(application);
            return page(model, view.call(), view);
        }
        applications.change(application, form.text());
        return done(application, action, next);
    }

    @PostMapping("/{application}/withdraw")
    String withdraw(@PathVariable UUID application, RedirectAttributes next) {
        applications.withdraw(application);
        next.addFlashAttribute("toast", "admin.application.withdrawn");
        return "redirect:/startup/applications";
    }

    /** What was written is saved by now: whoever may not submit it yet finds the draft, and why. */
    private String done(UUID id, String action, RedirectAttributes next) {
        next.addFlashAttribute("toast", "admin.saved");
        if (action.equals("submit")) {
            try {
                applications.submit(id);
                next.addFlashAttribute("toast", "admin.application.submitted");
            } catch (ProgramRuleBrokenException e) {
                next.addFlashAttribute("refused", e.messageKey());
            }
        }
        return "redirect:/startup/applications/" + id;
    }

    private String page(Model model, CallView call, @Nullable ApplicationView application) {
        List<Choice> partners = applications.partners().stream()
                .map(partner -> new Choice(
                        partner.introduction().toString(), partner.hospitalName() + " · " + partner.offerTitle()))
                .toList();
        model.addAttribute("call", call);
        // "application" is taken: the template engine names the servlet context so.
        model.addAttribute("entry", application);
        model.addAttribute("partners", partners);
        return "admin/application";
    }
}
