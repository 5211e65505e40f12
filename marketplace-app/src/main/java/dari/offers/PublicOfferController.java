package dari.offers;

import dari.workspace.Pages;
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

    PublicOfferController(Offers offers) {
        this.offers = offers;
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
        model.addAttribute("offer", offers.published(new OfferId(offer)));
        return "offers/public-offer";
    }
}
