package dari.provisioner.deidentify;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * k^m-anonymity of the code sets of one class: drops codes from persons until any m codes that a person still has are had
 * by at least k persons of the class (after Terrovitis, Mamoulis, Kalnis, PVLDB 1(1), 2008; by suppression instead of
 * generalisation, so it needs no hierarchy of codes). Codes are numbers from 0; m is 1 or 2. A pass costs as much as there are
 * pairs of codes of one person; what is held is the sets themselves and the rare pairs.
 */
final class CodeSets {

    private final int k;

    /** Per person the codes that are left, ascending. */
    private final int[][] sets;

    private final int codes;

    private CodeSets(int[][] sets, int k) {
        this.sets = sets;
        this.k = k;
        this.codes = Arrays.stream(sets).flatMapToInt(Arrays::stream).max().orElse(-1) + 1;
    }

    /**
     * @param sets one per person, without duplicates; not changed
     * @return what each person keeps, ascending
     */
    static List<int[]> protect(List<int[]> sets, int k, int known) {
        int[][] sorted = new int[sets.size()][];
        Arrays.setAll(sorted, person -> Arrays.stream(sets.get(person)).sorted().toArray());
        CodeSets left = new CodeSets(sorted, k);
        left.dropRareCodes();
        while (known > 1 && left.dropRarePairs()) {
            left.dropRareCodes();
        }
        return List.of(left.sets);
    }

    private void dropRareCodes() {
        int[] persons = persons();
        for (int person = 0; person < sets.length; person++) {
            sets[person] = Arrays.stream(sets[person])
                    .filter(code -> persons[code] >= k)
                    .toArray();
        }
    }

    /** In each person the code that is in most of its rare pairs goes first; among equals the rarer one. */
    private boolean dropRarePairs() {
        int[] persons = persons();
        @Nullable BitSet[] rareWith = rarePairs(persons);
        boolean any = Arrays.stream(rareWith).anyMatch(rare -> rare != null);
        if (any) {
            for (int person = 0; person < sets.length; person++) {
                sets[person] = withoutRarePairs(sets[person], rareWith, persons);
            }
        }
        return any;
    }

    /** For each code the codes that are with it in some persons, but in fewer than k. */
    private @Nullable BitSet[] rarePairs(int[] persons) {
        int[][] holders = holders(persons);
        @Nullable BitSet[] rareWith = new BitSet[codes];
        int[] together = new int[codes];
        for (int code = 0; code < codes; code++) {
            for (int person : holders[code]) {
                for (int other : sets[person]) {
                    together[other]++;
                }
            }
            for (int person : holders[code]) {
                for (int other : sets[person]) {
                    if (together[other] > 0 && together[other] < k && other != code) {
                        BitSet rare = rareWith[code];
                        if (rare == null) {
                            rare = new BitSet();
                            rareWith[code] = rare;
                        }
                        rare.set(other);
                    }
                    together[other] = 0;
                }
            }
        }
        return rareWith;
    }

    private int[][] holders(int[] persons) {
        int[][] holders = new int[codes][];
        Arrays.setAll(holders, code -> new int[persons[code]]);
        int[] filled = new int[codes];
        for (int person = 0; person < sets.length; person++) {
            for (int code : sets[person]) {
                holders[code][filled[code]++] = person;
            }
        }
        return holders;
    }

    private static int[] withoutRarePairs(int[] set, @Nullable BitSet[] rareWith, int[] persons) {
        int[] pairs = new int[set.length];
        for (int i = 0; i < set.length; i++) {
            BitSet rare = rareWith[set[i]];
            pairs[i] = rare == null
                    ? 0
                    : (int) Arrays.stream(set).filter(rare::get).count();
        }
        BitSet gone = new BitSet();
        for (int worst = worst(set, pairs, persons); worst >= 0; worst = worst(set, pairs, persons)) {
            gone.set(worst);
            pairs[worst] = 0;
            BitSet rare = rareWith[set[worst]];
            for (int i = 0; i < set.length && rare != null; i++) {
                if (pairs[i] > 0 && rare.get(set[i])) {
                    pairs[i]--;
                }
            }
        }
        return gone.isEmpty()
                ? set
                : IntStream.range(0, set.length)
                        .filter(i -> !gone.get(i))
                        .map(i -> set[i])
                        .toArray();
    }

    private static int worst(int[] set, int[] pairs, int[] persons) {
        int worst = -1;
        for (int i = 0; i < set.length; i++) {
            if (pairs[i] == 0) {
                continue;
            }
            if (worst < 0
                    || pairs[i] > pairs[worst]
                    || (pairs[i] == pairs[worst] && persons[set[i]] < persons[set[worst]])) {
                worst = i;
            }
        }
        return worst;
    }

    /** How many persons have each code. */
    private int[] persons() {
        int[] persons = new int[codes];
        for (int[] set : sets) {
            for (int code : set) {
                persons[code]++;
            }
        }
        return persons;
    }

    /**
     * Rows that each person may keep so that every number of rows above 0 is shared by at least k persons: persons in order
     * of their numbers are put into groups of k, and a group keeps what its poorest has.
     */
    static int[] alike(int[] counts, int k) {
        int[] richestFirst = richestFirst(counts);
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

    /** The places of the counts, the largest count first, of equals the first. */
    private static int[] richestFirst(int[] counts) {
        long[] keys = new long[counts.length];
        Arrays.setAll(keys, i -> (long) -counts[i] << Integer.SIZE | i);
        Arrays.sort(keys);
        return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
    }
}
