package dari.matching.assignment;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;

/**
 * Deferred acceptance with capacities (Gale and Shapley 1962; Roth 1984) and with quotas of groups over those of their
 * places. Only pairs that list each other are made, beside those that the organiser settled.
 *
 * <p>Stability with groups: a pair blocks when the applicant likes the place better than what it has, and the group, shown
 * its own applicants and this one, would choose this one. Groups choose by a matroid of laminar quotas ({@link Seats})
 * and an order ({@link Units}), hence substitutably, and a stable assignment always exists, as does the best one for
 * either side (Hatfield and Milgrom 2005; Fleiner 2003; Fleiner and Kamiyama 2012). A group that would rather keep
 * somebody in one department than see them in another is not blocked by the wish to move.
 *
 * <p>Time grows with the number of wishes on both sides, times the logarithm of the largest capacity plus the number of
 * places in the largest group; nothing recurses.
 */
public final class DeferredAcceptance {

    private static final int NOBODY = -1;

    private DeferredAcceptance() {}

    /**
     * @param optimal which side gets the best of all stable assignments
     * @param seed breaks ties; publish it before the run
     */
    public static Assignment assign(Instance instance, Optimal optimal, long seed) {
        Market market = new Market(instance, seed);
        int[] placeOf = switch (optimal) {
            case APPLICANTS -> applicantsPropose(market);
            case PLACES -> placesPropose(market);
        };
        return new Assignment(market, optimal, seed, placeOf);
    }

    private static int[] applicantsPropose(Market market) {
        int[] placeOf = settled(market);
        int[] nextWish = new int[market.applicants()];
        Seats seats = new Seats(market);
        BitSet asking = new BitSet(placeOf.length);
        for (int applicant = 0; applicant < placeOf.length; applicant++) {
            asking.set(applicant, placeOf[applicant] == NOBODY);
        }
        // who is refused waits for the next sweep, so that the wishes are read in the order in which they lie in memory
        while (!asking.isEmpty()) {
            for (int applicant = asking.nextSetBit(0); applicant >= 0; applicant = asking.nextSetBit(applicant + 1)) {
                asking.clear(applicant);
                while (placeOf[applicant] == NOBODY && nextWish[applicant] < market.wishes(applicant)) {
                    int wish = nextWish[applicant]++;
                    int place = market.wish(applicant, wish);
                    int rank = market.rankOfWish(applicant, wish);
                    int refused = rank < 0 ? applicant : seats.offer(applicant, place, rank);
                    if (refused != applicant) {
                        placeOf[applicant] = place;
                        if (refused != NOBODY) {
                            placeOf[refused] = NOBODY;
                            asking.set(refused);
                        }
                    }
                }
            }
        }
        return placeOf;
    }

    private static int[] placesPropose(Market market) {
        int[] placeOf = settled(market);
        int[] wishOf = new int[market.applicants()];
        Offers offers = new Offers(market);
        Deque<Integer> open = new ArrayDeque<>();
        for (int unit = 0; unit < market.units().size(); unit++) {
            open.add(unit);
        }
        while (!open.isEmpty()) {
            int unit = open.pop();
            for (int place = offers.next(unit); place >= 0; place = offers.next(unit)) {
                int applicant = offers.applicant(place);
                int wish = offers.wish(place);
                offers.made(place);
                int has = placeOf[applicant];
                if (market.forcedTo(applicant) >= 0 || (has != NOBODY && wishOf[applicant] < wish)) {
                    offers.refused(place);
                    continue;
                }
                if (has != NOBODY) {
                    offers.refused(has);
                    open.push(market.units().of(has));
                }
                placeOf[applicant] = place;
                wishOf[applicant] = wish;
            }
        }
        return placeOf;
    }

    /** Only what the organiser settled. */
    private static int[] settled(Market market) {
        int[] placeOf = new int[market.applicants()];
        Arrays.setAll(placeOf, market::forcedTo);
        return placeOf;
    }
}
