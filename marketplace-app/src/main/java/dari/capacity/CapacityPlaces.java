package dari.capacity;

import dari.introductions.IntroductionSection;
import dari.introductions.IntroductionStatus;
import dari.introductions.IntroductionView;
import dari.kernel.CurrentActor;
import dari.kernel.Face;
import dari.kernel.Role;
import dari.offers.OfferId;
import dari.offers.OfferSection;
import dari.offers.OfferView;
import dari.offers.Offers;
import dari.workspace.RailEntry;
import dari.workspace.RailSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Capacity where it matters: before an answer, beside an offer, in the hospital's rail. */
@Component
class CapacityPlaces implements IntroductionSection, OfferSection, RailSource {

    private final Capacity capacity;
    private final Offers offers;
    private final CurrentActor currentActor;

    CapacityPlaces(Capacity capacity, Offers offers, CurrentActor currentActor) {
        this.capacity = capacity;
        this.offers = offers;
        this.currentActor = currentActor;
    }

    @Override
    public Map<String, Object> of(IntroductionView talk) {
        if (currentActor.get().face() != Face.HOSPITAL) {
            return Map.of();
        }
        Map<String, Object> attributes = new HashMap<>();
        if (talk.status() == IntroductionStatus.INTERESTED) {
            attributes.put("capacityWarnings", capacity.warnings(talk));
        }
        if (talk.status() == IntroductionStatus.MUTUAL && currentActor.get().is(Role.HOSPITAL_OFFICE)) {
            attributes.put("clinicians", capacity.clinicians());
            capacity.promiseOf(talk.id()).ifPresent(promise -> attributes.put("promise", promise));
        }
        return attributes;
    }

    @Override
    public Map<String, Object> of(OfferId offer) {
        return preview(offers.published(offer));
    }

    @Override
    public Map<String, Object> preview(OfferView offer) {
        return Map.of(
                "places",
                new OfferUse(
                        offer, capacity.acceptedThisQuarter(offer.hospital().id(), offer.id())));
    }

    @Override
    public List<RailEntry> entries() {
        return List.of(RailEntry.of(Face.HOSPITAL, 13, "/hospital/capacity", "chart", "rail.capacity"));
    }
}
