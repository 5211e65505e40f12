package dari.api;

import dari.api.door.Open;
import dari.offers.OfferId;
import dari.offers.OfferView;
import dari.offers.Offers;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Offers as everybody may read them. */
@RestController
@RequestMapping("/api/v1/offers")
class PublicOfferApi {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Offers offers;
    private final Versions versions;

    PublicOfferApi(Offers offers, Versions versions) {
        this.offers = offers;
        this.versions = versions;
    }

    /** Public offers with their terms, the oldest first: those that come later stand on later pages. */
    @Open
    @GetMapping
    ResponseEntity<Listing<OfferAnswer>> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Paging.USUAL) int limit) {
        int most = Paging.limit(limit);
        OfferId last = new OfferId(cursor == null ? BEFORE_ALL : Paging.id(cursor));
        List<OfferView> found = offers.publishedAfter(last, most + 1);
        List<OfferView> page = found.subList(0, Math.min(most, found.size()));
        String next = found.size() > most ? Paging.of(page.get(most - 1).id().value()) : null;
        return Paging.page(page.stream().map(OfferAnswer::open).toList(), next);
    }

    @Open
    @GetMapping("/{offer}")
    ResponseEntity<OfferAnswer> show(@PathVariable UUID offer) {
        return versions.ok(OfferAnswer.open(offers.published(new OfferId(offer))));
    }
}
