package dari.matching.assignment;

/**
 * The choice function of places and groups while they propose: of everybody who has not refused, a group asks the best
 * that fit both quotas. A refusal frees one seat, and the best that then fits is asked: a matroid never takes back
 * another offer.
 */
final class Offers {

    private final Market market;
    private final Units units;
    private final int[] nextRank;
    private final int[] taken;
    private final int[] takenInUnit;

    Offers(Market market) {
        this.market = market;
        this.units = market.units();
        this.nextRank = new int[market.places()];
        this.taken = new int[market.places()];
        this.takenInUnit = new int[units.size()];
    }

    /** The place of the unit that asks next, -1 when nobody is left to ask or no seat to offer. */
    int next(int unit) {
        if (takenInUnit[unit] >= units.open(unit)) {
            return -1;
        }
        int best = -1;
        for (int place : units.placesOf(unit)) {
            if (taken[place] >= market.open(place)) {
                continue;
            }
            while (nextRank[place] < market.listed(place) && wish(place) < 0) {
                nextRank[place]++; // does not wish the place, or must not have it
            }
            boolean asks = nextRank[place] < market.listed(place);
            if (asks && (best < 0 || units.order(place, nextRank[place]) < units.order(best, nextRank[best]))) {
                best = place;
            }
        }
        return best;
    }

    /** Whom the place asks next. */
    int applicant(int place) {
        return market.applicantAt(place, nextRank[place]);
    }

    /** Which wish of that applicant the place is. */
    int wish(int place) {
        return market.positionAt(place, nextRank[place]);
    }

    /** The offer was made: a seat is taken until it is refused. */
    void made(int place) {
        nextRank[place]++;
        taken[place]++;
        takenInUnit[units.of(place)]++;
    }

    void refused(int place) {
        taken[place]--;
        takenInUnit[units.of(place)]--;
    }
}
