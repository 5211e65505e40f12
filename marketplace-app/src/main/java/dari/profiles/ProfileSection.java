package dari.profiles;

import dari.offers.OfferId;
import dari.offers.OfferSection;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What a hospital shows of an offer's data, on the offer's page. */
@Component
class ProfileSection implements OfferSection {

    private final DatasetProfiles profiles;

    ProfileSection(DatasetProfiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public Map<String, Object> of(OfferId offer) {
        return profiles.of(offer)
                .<Map<String, Object>>map(
                        shown -> Map.of("profile", shown, "profileTables", ProfileTable.of(shown.profile())))
                .orElse(Map.of());
    }
}
