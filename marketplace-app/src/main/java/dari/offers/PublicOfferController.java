package dari.offers;

import dari.workspace.Pages;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What every visitor may see of offers. */
@Controller
class PublicOfferController {

    private static final int PAGE = 20;

    private final Offers offers;
    private final OfferVersions versions;
    private final List<OfferSection> sections;

    PublicOfferController(Offers offers, OfferVersions versions, List<OfferSection> sections) {
        this.offers = offers;
        this.versions = versions;
        this.sections = List.copyOf(sections);
    }

    @GetMapping("/offers")
    String list(@RequestParam(defaultValue = "0") int page, Model model) {
        Page<OfferView> found = offers.published(Math.max(0, page), PAGE);
        model.addAttribute("offers", found.getContent());
        model.addAttribute("total", found.getTotalElements());
        model.addAttribute("pages", new Pages(found.getNumber(), found.getTotalPages(), "/offers"));
        return "offers/public-list";
    }

    @GetMapping("/offers/{offer}")
    String show(@PathVariable UUID offer, Model model) {
        OfferId id = new OfferId(offer);
        model.addAttribute("offer", offers.published(id));
        sections.forEach(section -> model.addAllAttributes(section.of(id)));
        return "offers/public-offer";
    }

    @GetMapping("/offers/{offer}/versions")
    String versions(@PathVariable UUID offer, Model model, Locale locale) {
        OfferId id = new OfferId(offer);
        model.addAttribute("offer", offers.published(id));
        model.addAttribute("versions", versions.published(id, locale));
        model.addAttribute("mine", false);
        return "offers/versions";
    }
}
