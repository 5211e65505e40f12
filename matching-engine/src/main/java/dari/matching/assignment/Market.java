package dari.matching.assignment;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An instance as numbers: strict orders after ties were broken, each side's rank of the other beside each wish. */
final class Market {

    /** Places in each applicant's order. */
    private final int[][] wishes;

    /** Beside each wish: the applicant's rank at that place, -1 when the place did not list the applicant. */
    private final int[][] ranks;

    /** Applicants in each place's order. */
    private final int[][] listed;

    /** Beside each listed applicant: which wish of the applicant the place is, -1 when it is none. */
    private final int[][] positions;

    private final int[] capacities;

    Market(Instance instance, long seed) {
        Lottery lottery = new Lottery(seed);
        wishes = strict(
                instance.applicants().stream().map(Applicant::wishes).toList(),
                numbers(instance.places().stream().map(Place::id).toList()),
                lottery);
        listed = strict(
                instance.places().stream().map(Place::wishes).toList(),
                numbers(instance.applicants().stream().map(Applicant::id).toList()),
                lottery);
        capacities = instance.places().stream().mapToInt(Place::capacity).toArray();
        ranks = sameShape(wishes);
        positions = sameShape(listed);
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

    int applicants() {
        return wishes.length;
    }

    int places() {
        return listed.length;
    }

    int capacity(int place) {
        return capacities[place];
    }

    int wishes(int applicant) {
        return wishes[applicant].length;
    }

    int wish(int applicant, int wish) {
        return wishes[applicant][wish];
    }

    int rankOfWish(int applicant, int wish) {
        return ranks[applicant][wish];
    }

    int rankOf(int applicant, int place) {
        for (int wish = 0; wish < wishes[applicant].length; wish++) {
            if (wishes[applicant][wish] == place) {
                return ranks[applicant][wish];
            }
        }
        return -1;
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
