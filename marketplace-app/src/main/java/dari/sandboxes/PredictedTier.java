package dari.sandboxes;

import java.util.List;

/**
 * The risk tier of a use before anything is generated, with what led to it.
 *
 * @param reasons codes, the deciding ones first; messages {@code sandboxes.tier.reason.<code>}
 */
public record PredictedTier(Tier tier, List<String> reasons) {

    public PredictedTier {
        reasons = List.copyOf(reasons);
    }
}
