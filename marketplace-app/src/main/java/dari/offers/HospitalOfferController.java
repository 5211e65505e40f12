package dari.offers;

import dari.kernel.RuleBrokenException;
import dari.workspace.Concepts;
import dari.workspace.Pages;
import dari.workspace.Words;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
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
@RequestMapping("/hospital/offers")
class HospitalOfferController {

    private static final int PAGE = 20;
    private static final List<String> KINDS = List.of("kind", "label", "format", "environment", "region", "return");

    private final Offers offers;
    private final Words words;
    private final Concepts concepts;
    private final ObjectProvider<DatasetSources> sources;
    private final OfferVersions versions;
    private final TermsSentence sentence;
    private final List<OfferSection> sections;

    HospitalOfferController(
            Offers offers,
            Words words,
            Concepts concepts,
            ObjectProvider<DatasetSources> sources,
            OfferVersions versions,
            TermsSentence sentence,
            List<OfferSection> sections) {
        this.offers = offers;
        this.versions = versions;
        this.sentence = sentence;
        this.sections = List.copyOf(sections);
        this.words = words;
        this.concepts = concepts;
        this.sources = sources;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "0") int page, Model model) {
        Page<OfferView> found = offers.mine(Math.max(0, page), PAGE);
        model.addAttribute("offers", found.getContent());
        model.addAttribute("pages", new Pages(found.getNumber(), found.getTotalPages(), "/hospital/offers"));
        return "offers/list";
    }

    @GetMapping("/new")
    String create(Model model, Locale locale) {
        model.addAttribute("form", OfferForm.EMPTY);
        return page(model, locale, null);
    }

    @PostMapping("/new")
    String create(
            @Valid @ModelAttribute("form") OfferForm form,
            BindingResult errors,
            @RequestParam(defaultValue = "draft") String action,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        if (hasErrors(form, errors)) {
            return page(model, locale, null);
        }
        OfferId id = offers.draft(form.toContent(concepts));
        return done(id, action, next);
    }

    @GetMapping("/{offer}")
    String edit(@PathVariable UUID offer, Model model, Locale locale) {
        OfferView view = offers.mine(new OfferId(offer));
        model.addAttribute("form", OfferForm.of(view.content(), concepts, locale));
        return page(model, locale, view);
    }

    @PostMapping("/{offer}")
    String edit(
            @PathVariable UUID offer,
            @Valid @ModelAttribute("form") OfferForm form,
            BindingResult errors,
            @RequestParam(defaultValue = "draft") String action,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        OfferId id = new OfferId(offer);
        if (hasErrors(form, errors)) {
            return page(model, locale, offers.mine(id));
        }
        offers.revise(id, form.toContent(concepts));
        return done(id, action, next);
    }

    /** What the terms come to so far, while they are being picked; nothing is kept. */
    @PostMapping("/sentence")
    String sentence(@ModelAttribute("form") OfferForm form, BindingResult unfinished, Model model, Locale locale) {
        model.addAttribute("sentences", sentence.of(form.terms(concepts), locale));
        return "offers/offering :: sentences";
    }

    /** The offer's page as startups see it once it is published as it stands. */
    @GetMapping("/{offer}/preview")
    String preview(@PathVariable UUID offer, Model model) {
        OfferView view = offers.mine(new OfferId(offer));
        model.addAttribute("offer", view);
        sections.forEach(section -> model.addAllAttributes(section.preview(view)));
        return "offers/preview";
    }

    @GetMapping("/{offer}/versions")
    String versions(@PathVariable UUID offer, Model model, Locale locale) {
        OfferId id = new OfferId(offer);
        model.addAttribute("offer", offers.mine(id));
        model.addAttribute("versions", versions.mine(id, locale));
        model.addAttribute("mine", true);
        return "offers/versions";
    }

    @PostMapping("/{offer}/pause")
    String pause(@PathVariable UUID offer, RedirectAttributes next) {
        offers.pause(new OfferId(offer));
        next.addFlashAttribute("toast", "offers.paused");
        return "redirect:/hospital/offers";
    }

    @PostMapping("/{offer}/publish")
    String publish(@PathVariable UUID offer, RedirectAttributes next) {
        return done(new OfferId(offer), "publish", next);
    }

    @PostMapping("/{offer}/withdraw")
    String withdraw(@PathVariable UUID offer, RedirectAttributes next) {
        offers.withdraw(new OfferId(offer));
        next.addFlashAttribute("toast", "offers.withdrawn");
        return "redirect:/hospital/offers";
    }

    private String done(OfferId id, String action, RedirectAttributes next) {
        next.addFlashAttribute("toast", "offers.saved");
        if (action.equals("publish")) {
            try {
                offers.publish(id);
                next.addFlashAttribute("toast", "offers.published");
            } catch (RuleBrokenException e) {
                next.addFlashAttribute("refusal", e.messageKey());
            }
        }
        return "redirect:/hospital/offers";
    }

    private static boolean hasErrors(OfferForm form, BindingResult errors) {
        if (!errors.hasFieldErrors("yearFrom") && !errors.hasFieldErrors("yearTo") && !form.yearsAreInOrder()) {
            errors.rejectValue("yearTo", "needs.form.years.order");
        }
        if (!form.diseaseIsNamed()) {
            errors.rejectValue("disease", "offers.form.disease.missing");
        }
        return errors.hasErrors();
    }

    private String page(Model model, Locale locale, @Nullable OfferView offer) {
        model.addAttribute("offer", offer);
        if (model.getAttribute("form") instanceof OfferForm form) {
            model.addAttribute("sentences", sentence.of(form.terms(concepts), locale));
        }
        List<String> units =
                Arrays.stream(CostUnit.values()).map(CostUnit::name).toList();
        model.addAttribute("units", words.options("offering.unit", units, locale));
        KINDS.forEach(kind -> model.addAttribute(kind + "s", words.options(kind, locale)));
        model.addAttribute(
                "primaries", words.options("offers.primary", List.of("general", "health", "disease"), locale));
        model.addAttribute(
                "bases", words.options("offers.basis", List.of("pipa-28-2", "consent", "anonymous"), locale));
        model.addAttribute("answers", words.options("offers.answer", List.of("yes", "no"), locale));
        model.addAttribute("duties", words.options("offers.duty", PlainTerms.DUTIES, locale));
        model.addAttribute(
                "deliveries", words.options("offers.delivery", List.of("IN_PLACE", "HOSTED", "FILE"), locale));
        model.addAttribute(
                "sources",
                sources.orderedStream()
                        .flatMap(agents -> agents.ofMyHospital().stream())
                        .toList());
        return "offers/offer";
    }
}
