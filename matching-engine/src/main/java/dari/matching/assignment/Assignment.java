package dari.matching.assignment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A stable assignment together with what proves and explains it. Immutable, thread-safe. */
public final class Assignment {

    private final Market market;
    private final Optimal optimal;
    private final long seed;

    /** Index of each applicant's place, -1 for none. */
    private final int[] placeOf;

    /** Seats that no settled pair has taken, and all of them; the same when nothing was settled. */
    private final Tally free;

    private final Tally all;
    private final boolean anySettled;

    Assignment(Market market, Optimal optimal, long seed, int[] placeOf) {
        this.market = market;
        this.optimal = optimal;
        this.seed = seed;
        this.placeOf = placeOf;
        this.free = new Tally(market, placeOf, false);
        this.anySettled = !market.instance().forced().isEmpty();
        this.all = anySettled ? new Tally(market, placeOf, true) : free;
    }

    public Instance instance() {
        return market.instance();
    }

    public Optimal optimal() {
        return optimal;
    }

    /** The published seed that broke the ties. */
    public long seed() {
        return seed;
    }

    /** The place of each applicant in the order of the instance, null for none. */
    public Map<String, @Nullable String> places() {
        Map<String, @Nullable String> found = new LinkedHashMap<>();
        for (int applicant = 0; applicant < placeOf.length; applicant++) {
            found.put(applicant(applicant), placeOf[applicant] < 0 ? null : place(placeOf[applicant]));
        }
        return Collections.unmodifiableMap(found);
    }

    /**
     * The certificate: pairs that would both rather have each other, by the wishes alone. Without settled pairs there are
     * none; with them, those that they stand in the way of. Looked for directly in the wishes, not derived from how the
     * assignment was made.
     */
    public List<BlockingPair> blockingPairs() {
        List<BlockingPair> blocking = new ArrayList<>();
        for (int applicant = 0; applicant < placeOf.length; applicant++) {
            int preferred = preferred(applicant);
            for (int wish = 0; wish < preferred; wish++) {
                int place = market.wish(applicant, wish);
                int rank = market.rankOfWish(applicant, wish);
                if (rank >= 0 && all.takes(place, rank)) {
                    boolean fixed = market.forcedTo(applicant) >= 0 || !free.takes(place, rank);
                    blocking.add(new BlockingPair(
                            applicant(applicant),
                            place(place),
                            fixed ? BlockingPair.Because.FIXED : BlockingPair.Because.NOTHING));
                }
            }
        }
        return List.copyOf(blocking);
    }

    /** For each applicant who missed a preferred place: why, for each such place, the most preferred first. */
    public Map<String, List<WhyNot>> whyNot() {
        Map<String, List<WhyNot>> reasons = new LinkedHashMap<>();
        Set<Pair> forbidden = market.forbidden();
        for (int applicant = 0; applicant < placeOf.length; applicant++) {
            WhyNot[] missed = new WhyNot[preferred(applicant)];
            for (int wish = 0; wish < missed.length; wish++) {
                missed[wish] =
                        missed(applicant, market.wish(applicant, wish), market.rankOfWish(applicant, wish), forbidden);
            }
            if (missed.length > 0) {
                reasons.put(applicant(applicant), List.of(missed));
            }
        }
        return Collections.unmodifiableMap(reasons);
    }

    private WhyNot missed(int applicant, int place, int rank, Set<Pair> forbidden) {
        WhyNot.Reason reason = reason(applicant, place, rank, forbidden);
        int last = reason == WhyNot.Reason.GROUP_FULL ? free.lastRankInUnit(place) : free.lastRank(place);
        return new WhyNot(place(place), reason, rank < 0 ? null : rank + 1, last < 0 ? null : last + 1);
    }

    private WhyNot.Reason reason(int applicant, int place, int rank, Set<Pair> forbidden) {
        if (rank < 0) {
            return isForbidden(applicant, place, forbidden) ? WhyNot.Reason.FORBIDDEN : WhyNot.Reason.NOT_LISTED;
        }
        if (market.capacity(place) == 0) {
            return WhyNot.Reason.NO_CAPACITY;
        }
        if (anySettled && (all.takes(place, rank) || market.forcedTo(applicant) >= 0)) {
            return WhyNot.Reason.FIXED;
        }
        if (!free.isFull(place)) {
            return WhyNot.Reason.GROUP_FULL;
        }
        int last = free.lastRank(place);
        return last >= 0 && market.areTied(place, last, rank) ? WhyNot.Reason.LOTTERY : WhyNot.Reason.FULL;
    }

    /** For each place that missed applicants whom it would have taken: why, the one it put first in front. */
    public Map<String, List<WhyNotTaken>> whyNotTaken() {
        Map<String, List<WhyNotTaken>> reasons = new LinkedHashMap<>();
        Set<Pair> forbidden = market.forbidden();
        for (int place = 0; place < market.places(); place++) {
            List<WhyNotTaken> missed = new ArrayList<>();
            boolean full = free.isFull(place);
            int end = full ? free.lastRank(place) : market.listed(place);
            for (int rank = 0; rank < end; rank++) {
                int applicant = market.applicantAt(place, rank);
                if (placeOf[applicant] != place) {
                    missed.add(new WhyNotTaken(
                            applicant(applicant),
                            reason(applicant, place, rank, market.positionAt(place, rank), forbidden),
                            rank + 1));
                }
            }
            if (!missed.isEmpty()) {
                reasons.put(place(place), List.copyOf(missed));
            }
        }
        return Collections.unmodifiableMap(reasons);
    }

    private WhyNotTaken.Reason reason(int applicant, int place, int rank, int wish, Set<Pair> forbidden) {
        if (wish < 0) {
            return isForbidden(applicant, place, forbidden)
                    ? WhyNotTaken.Reason.FORBIDDEN
                    : WhyNotTaken.Reason.NOT_WISHED;
        }
        int has = placeOf[applicant] < 0 ? -1 : market.wishFor(applicant, placeOf[applicant]);
        if (has >= 0 && has < wish) {
            return WhyNotTaken.Reason.PREFERRED_ANOTHER;
        }
        boolean fixed = market.forcedTo(applicant) >= 0 || all.takes(place, rank);
        return fixed ? WhyNotTaken.Reason.FIXED : WhyNotTaken.Reason.GROUP_FULL;
    }

    private boolean isForbidden(int applicant, int place, Set<Pair> forbidden) {
        return !forbidden.isEmpty() && forbidden.contains(new Pair(applicant(applicant), place(place)));
    }

    private String applicant(int index) {
        return instance().applicants().get(index).id();
    }

    private String place(int index) {
        return instance().places().get(index).id();
    }

    /** How many places an applicant likes better than the one that came out. */
    private int preferred(int applicant) {
        int wish = 0;
        while (wish < market.wishes(applicant) && market.wish(applicant, wish) != placeOf[applicant]) {
            wish++;
        }
        return wish;
    }
}
