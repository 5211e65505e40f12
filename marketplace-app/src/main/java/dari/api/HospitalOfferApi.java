package dari.api;

import dari.api.FormRules.Rule;
import dari.api.door.Scoped;
import dari.offers.OfferForm;
import dari.offers.OfferId;
import dari.offers.Offers;
import dari.tokens.Scope;
import dari.workspace.Concepts;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The hospital's own offers. */
@RestController
@RequestMapping("/api/v1/hospital/offers")
class HospitalOfferApi {

    private final Offers offers;
    private final Concepts concepts;
    private final FormRules rules;
    private final Versions versions;

    HospitalOfferApi(Offers offers, Concepts concepts, FormRules rules, Versions versions) {
        this.offers = offers;
        this.concepts = concepts;
        this.rules = rules;
        this.versions = versions;
    }

    @Scoped(Scope.OFFERS_READ)
    @GetMapping
    ResponseEntity<Listing<OfferAnswer>> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Paging.USUAL) int limit) {
        return Paging.newestFirst(
                (last, most) -> offers.mineAfter(last == null ? null : new OfferId(last), most),
                offer -> offer.id().value(),
                OfferAnswer::own,
                cursor,
                limit);
    }

    /** A draft: nobody else sees it before it is published. */
    @Scoped(Scope.OFFERS_WRITE)
    @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
    @PostMapping
    ResponseEntity<OfferAnswer> draft(@RequestBody OfferBody body) {
        OfferId id = offers.draft(checked(body).toContent(concepts));
        return versions.created(id.value(), answer(id));
    }

    @Scoped(Scope.OFFERS_READ)
    @GetMapping("/{offer}")
    ResponseEntity<OfferAnswer> show(@PathVariable UUID offer) {
        return versions.ok(answer(new OfferId(offer)));
    }

    /** Changes a draft, or begins the next revision of a published offer, which is public again once published. */
    @Scoped(Scope.OFFERS_WRITE)
    @PutMapping("/{offer}")
    ResponseEntity<OfferAnswer> revise(
            @PathVariable UUID offer,
            @RequestBody OfferBody body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen) {
        OfferId id = new OfferId(offer);
        offers.mine(id);
        OfferForm form = checked(body);
        return versions.replace(seen, () -> answer(id), () -> offers.revise(id, form.toContent(concepts)));
    }

    @Scoped(Scope.OFFERS_WRITE)
    @PostMapping("/{offer}/publish")
    ResponseEntity<OfferAnswer> publish(
            @PathVariable UUID offer,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen) {
        OfferId id = new OfferId(offer);
        return versions.act(seen, () -> answer(id), () -> offers.publish(id));
    }

    @Scoped(Scope.OFFERS_WRITE)
    @PostMapping("/{offer}/pause")
    ResponseEntity<OfferAnswer> pause(
            @PathVariable UUID offer,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen) {
        OfferId id = new OfferId(offer);
        return versions.act(seen, () -> answer(id), () -> offers.pause(id));
    }

    @Scoped(Scope.OFFERS_WRITE)
    @PostMapping("/{offer}/withdraw")
    ResponseEntity<OfferAnswer> withdraw(
            @PathVariable UUID offer,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen) {
        OfferId id = new OfferId(offer);
        return versions.act(seen, () -> answer(id), () -> offers.withdraw(id));
    }

    private OfferForm checked(OfferBody body) {
        OfferForm form = body.toForm();
        boolean yearsCross = body.yearFrom() != null && body.yearTo() != null && body.yearFrom() > body.yearTo();
        return rules.check(
                form,
                new Rule("yearTo", yearsCross, "needs.form.years.order"),
                new Rule("disease", !form.diseaseIsNamed(), "offers.form.disease.missing"));
    }

    private OfferAnswer answer(OfferId id) {
        return OfferAnswer.own(offers.mine(id));
    }
}
