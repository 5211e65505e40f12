package dari.provisioner.deidentify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * k^m-anonymity of the code sets of one class: drops codes from persons until any m codes that a person still has are had
 * by at least k persons of the class (after Terrovitis, Mamoulis, Kalnis, PVLDB 1(1), 2008; by suppression instead of
 * generalisation, so it needs no hierarchy of codes). Codes are numbers from 0; m is 1 or 2.
 */
final class CodeSets {

    private CodeSets() {}

    /**
     * @param sets one per person, without duplicates; not changed
     * @return what each person keeps, ascending
     */
    static List<int[]> protect(List<int[]> sets, int k, int known) {
        List<Set<Integer>> kept = new ArrayList<>();
        for (int[] set : sets) {
            Set<Integer> codes = new TreeSet<>();
            Arrays.stream(set).forEach(codes::add);
            kept.add(codes);
        }
        dropRareCodes(kept, k);
        while (known > 1 && dropRarePairs(kept, k)) {
            dropRareCodes(kept, k);
        }
        return kept.stream()
                .map(s -> s.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }

    private static void dropRareCodes(List<Set<Integer>> sets, int k) {
        Map<Integer, Integer> persons = counts(sets);
        sets.forEach(set -> set.removeIf(code -> persons.getOrDefault(code, 0) < k));
    }

    /** In each person the code that is in most of its rare pairs goes first; among equals the rarer one. */
    private static boolean dropRarePairs(List<Set<Integer>> sets, int k) {
        Map<Integer, Integer> persons = counts(sets);
        int[] codes =
                persons.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
        BitSet[] holders = new BitSet[codes.length];
        Arrays.setAll(holders, i -> new BitSet());
        for (int person = 0; person < sets.size(); person++) {
            for (int code : sets.get(person)) {
                holders[Arrays.binarySearch(codes, code)].set(person);
            }
        }
        Map<Integer, BitSet> rareWith = new HashMap<>();
        for (int i = 0; i < codes.length; i++) {
            for (int j = i + 1; j < codes.length; j++) {
                BitSet both = (BitSet) holders[i].clone();
                both.and(holders[j]);
                int together = both.cardinality();
                if (together > 0 && together < k) {
                    rareWith.computeIfAbsent(codes[i], c -> new BitSet()).set(codes[j]);
                    rareWith.computeIfAbsent(codes[j], c -> new BitSet()).set(codes[i]);
                }
            }
        }
        sets.forEach(set -> dropUntilNoneRare(set, rareWith, persons));
        return !rareWith.isEmpty();
    }

    private static void dropUntilNoneRare(
            Set<Integer> set, Map<Integer, BitSet> rareWith, Map<Integer, Integer> persons) {
        while (true) {
            int worst = -1;
            long most = 0;
            for (int code : set) {
                BitSet rare = rareWith.get(code);
                long pairs = rare == null ? 0 : set.stream().filter(rare::get).count();
                boolean rarer =
                        pairs == most && worst >= 0 && persons.getOrDefault(code, 0) < persons.getOrDefault(worst, 0);
                if (pairs > most || (pairs > 0 && rarer)) {
                    most = pairs;
                    worst = code;
                }
            }
            if (worst < 0) {
                return;
            }
            set.remove(worst);
        }
    }

    private static Map<Integer, Integer> counts(List<Set<Integer>> sets) {
        Map<Integer, Integer> counts = new HashMap<>();
        sets.forEach(set -> set.forEach(code -> counts.merge(code, 1, Integer::sum)));
        return counts;
    }

    /**
     * Rows that each person may keep so that every number of rows above 0 is shared by at least k persons: persons in order
     * of their numbers are put into groups of k, and a group keeps what its poorest has.
     */
    static int[] alike(int[] counts, int k) {
        Integer[] richestFirst = new Integer[counts.length];
        Arrays.setAll(richestFirst, i -> i);
        Arrays.sort(richestFirst, (a, b) -> Integer.compare(counts[b], counts[a]));
        int[] quota = counts.clone();
        int from = 0;
        while (from < counts.length) {
            int to = Math.min(from + k, counts.length);
            while (to < counts.length && counts[richestFirst[to]] == counts[richestFirst[to - 1]]) {
                to++;
            }
            if (counts.length - to < k) { // the last group takes the rest
                to = counts.length;
            }
            int least = counts[richestFirst[to - 1]];
            for (int i = from; i < to; i++) {
                quota[richestFirst[i]] = least;
            }
            from = to;
        }
        return quota;
    }
}
