package dari.matching;

import dari.matching.permission.UseTerms;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A change to be tried: what is said of it, and how it is made. */
record Attempt(Adjustment adjustment, Consumer<NeedCopy> toNeed, Consumer<OfferCopy> toOffer) {

    /** The startup asks for something else. */
    static Attempt ofNeed(String code, List<String> arguments, String mends, int cost, Consumer<NeedCopy> change) {
        return new Attempt(new Adjustment(Side.STARTUP, code, arguments, mends, cost), change, offer -> {});
    }

    /** The hospital offers something else. */
    static Attempt ofOffer(String code, List<String> arguments, String mends, int cost, Consumer<OfferCopy> change) {
        return new Attempt(new Adjustment(Side.HOSPITAL, code, arguments, mends, cost), need -> {}, change);
    }

    /** The startup intends something else. */
    static Attempt ofPurpose(String code, List<String> arguments, Effort effort, UnaryOperator<UseTerms> change) {
        return ofNeed(code, arguments, Adjustment.PERMISSION, effort.cost(), need -> need.purpose(change));
    }

    /** The hospital permits or records something else. */
    static Attempt ofTerms(String code, List<String> arguments, Effort effort, UnaryOperator<UseTerms> change) {
        return ofOffer(code, arguments, Adjustment.PERMISSION, effort.cost(), offer -> offer.terms(change));
    }

    String mends() {
        return adjustment.mends();
    }
}
