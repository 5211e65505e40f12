package dari.profiles;

import dari.offers.OfferId;
import dari.offers.OfferSection;
import dari.offers.OfferView;
import java.util.Map;
import java.util.Optional;
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
        return attributes(profiles.of(offer));
    }

    @Override
    public Map<String, Object> preview(OfferView offer) {
        return attributes(profiles.preview(offer.id()));
    }

    private static Map<String, Object> attributes(Optional<ShownProfile> profile) {
        return profile.<Map<String, Object>>map(
                        shown -> Map.of("profile", shown, "profileTables", ProfileTable.of(shown.profile())))
                .orElse(Map.of());
    }
}
