package dari.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dari.api.door.Scoped;
import dari.discovery.Discovery;
import dari.discovery.SearchQuery;
import dari.discovery.SearchResult;
import dari.discovery.WhyNot;
import dari.matching.Standing;
import dari.needs.NeedId;
import dari.offers.OfferId;
import dari.tokens.Scope;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Offers for a need: ranked, with reasons; and why one is not among them. */
@RestController
@RequestMapping("/api/v1/needs/{need}/matches")
class MatchApi {

    private final Discovery discovery;
    private final Sentences sentences;

    MatchApi(Discovery discovery, Sentences sentences) {
        this.discovery = discovery;
        this.sentences = sentences;
    }

    /**
     * A page of the ranking.
     *
     * @param denied offers whose terms deny the use, with their ways out; on the first page only
     * @param degraded whether search was away: the newest first, without scores
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MatchListing(
            List<MatchAnswer> items, @Nullable String next, long total, List<MatchAnswer> denied, boolean degraded) {}

    /**
     * An offer beside the need.
     *
     * @param place SHOWN, BELOW, DENIED or NOT_A_CANDIDATE
     * @param rank from 1; 0 when it is no candidate
     * @param of how many candidates there are
     * @param standing the same in a sentence
     */
    record WhyAnswer(MatchAnswer match, String place, int rank, int of, String standing) {}

    /** Codes narrow the list as on the page: of one kind, one of them is enough. */
    @Scoped(Scope.MATCHES_READ)
    @GetMapping
    ResponseEntity<MatchListing> matches(
            @PathVariable UUID need,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable List<String> verdict,
            @RequestParam(required = false) @Nullable List<String> kind,
            @RequestParam(required = false) @Nullable List<String> modality,
            @RequestParam(required = false) @Nullable List<String> disease,
            @RequestParam(required = false) @Nullable List<String> environment,
            @RequestParam(required = false) @Nullable List<String> region,
            @RequestParam(required = false) @Nullable List<String> format,
            @RequestParam(defaultValue = "fit") String sort,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Paging.USUAL) int limit,
            Locale locale) {
        Asked asked = new Asked()
                .with("q", List.of(q))
                .with("sort", List.of(sort))
                .with("verdict", verdict)
                .with("kind", kind)
                .with("modality", modality)
                .with("disease", disease)
                .with("environment", environment)
                .with("region", region)
                .with("format", format);
        int size = Paging.limit(limit);
        int page = Paging.place(cursor);
        SearchResult found =
                discovery.search(new NeedId(need), SearchQuery.of(asked.parameters()), null, page, size, locale);
        boolean more = (page + 1L) * size < found.total();
        String next = more ? Paging.ofPlace(page + 1) : null;
        MatchListing listing = new MatchListing(
                found.open().stream()
                        .map(card -> MatchAnswer.of(card, sentences, !found.degraded()))
                        .toList(),
                next,
                found.total(),
                page > 0
                        ? List.of()
                        : found.denied().stream()
                                .map(card -> MatchAnswer.of(card, sentences, !found.degraded()))
                                .toList(),
                found.degraded());
        return Paging.linked(listing, next);
    }

    /** Why this offer fits, or does not, also when no search would find it. */
    @Scoped(Scope.MATCHES_READ)
    @GetMapping("/{offer}")
    WhyAnswer why(@PathVariable UUID need, @PathVariable UUID offer) {
        NeedId id = new NeedId(need);
        WhyNot why = discovery.why(id, new OfferId(offer), Integer.parseInt(Paging.USUAL));
        Standing standing = why.standing();
        return new WhyAnswer(
                MatchAnswer.of(why.card(), sentences, true),
                standing.place().name(),
                standing.rank(),
                standing.of(),
                sentences.say(standing.getMessageKey(), standing.arguments()));
    }
}
