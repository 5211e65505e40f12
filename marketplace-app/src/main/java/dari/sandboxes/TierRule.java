package dari.sandboxes;

import dari.matching.vocabulary.Vocabulary;
import dari.offers.Delivery;
import dari.offers.OfferContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Says from an offer how risky its use is (DOMAIN section 5): what leaves the hospital's control, what no column shows, and
 * what the health-data guideline protects in particular make the tier high.
 */
@Component
public class TierRule {

    /** All else shows more of a person than its columns do: pictures, recordings, texts, genomes. */
    private static final Set<String> STRUCTURED = Set.of(
            "modality:ehr",
            "modality:claims",
            "modality:lab",
            "modality:vitals",
            "modality:registry",
            "modality:questionnaire",
            "modality:checkup");

    /** Own consent or special approval is asked for these and everything within them. */
    private static final List<String> SENSITIVE =
            List.of("disease:mental", "disease:hiv", "disease:sti", "disease:rare", "disease:abuse");

    private final Vocabulary vocabulary;

    TierRule(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    public PredictedTier predict(OfferContent offer) {
        List<String> reasons = new ArrayList<>();
        if (offer.delivery() == Delivery.FILE) {
            reasons.add("file");
        }
        if (!STRUCTURED.containsAll(offer.modalities())) {
            reasons.add("unstructured");
        }
        if (offer.diseases().stream().anyMatch(this::isSensitive)) {
            reasons.add("sensitive");
        }
        Tier tier = reasons.isEmpty() ? Tier.MEDIUM : Tier.HIGH;
        if (offer.delivery() != Delivery.FILE) {
            reasons.add(offer.delivery() == Delivery.IN_PLACE ? "inPlace" : "hosted");
        }
        if (offer.downloadsAllowed()) {
            reasons.add("downloads");
        }
        return new PredictedTier(tier, reasons);
    }

    private boolean isSensitive(String disease) {
        return SENSITIVE.stream().anyMatch(broad -> vocabulary.isWithin(disease, broad));
    }
}
