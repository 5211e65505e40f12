package dari.offers;

import dari.kernel.BackgroundWork;
import dari.matching.IndexUnavailable;
import dari.matching.Need;
import dari.matching.OfferIndex;
import dari.matching.OfferIndex.Candidate;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Finds published offers by words and codes, in a copy that can be thrown away: the database is the truth. */
@Service
public class OfferSearch {

    private static final Logger log = LoggerFactory.getLogger(OfferSearch.class);

    /** How many offers are compared with a need one by one. */
    public static final int CANDIDATES = 500;

    private final OfferIndex index;
    private final FoundWords found;

    OfferSearch(OfferIndex index, Clock clock) {
        this.index = index;
        this.found = new FoundWords(clock);
    }

    /**
     * Candidates for a need.
     *
     * @return empty when search is away: the caller shows the plain list and says so
     */
    @BackgroundWork
    public Optional<List<Candidate>> search(String text, List<String> codes, int limit) {
        try {
            return Optional.of(index.search(text, codes, limit));
        } catch (IndexUnavailable e) {
            log.debug("search is away", e); // the tailer, which meets the same, warns once
            return Optional.empty();
        } catch (RuntimeException e) {
            log.error("a search failed", e);
            return Optional.empty();
        }
    }

    /**
     * How well the words of a need fit one offer, from 0 to 1: the same as a search for the need finds, or found within the
     * last minutes, as long as the offer has not changed since.
     *
     * @return empty when search is away
     */
    @BackgroundWork
    public Optional<Double> relevance(Need need, OfferView offer) {
        return found.of(
                        need.text(),
                        need.codes(),
                        offer.changedAt(),
                        () -> search(need.text(), need.codes(), CANDIDATES))
                .map(relevances -> relevances.getOrDefault(offer.id().value(), 0.0));
    }

    /** An offer as the matching engine compares it. */
    @BackgroundWork
    public static dari.matching.Offer document(OfferView offer) {
        OfferContent content = offer.content();
        return new dari.matching.Offer(
                offer.id().value().toString(),
                content.kind(),
                content.titleKo() + "\n" + content.titleEn(),
                String.join(
                        "\n",
                        content.summaryKo(),
                        content.summaryEn(),
                        offer.hospital().name(),
                        offer.hospital().name(Locale.ENGLISH)),
                content.modalities(),
                content.diseases(),
                content.bodyParts(),
                content.labels(),
                content.formats(),
                content.environments(),
                content.region(),
                content.persons(),
                content.studies(),
                content.yearFrom(),
                content.yearTo(),
                content.clinicianHours(),
                content.accessDays(),
                content.capacityPerQuarter(),
                content.freeFrom(),
                content.terms(),
                content.wants(),
                offer.hospital().id().value().toString());
    }
}
