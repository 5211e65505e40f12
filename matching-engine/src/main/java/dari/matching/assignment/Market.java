package dari.matching.assignment;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * An instance as numbers: strict orders after ties were broken, each side's rank of the other beside each wish. Every
 * place belongs to one unit: its group's, or one of its own. Settled pairs take their seats out of the market.
 */
final class Market {

    /** Places in each applicant's order. */
    private final int[][] wishes;

    /** Beside each wish: the applicant's rank at that place, -1 when the pair cannot be. */
    private final int[][] ranks;

    /** Applicants in each place's order. */
    private final int[][] listed;

    /** Beside each listed applicant: which wish of the applicant the place is, -1 when the pair cannot be. */
    private final int[][] positions;

    /** Beside each listed applicant: the number of its tie; empty for a place that ties nobody. */
    private final int[][] tiers;

    private final int[] capacities;
    private final int[] open;
    private final int[] forcedTo;
    private final Units units;
    private final Instance instance;

    Market(Instance instance, long seed) {
        this.instance = instance;
        Lottery lottery = new Lottery(seed);
        Numbers placeNumbers = instance.placeNumbers();
        Numbers applicantNumbers = instance.applicantNumbers();
        wishes = new int[instance.applicants().size()][];
        Arrays.setAll(
                wishes,
                applicant -> strict(
                        instance.applicants().get(applicant).wishes(),
                        instance.wishes(applicant),
                        placeNumbers,
                        lottery));
        listed = new int[instance.places().size()][];
        Arrays.setAll(
                listed,
                place -> strict(
                        instance.places().get(place).wishes(), instance.listed(place), applicantNumbers, lottery));
        tiers = new int[listed.length][];
        Arrays.setAll(
                tiers,
                place -> instance.listed(place).tied()
                        ? tiers(instance.places().get(place).wishes(), listed[place].length)
                        : new int[0]);
        capacities = instance.places().stream().mapToInt(Place::capacity).toArray();
        units = new Units(instance, lottery);
        ranks = sameShape(wishes);
        positions = sameShape(listed);
        findEachOther();
        forbid(instance.forbidden(), applicantNumbers, placeNumbers);
        open = capacities.clone();
        forcedTo = new int[wishes.length];
        Arrays.fill(forcedTo, -1);
        for (Pair pair : instance.forced()) {
            int place = placeNumbers.of(pair.place());
            forcedTo[applicantNumbers.of(pair.applicant())] = place;
            open[place]--;
            units.close(place);
        }
    }

    /**
     * Place by place and there by applicant, so that what is jumped about in, one number for each applicant, stays near the
     * processor.
     */
    private void findEachOther() {
        int[][] askers = askers();
        int[] rankOf = new int[wishes.length];
        Arrays.fill(rankOf, -1);
        for (int place = 0; place < listed.length; place++) {
            for (int rank = 0; rank < listed[place].length; rank++) {
                rankOf[listed[place][rank]] = rank;
            }
            for (int i = 0; i < askers[place].length; i += 2) {
                int rank = rankOf[askers[place][i]];
                if (rank >= 0) {
                    int wish = askers[place][i + 1];
                    positions[place][rank] = wish;
                    ranks[askers[place][i]][wish] = rank;
                }
            }
            for (int applicant : listed[place]) {
                rankOf[applicant] = -1;
            }
        }
    }

    private void forbid(List<Pair> pairs, Numbers applicantNumbers, Numbers placeNumbers) {
        for (Pair pair : pairs) {
            int applicant = applicantNumbers.of(pair.applicant());
            int place = placeNumbers.of(pair.place());
            int wish = wishFor(applicant, place);
            if (wish >= 0 && ranks[applicant][wish] >= 0) {
                positions[place][ranks[applicant][wish]] = -1;
                ranks[applicant][wish] = -1;
            }
        }
    }

    Instance instance() {
        return instance;
    }

    Units units() {
        return units;
    }

    int applicants() {
        return wishes.length;
    }

    int places() {
        return listed.length;
    }

    int capacity(int place) {
        return capacities[place];
    }

    /** Seats that no settled pair has taken. */
    int open(int place) {
        return open[place];
    }

    /** The place that the organiser settled for an applicant, -1 for none. */
    int forcedTo(int applicant) {
        return forcedTo[applicant];
    }

    int wishes(int applicant) {
        return wishes[applicant].length;
    }

    int wish(int applicant, int wish) {
        return wishes[applicant][wish];
    }

    /** Which wish of an applicant a place is, -1 when it is none. */
    int wishFor(int applicant, int place) {
        for (int wish = 0; wish < wishes[applicant].length; wish++) {
            if (wishes[applicant][wish] == place) {
                return wish;
            }
        }
        return -1;
    }

    int rankOfWish(int applicant, int wish) {
        return ranks[applicant][wish];
    }

    /** Where a place put an applicant, -1 when the pair cannot be. */
    int rankOf(int applicant, int place) {
        int wish = wishFor(applicant, place);
        return wish < 0 ? -1 : ranks[applicant][wish];
    }

    /** Where a place put an applicant who need not wish it; after everybody when it did not list the applicant. */
    int listedAs(int applicant, int place) {
        for (int rank = 0; rank < listed[place].length; rank++) {
            if (listed[place][rank] == applicant) {
                return rank;
            }
        }
        return Integer.MAX_VALUE;
    }

    int listed(int place) {
        return listed[place].length;
    }

    int applicantAt(int place, int rank) {
        return listed[place][rank];
    }

    int positionAt(int place, int rank) {
        return positions[place][rank];
    }

    /** Whether a place itself put two ranks equal, so that only the lottery told them apart. */
    boolean areTied(int place, int one, int other) {
        return tiers[place].length > 0 && tiers[place][one] == tiers[place][other];
    }

    /** The pairs that the organiser excluded. */
    Set<Pair> forbidden() {
        return new HashSet<>(instance.forbidden());
    }

    /** For each place: who wishes it, and as which wish, side by side. */
    private int[][] askers() {
        int[] counts = new int[listed.length];
        for (int[] order : wishes) {
            for (int place : order) {
                counts[place] += 2;
            }
        }
        int[][] askers = new int[listed.length][];
        Arrays.setAll(askers, place -> new int[counts[place]]);
        for (int applicant = wishes.length - 1; applicant >= 0; applicant--) {
            for (int wish = 0; wish < wishes[applicant].length; wish++) {
                int place = wishes[applicant][wish];
                counts[place] -= 2;
                askers[place][counts[place]] = applicant;
                askers[place][counts[place] + 1] = wish;
            }
        }
        return askers;
    }

    private static int[] tiers(List<List<String>> wishes, int listed) {
        int[] tiers = new int[listed];
        int rank = 0;
        for (int tier = 0; tier < wishes.size(); tier++) {
            int end = rank + wishes.get(tier).size();
            Arrays.fill(tiers, rank, end, tier);
            rank = end;
        }
        return tiers;
    }

    private static int[][] sameShape(int[][] of) {
        int[][] shape = new int[of.length][];
        for (int i = 0; i < of.length; i++) {
            shape[i] = new int[of[i].length];
            Arrays.fill(shape[i], -1);
        }
        return shape;
    }

    /** The numbers of a list, ties broken. */
    private static int[] strict(List<List<String>> tiers, Instance.Order order, Numbers numbers, Lottery lottery) {
        if (!order.tied()) {
            return order.numbers();
        }
        int[] strict = new int[order.numbers().length];
        int next = 0;
        for (List<String> tier : tiers) {
            for (String id : lottery.inOrder(tier)) {
                strict[next++] = numbers.of(id);
            }
        }
        return strict;
    }
}
