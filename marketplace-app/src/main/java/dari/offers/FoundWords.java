package dari.offers;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dari.matching.OfferIndex.Candidate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * How well the words of needs fit public offers, as a search found it a little while ago: a list of needs asks for fifty, and
 * the next hospital asks for the same. What is kept hangs on the words of a need and on what is public, on nobody who looks;
 * who may see a need or an offer, its callers have asked before.
 */
final class FoundWords {

    static final Duration KEPT = Duration.ofMinutes(5);

    /** How long an index may take to follow a change; a search within that time may have seen the offer as it was. */
    static final Duration FOLLOWED = Duration.ofSeconds(30);

    private static final int MOST_NEEDS = 600;

    private final Clock clock;
    private final Cache<Asked, Found> kept =
            Caffeine.newBuilder().maximumSize(MOST_NEEDS).build();

    FoundWords(Clock clock) {
        this.clock = clock;
    }

    private record Asked(String text, List<String> codes) {}

    private record Found(Instant at, Map<UUID, Double> relevances) {}

    /**
     * @param changedAt when the offer last changed that is asked about
     * @param search asked when nothing kept will do; empty when search is away, which is not kept
     */
    Optional<Map<UUID, Double>> of(
            String text, List<String> codes, Instant changedAt, Supplier<Optional<List<Candidate>>> search) {
        Asked asked = new Asked(text, List.copyOf(codes));
        Found known = kept.getIfPresent(asked);
        if (known != null && holds(known, changedAt)) {
            return Optional.of(known.relevances());
        }
        Instant now = clock.instant();
        return search.get().map(candidates -> {
            Map<UUID, Double> relevances = candidates.stream()
                    .collect(Collectors.toUnmodifiableMap(
                            candidate -> UUID.fromString(candidate.offer().id()), Candidate::relevance, Math::max));
            kept.put(asked, new Found(now, relevances));
            return relevances;
        });
    }

    private boolean holds(Found known, Instant changedAt) {
        return known.at().plus(KEPT).isAfter(clock.instant()) && known.at().isAfter(changedAt.plus(FOLLOWED));
    }
}
