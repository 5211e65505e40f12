package dari.matching.assignment;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Deferred acceptance with capacities (Gale and Shapley 1962; Roth 1984). Only pairs that list each other are made. Time
 * grows with the number of wishes on both sides, times the logarithm of the largest capacity; nothing recurses.
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
        return new Assignment(instance, market, optimal, seed, placeOf);
    }

    private static int[] applicantsPropose(Market market) {
        int[] placeOf = new int[market.applicants()];
        Arrays.fill(placeOf, NOBODY);
        int[] nextWish = new int[market.applicants()];
        WorstFirst[] held = new WorstFirst[market.places()];
        Arrays.setAll(held, place -> new WorstFirst(Math.min(market.capacity(place), market.listed(place))));
        Deque<Integer> free = new ArrayDeque<>();
        for (int applicant = 0; applicant < market.applicants(); applicant++) {
            free.add(applicant);
        }
        while (!free.isEmpty()) {
            int applicant = free.pop();
            if (nextWish[applicant] == market.wishes(applicant)) {
                continue; // out of wishes
            }
            int wish = nextWish[applicant]++;
            int place = market.wish(applicant, wish);
            int rank = market.rankOfWish(applicant, wish);
            int refused = rank < 0 ? rank : held[place].offer(rank);
            if (refused == rank) {
                free.push(applicant);
                continue;
            }
            placeOf[applicant] = place;
            if (refused >= 0) {
                int displaced = market.applicantAt(place, refused);
                placeOf[displaced] = NOBODY;
                free.push(displaced);
            }
        }
        return placeOf;
    }

    private static int[] placesPropose(Market market) {
        int[] placeOf = new int[market.applicants()];
        Arrays.fill(placeOf, NOBODY);
        int[] wishOf = new int[market.applicants()];
        int[] nextRank = new int[market.places()];
        int[] taken = new int[market.places()];
        Deque<Integer> open = new ArrayDeque<>();
        for (int place = 0; place < market.places(); place++) {
            open.add(place);
        }
        while (!open.isEmpty()) {
            int place = open.pop();
            while (taken[place] < market.capacity(place) && nextRank[place] < market.listed(place)) {
                int rank = nextRank[place]++;
                int applicant = market.applicantAt(place, rank);
                int wish = market.positionAt(place, rank);
                if (wish < 0 || (placeOf[applicant] != NOBODY && wishOf[applicant] < wish)) {
                    continue; // not wished, or has something better
                }
                if (placeOf[applicant] != NOBODY) {
                    taken[placeOf[applicant]]--;
                    open.push(placeOf[applicant]);
                }
                placeOf[applicant] = place;
                wishOf[applicant] = wish;
                taken[place]++;
            }
        }
        return placeOf;
    }

    /** The ranks that a place holds, the worst on top: a binary heap of fixed capacity. */
    private static final class WorstFirst {

        private final int[] ranks;
        private int size;

        WorstFirst(int capacity) {
            this.ranks = new int[capacity];
        }

        /** Takes a rank and returns the one that has to go: itself when it is the worst, -1 when there was room. */
        int offer(int rank) {
            if (size < ranks.length) {
                int at = size++;
                while (at > 0 && ranks[(at - 1) / 2] < rank) {
                    ranks[at] = ranks[(at - 1) / 2];
                    at = (at - 1) / 2;
                }
                ranks[at] = rank;
                return -1;
            }
            if (size == 0 || ranks[0] < rank) {
                return rank;
            }
            int worst = ranks[0];
            int at = 0;
            for (int child = 1; child < size; child = 2 * at + 1) {
                if (child + 1 < size && ranks[child + 1] > ranks[child]) {
                    child++;
                }
                if (ranks[child] <= rank) {
                    break;
                }
                ranks[at] = ranks[child];
                at = child;
            }
            ranks[at] = rank;
            return worst;
        }
    }
}
