package dari.auditors;

import dari.kernel.RuleBrokenException;
import dari.workspace.Option;
import dari.workspace.Pages;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
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

/** The office's page about auditors: grant, see, end. */
@Controller
@RequestMapping("/program/auditors")
class MandateController {

    private static final int SHOWN = 20;
    private static final int USUAL_DAYS = 30;

    private final Mandates mandates;
    private final Clock clock;
    private final ZoneId seoul;

    MandateController(Mandates mandates, Clock clock, ZoneId seoul) {
        this.mandates = mandates;
        this.clock = clock;
        this.seoul = seoul;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "0") int page, Model model, Locale locale) {
        LocalDate today = LocalDate.now(clock.withZone(seoul));
        model.addAttribute(
                "form",
                new MandateForm(
                        "",
                        List.of(),
                        today.toString(),
                        today.plusDays(USUAL_DAYS).toString(),
                        ""));
        return page(page, model, locale);
    }

    @PostMapping
    String grant(
            @Valid @ModelAttribute("form") MandateForm form,
            BindingResult errors,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        if (MandateForm.day(form.firstDay()).isEmpty()) {
            errors.rejectValue("firstDay", "auditors.form.day.missing");
        }
        if (MandateForm.day(form.lastDay()).isEmpty()) {
            errors.rejectValue("lastDay", "auditors.form.day.missing");
        }
        if (form.isBackwards()) {
            errors.rejectValue("lastDay", "auditors.form.lastDay.early");
        }
        if (!errors.hasErrors()) {
            try {
                mandates.grant(form.toMandate());
                next.addFlashAttribute("toast", "auditors.granted");
                return "redirect:/program/auditors";
            } catch (RuleBrokenException e) {
                errors.reject(e.messageKey(), e.arguments().toArray(), null);
            }
        }
        return page(0, model, locale);
    }

    @PostMapping("/{mandate}/end")
    String end(@PathVariable UUID mandate, RedirectAttributes next) {
        mandates.end(mandate);
        next.addFlashAttribute("toast", "auditors.ended");
        return "redirect:/program/auditors";
    }

    private String page(int number, Model model, Locale locale) {
        Page<MandateView> all = mandates.all(Math.max(0, number), SHOWN);
        model.addAttribute("mandates", all.getContent());
        model.addAttribute("pages", Pages.of(number, all.getTotalElements(), SHOWN, "/program/auditors"));
        model.addAttribute(
                "auditors",
                mandates.auditors().stream()
                        .map(member -> new Option(member.user().value().toString(), member.name()))
                        .toList());
        model.addAttribute(
                "calls",
                mandates.grantable().stream()
                        .map(call -> new Option(call.id().toString(), call.title(locale)))
                        .toList());
        return "auditors/mandates";
    }
}
