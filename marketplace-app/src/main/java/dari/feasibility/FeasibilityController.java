package dari.feasibility;

import dari.kernel.RuleBrokenException;
import dari.offers.OfferId;
import dari.offers.OfferView;
import dari.workspace.Pages;
import dari.workspace.Words;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where startups ask how many patients there are, and where the hospital sees what was asked. */
@Controller
class FeasibilityController {

    private static final int PAGE = 20;

    private final Feasibility feasibility;
    private final FeasibilityProperties limits;
    private final Words words;
    private final Clock clock;
    private final ZoneId seoul;

    FeasibilityController(
            Feasibility feasibility, FeasibilityProperties limits, Words words, Clock clock, ZoneId seoul) {
        this.feasibility = feasibility;
        this.limits = limits;
        this.words = words;
        this.clock = clock;
        this.seoul = seoul;
    }

    @GetMapping("/startup/offers/{offer}/feasibility")
    String show(@PathVariable UUID offer, Model model, Locale locale) {
        model.addAttribute("form", FeasibilityForm.EMPTY);
        return page(new OfferId(offer), model, locale);
    }

    @PostMapping("/startup/offers/{offer}/feasibility")
    String ask(
            @PathVariable UUID offer,
            @Valid @ModelAttribute("form") FeasibilityForm form,
            BindingResult errors,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        OfferId id = new OfferId(offer);
        feasibility.offer(id);
        if (!hasErrors(form, errors)) {
            try {
                feasibility.ask(
                        id, form.toQuestion(LocalDate.now(clock.withZone(seoul)).getYear()));
                next.addFlashAttribute("toast", "feasibility.asked");
                return "redirect:/startup/offers/" + offer + "/feasibility";
            } catch (RuleBrokenException e) {
                errors.reject(e.messageKey(), e.arguments().toArray(), null);
            }
        }
        return page(id, model, locale);
    }

    @GetMapping("/hospital/feasibility")
    String ofHospital(@RequestParam(defaultValue = "0") int page, Model model) {
        Page<FeasibilityView> found = feasibility.ofMyHospital(Math.max(0, page), PAGE);
        model.addAttribute("questions", found.getContent());
        model.addAttribute("pages", new Pages(found.getNumber(), found.getTotalPages(), "/hospital/feasibility"));
        model.addAttribute("limits", limits);
        return "feasibility/hospital";
    }

    private static boolean hasErrors(FeasibilityForm form, BindingResult errors) {
        if (errors.hasErrors()) {
            return true;
        }
        if (!form.hasAgesInOrder()) {
            errors.rejectValue("ageTo", "feasibility.form.age.order");
        }
        if (!form.hasDaysInOrder()) {
            errors.rejectValue("to", "feasibility.form.days.order");
        }
        if (!errors.hasErrors() && form.isAboutNothing()) {
            errors.rejectValue("diagnoses", "feasibility.form.nothing");
        }
        return errors.hasErrors();
    }

    private String page(OfferId id, Model model, Locale locale) {
        OfferView offer = feasibility.offer(id);
        model.addAttribute("offer", offer);
        model.addAttribute("questions", feasibility.mine(id));
        model.addAttribute("left", feasibility.left(id));
        model.addAttribute("limits", limits);
        model.addAttribute("sexes", words.options("feasibility.sex", List.of("F", "M"), locale));
        model.addAttribute("kinds", words.options("modality", locale));
        return "feasibility/ask";
    }
}
