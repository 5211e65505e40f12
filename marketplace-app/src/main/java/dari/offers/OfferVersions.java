package dari.offers;

import dari.kernel.Anyone;
import dari.kernel.BackgroundWork;
import dari.kernel.CurrentActor;
import dari.kernel.HospitalMember;
import dari.kernel.NotFoundException;
import dari.matching.json.MatchingJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The versions of an offer and what changed from one to the next. */
@Service
@Transactional(readOnly = true)
public class OfferVersions {

    private final OfferRepository offers;
    private final OfferRevisionRepository revisions;
    private final OfferLines lines;
    private final CurrentActor currentActor;

    OfferVersions(
            OfferRepository offers, OfferRevisionRepository revisions, OfferLines lines, CurrentActor currentActor) {
        this.offers = offers;
        this.revisions = revisions;
        this.lines = lines;
        this.currentActor = currentActor;
    }

    /**
     * A version beside the one before.
     *
     * @param publishedAt null for a draft that is not public yet
     * @param changes empty for the first
     */
    record Version(int revision, @Nullable Instant publishedAt, List<OfferLines.Change> changes) {}

    /** Every version of the actor's hospital's offer, the newest first, a present draft included. */
    @HospitalMember
    public List<Version> mine(OfferId id, Locale locale) {
        Offer offer = offers.findByIdAndHospital(id, currentActor.get().organization())
                .orElseThrow(() -> new NotFoundException("offer"));
        List<Kept> kept = published(id);
        if (kept.stream().noneMatch(version -> version.revision() == offer.revision())) {
            kept.add(new Kept(offer.revision(), null, content(offer.content())));
        }
        return compared(kept, locale);
    }

    /** The newest revision that was ever public: what is only drafted counts for nothing. */
    @BackgroundWork
    public Optional<PublishedRevision> latest(OfferId id) {
        return revisions
                .findFirstByOfferOrderByRevisionDesc(id)
                .map(kept -> new PublishedRevision(kept.revision(), content(kept.content())));
    }

    /** What every reader of a public offer may know of its versions, the newest first. */
    @Anyone
    public List<Version> published(OfferId id, Locale locale) {
        if (offers.findById(id)
                .filter(offer -> offer.status() == OfferStatus.PUBLISHED)
                .isEmpty()) {
            throw new NotFoundException("offer");
        }
        return compared(published(id), locale);
    }

    private record Kept(int revision, @Nullable Instant publishedAt, OfferContent content) {}

    private List<Kept> published(OfferId id) {
        List<Kept> kept = new ArrayList<>();
        revisions
                .findByOfferOrderByRevision(id)
                .forEach(version ->
                        kept.add(new Kept(version.revision(), version.publishedAt(), content(version.content()))));
        return kept;
    }

    private List<Version> compared(List<Kept> kept, Locale locale) {
        List<Version> versions = new ArrayList<>();
        for (int i = 0; i < kept.size(); i++) {
            Kept version = kept.get(i);
            versions.add(new Version(
                    version.revision(),
                    version.publishedAt(),
                    i == 0 ? List.of() : lines.between(kept.get(i - 1).content(), version.content(), locale)));
        }
        Collections.reverse(versions);
        return versions;
    }

    private static OfferContent content(String json) {
        return MatchingJson.mapper().readValue(json, OfferContent.class);
    }
}
