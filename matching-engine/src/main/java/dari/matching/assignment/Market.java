package dari.matching.assignment;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
        Map<String, Integer> placeNumbers =
                numbers(instance.places().stream().map(Place::id).toList());
        Map<String, Integer> applicantNumbers =
                numbers(instance.applicants().stream().map(Applicant::id).toList());
        wishes = strict(instance.applicants().stream().map(Applicant::wishes).toList(), placeNumbers, lottery);
        listed = strict(instance.places().stream().map(Place::wishes).toList(), applicantNumbers, lottery);
        tiers = new int[listed.length][];
        Arrays.setAll(tiers, place -> tiers(instance.places().get(place).wishes(), listed[place].length));
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
            int place = placeNumbers.getOrDefault(pair.place(), -1);
            forcedTo[applicantNumbers.getOrDefault(pair.applicant(), -1)] = place;
            open[place]--;
            units.close(place);
        }
    }

    private void findEachOther() {
        int[][] askers = askers();
        int[] wishAt = new int[wishes.length];
        int[] stampOf = new int[wishes.length];
        for (int place = 0; place < listed.length; place++) {
            for (int i = 0; i < askers[place].length; i += 2) {
                int applicant = askers[place][i];
                wishAt[applicant] = askers[place][i + 1];
                stampOf[applicant] = place + 1;
            }
            for (int rank = 0; rank < listed[place].length; rank++) {
                int applicant = listed[place][rank];
                if (stampOf[applicant] == place + 1) {
                    positions[place][rank] = wishAt[applicant];
                    ranks[applicant][wishAt[applicant]] = rank;
                }
            }
        }
    }

    private void forbid(List<Pair> pairs, Map<String, Integer> applicantNumbers, Map<String, Integer> placeNumbers) {
        for (Pair pair : pairs) {
            int applicant = applicantNumbers.getOrDefault(pair.applicant(), -1);
            int place = placeNumbers.getOrDefault(pair.place(), -1);
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
        if (wishes.size() == listed) {
            return new int[0]; // one in each
        }
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

    private static Map<String, Integer> numbers(List<String> ids) {
        Map<String, Integer> numbers = new HashMap<>();
        ids.forEach(id -> numbers.put(id, numbers.size()));
        return numbers;
    }

    private static int[][] strict(List<List<List<String>>> orders, Map<String, Integer> numbers, Lottery lottery) {
        int[][] strict = new int[orders.size()][];
        for (int i = 0; i < strict.length; i++) {
            int[] order = new int[orders.get(i).stream().mapToInt(List::size).sum()];
            int next = 0;
            for (List<String> tier : orders.get(i)) {
                for (String id : lottery.inOrder(tier)) {
                    order[next++] = numbers.getOrDefault(id, -1);
                }
            }
            strict[i] = order;
        }
        return strict;
    }
}
