package dari.matching.assignment;

import java.util.Arrays;

/**
 * The choice function of places and groups while applicants propose: of everything offered so far it holds the best that
 * fit both quotas. Quotas of places within quotas of groups are a laminar family, the sets that fit it a matroid; the
 * best of what is held and one more is what is held without the worst of the one circuit that the new one closes: in its
 * place when that is full, else in its group when that is full.
 */
final class Seats {

    private static final int NOBODY = -1;

    private final Market market;
    private final Units units;
    private final WorstFirst[] held;
    private final int[] taken;

    Seats(Market market) {
        this.market = market;
        this.units = market.units();
        this.held = new WorstFirst[market.places()];
        Arrays.setAll(held, place -> new WorstFirst(Math.min(market.open(place), market.listed(place))));
        this.taken = new int[units.size()];
    }

    /** Offers an applicant and returns who has to go: the applicant, another one, or -1 when there was room. */
    int offer(int applicant, int place, int rank) {
        if (held[place].isFull()) {
            int refused = held[place].exchange(rank);
            return refused == rank ? applicant : market.applicantAt(place, refused);
        }
        int unit = units.of(place);
        if (taken[unit] < units.open(unit)) {
            taken[unit]++;
            held[place].add(rank);
            return NOBODY;
        }
        int last = lastChosen(unit);
        if (last < 0 || units.order(last, held[last].worst()) < units.order(place, rank)) {
            return applicant;
        }
        int refused = held[last].removeWorst();
        held[place].add(rank);
        return market.applicantAt(last, refused);
    }

    /** The place that holds what its unit likes least, -1 when the unit holds nothing. */
    private int lastChosen(int unit) {
        int last = -1;
        long worst = -1;
        for (int place : units.placesOf(unit)) {
            int rank = held[place].worst();
            if (rank >= 0 && units.order(place, rank) > worst) {
                last = place;
                worst = units.order(place, rank);
            }
        }
        return last;
    }
}
