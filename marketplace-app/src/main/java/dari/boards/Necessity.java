package dari.boards;

import dari.boards.RouteStep.Call;
import dari.offers.Delivery;
import dari.offers.OfferContent;
import java.util.Set;

/** The hospital's rule for which of its offers have to go to a board. */
public enum Necessity {
    ALWAYS,
    /** When something may leave the hospital's or the marketplace's closed place: files sent, downloads. */
    WHEN_DATA_LEAVE,
    /** When patients are involved anew: a trial or a pilot in care. */
    WHEN_PROSPECTIVE,
    /** The rules do not say; somebody at the hospital decides each time. */
    CASE_BY_CASE;

    private static final Set<String> PROSPECTIVE_KINDS = Set.of("kind:trial", "kind:pilot");

    Call of(OfferContent offer) {
        return switch (this) {
            case ALWAYS -> Call.NEEDED;
            case WHEN_DATA_LEAVE -> needed(offer.delivery() == Delivery.FILE || offer.downloadsAllowed());
            case WHEN_PROSPECTIVE -> needed(PROSPECTIVE_KINDS.contains(offer.kind()));
            case CASE_BY_CASE -> Call.UNDECIDED;
        };
    }

    private static Call needed(boolean needed) {
        return needed ? Call.NEEDED : Call.NOT_NEEDED;
    }
}
