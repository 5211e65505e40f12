package dari.discovery;

import dari.matching.exposure.FairOrder;
import dari.needs.NeedId;
import dari.needs.NeedView;
import dari.needs.Needs;
import dari.offers.OfferId;
import dari.offers.OfferSection;
import dari.offers.OfferView;
import dari.offers.Offers;
import dari.workspace.Pages;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

@Controller
class SearchController {

    static final String PATH = "/startup/search";

    private static final int PAGE = 10;
    private static final int ALL_PAGE = 20;

    private final Discovery discovery;
    private final Facets facets;
    private final Needs needs;
    private final Offers offers;
    private final List<OfferSection> sections;

    SearchController(Discovery discovery, Facets facets, Needs needs, Offers offers, List<OfferSection> sections) {
        this.discovery = discovery;
        this.facets = facets;
        this.needs = needs;
        this.offers = offers;
        this.sections = List.copyOf(sections);
    }

    @GetMapping(PATH)
    String search(
            @RequestParam(required = false) @Nullable UUID need,
            @RequestParam(required = false) @Nullable UUID adjust,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam MultiValueMap<String, String> parameters,
            Model model,
            Locale locale) {
        Optional<NeedView> chosen = chosen(need);
        if (chosen.isEmpty()) {
            return "discovery/no-need";
        }
        SearchQuery query = SearchQuery.of(parameters);
        int number = Math.max(0, page);
        SearchResult result = discovery.search(
                chosen.get().id(), query, adjust == null ? null : new OfferId(adjust), number, PAGE, locale);
        SearchQuery.Parameter ofNeed =
                new SearchQuery.Parameter("need", chosen.get().id().value().toString());
        SearchQuery.Parameter[] kept = adjust == null
                ? new SearchQuery.Parameter[] {ofNeed}
                : new SearchQuery.Parameter[] {ofNeed, new SearchQuery.Parameter("adjust", adjust.toString())};
        model.addAttribute("need", chosen.get());
        model.addAttribute("needs", needs.mine());
        model.addAttribute("query", query);
        model.addAttribute("persons", PersonsRange.of(parameters));
        model.addAttribute("chips", facets.chips(query, locale, kept));
        model.addAttribute("orders", SortOrder.values());
        model.addAttribute("saveUrl", query.at("/startup/searches/new", ofNeed));
        model.addAttribute("adjust", adjust);
        model.addAttribute("result", result);
        model.addAttribute("spread", FairOrder.USUAL.bound());
        model.addAttribute("pages", Pages.of(number, result.total(), PAGE, here()));
        return "discovery/search";
    }

    /** Up to four offers side by side. */
    @GetMapping("/startup/compare")
    String compare(
            @RequestParam(required = false) @Nullable UUID need,
            @RequestParam(required = false) @Nullable List<UUID> offer,
            @RequestParam(defaultValue = "") String q,
            Model model) {
        Optional<NeedView> chosen = chosen(need);
        if (chosen.isEmpty()) {
            return "discovery/no-need";
        }
        List<OfferId> wanted =
                offer == null ? List.of() : offer.stream().map(OfferId::new).toList();
        model.addAttribute("need", chosen.get());
        model.addAttribute("q", q);
        model.addAttribute("comparison", discovery.compare(chosen.get().id(), q, wanted));
        model.addAttribute("least", Comparison.LEAST);
        model.addAttribute("most", Comparison.MOST);
        return "discovery/compare";
    }

    /** Every public offer, also those that no search would find, to ask about. */
    @GetMapping("/startup/offers")
    String all(
            @RequestParam(required = false) @Nullable UUID need,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        Optional<NeedView> chosen = chosen(need);
        if (chosen.isEmpty()) {
            return "discovery/no-need";
        }
        Page<OfferView> found = offers.published(Math.max(0, page), ALL_PAGE);
        model.addAttribute("need", chosen.get());
        model.addAttribute("offers", found.getContent());
        model.addAttribute("pages", Pages.of(found.getNumber(), found.getTotalElements(), ALL_PAGE, here()));
        return "discovery/all";
    }

    @GetMapping("/startup/offers/{offer}")
    String offer(@PathVariable UUID offer, @RequestParam(required = false) @Nullable UUID need, Model model) {
        Optional<NeedView> chosen = chosen(need);
        if (chosen.isEmpty()) {
            return "redirect:/offers/" + offer;
        }
        model.addAttribute("need", chosen.get());
        Optional<OfferView> paused = discovery.paused(new OfferId(offer));
        if (paused.isPresent()) {
            model.addAttribute("offer", paused.get());
            return "discovery/paused";
        }
        WhyNot why = discovery.why(chosen.get().id(), new OfferId(offer), PAGE);
        model.addAttribute("card", why.card());
        model.addAttribute("standing", why.standing());
        sections.forEach(section -> model.addAllAttributes(section.of(new OfferId(offer))));
        return "discovery/offer";
    }

    private Optional<NeedView> chosen(@Nullable UUID need) {
        return need == null ? discovery.usualNeed() : Optional.of(discovery.need(new NeedId(need)));
    }

    private static String here() {
        return ServletUriComponentsBuilder.fromCurrentRequest()
                .scheme(null)
                .host(null)
                .port(null)
                .build()
                .toUriString();
    }
}
