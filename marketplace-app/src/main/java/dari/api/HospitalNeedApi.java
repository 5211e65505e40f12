package dari.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dari.api.door.Scoped;
import dari.invitations.NeedCard;
import dari.invitations.NeedFinder;
import dari.invitations.NeedQuery;
import dari.invitations.NeedSearchResult;
import dari.needs.NeedId;
import dari.offers.OfferId;
import dari.tokens.Scope;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What startups show a hospital of their needs, ranked for one of its offers. */
@RestController
@RequestMapping("/api/v1/hospital/needs")
class HospitalNeedApi {

    private final NeedFinder finder;
    private final Sentences sentences;

    HospitalNeedApi(NeedFinder finder, Sentences sentences) {
        this.finder = finder;
        this.sentences = sentences;
    }

    /**
     * A startup's need beside the hospital's offer.
     *
     * @param contact how far the two have come: NEW, INVITED, INTRODUCED or DECLINED
     */
    record FoundNeed(
            UUID id,
            int revision,
            OrganizationAnswer startup,
            ProfileBody profile,
            NeedBody content,
            MatchAnswer match,
            String contact) {}

    /**
     * A page of the ranking.
     *
     * @param fitting how many there are with these conditions, also those too far down to be listed
     * @param degraded whether search was away: the newest first, without scores
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NeedListing(List<FoundNeed> items, @Nullable String next, int total, long fitting, boolean degraded) {}

    @Scoped(Scope.NEEDS_READ)
    @GetMapping
    ResponseEntity<NeedListing> list(
            @RequestParam UUID offer,
            @RequestParam(required = false) @Nullable List<String> modality,
            @RequestParam(required = false) @Nullable List<String> disease,
            @RequestParam(required = false) @Nullable List<String> verdict,
            @RequestParam(required = false) @Nullable List<String> contact,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Paging.USUAL) int limit) {
        Asked asked = new Asked()
                .with("modality", modality)
                .with("disease", disease)
                .with("verdict", verdict)
                .with("contact", contact);
        int page = Paging.place(cursor);
        int size = Paging.limit(limit);
        NeedSearchResult found = finder.search(new OfferId(offer), NeedQuery.of(asked.parameters()), page, size);
        String next = (page + 1L) * size < found.listed() ? Paging.ofPlace(page + 1) : null;
        List<FoundNeed> items = found.shown().stream()
                .map(card -> answer(card, !found.degraded()))
                .toList();
        return Paging.linked(new NeedListing(items, next, found.listed(), found.fitting(), found.degraded()), next);
    }

    @Scoped(Scope.NEEDS_READ)
    @GetMapping("/{need}")
    FoundNeed show(@PathVariable UUID need, @RequestParam UUID offer) {
        return answer(finder.explain(new NeedId(need), new OfferId(offer)), true);
    }

    private FoundNeed answer(NeedCard card, boolean scored) {
        return new FoundNeed(
                card.need().id().value(),
                card.need().revision(),
                OrganizationAnswer.of(card.startup()),
                ProfileBody.of(card.profile()),
                NeedBody.of(card.need().content(), null, null),
                MatchAnswer.of(card.card(), sentences, scored),
                card.contact().name());
    }
}
