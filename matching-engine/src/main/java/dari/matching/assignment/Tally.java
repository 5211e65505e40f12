package dari.matching.assignment;

import java.util.Arrays;

/** Who sits where, seen from places and groups: would they take one more applicant in somebody's stead? */
final class Tally {

    private final Market market;
    private final Units units;

    /** Whether settled pairs are counted as seats that anybody may still win. */
    private final boolean settledToo;

    private final int[] taken;
    private final int[] takenInUnit;

    /** The rank of the last one taken, -1 for nobody. */
    private final int[] lastRank;

    /** The order of the last one that a unit took, -1 for nobody. */
    private final long[] lastOrder;

    Tally(Market market, int[] placeOf, boolean settledToo) {
        this.market = market;
        this.units = market.units();
        this.settledToo = settledToo;
        taken = new int[market.places()];
        takenInUnit = new int[units.size()];
        lastRank = new int[market.places()];
        lastOrder = new long[units.size()];
        Arrays.fill(lastRank, -1);
        Arrays.fill(lastOrder, -1);
        for (int applicant = 0; applicant < placeOf.length; applicant++) {
            int place = placeOf[applicant];
            if (place >= 0 && (settledToo || market.forcedTo(applicant) < 0)) {
                int rank = market.rankOf(applicant, place);
                int counted = rank < 0 ? market.listedAs(applicant, place) : rank;
                int unit = units.of(place);
                taken[place]++;
                takenInUnit[unit]++;
                lastRank[place] = Math.max(lastRank[place], counted);
                lastOrder[unit] = Math.max(lastOrder[unit], units.order(place, counted));
            }
        }
    }

    /** Whether the group's choice from those it has and this one holds this one. */
    boolean takes(int place, int rank) {
        if (isFull(place)) {
            return rank < lastRank[place];
        }
        int unit = units.of(place);
        int seats = settledToo ? units.capacity(unit) : units.open(unit);
        return takenInUnit[unit] < seats || units.order(place, rank) < lastOrder[unit];
    }

    boolean isFull(int place) {
        return taken[place] >= (settledToo ? market.capacity(place) : market.open(place));
    }

    /** The rank of the last one taken, -1 for nobody. */
    int lastRank(int place) {
        return lastRank[place];
    }

    /** The rank, in its own place, of the last one that the place's unit took, -1 for nobody. */
    int lastRankInUnit(int place) {
        long last = lastOrder[units.of(place)];
        return last < 0 ? -1 : units.rank(last);
    }
}
