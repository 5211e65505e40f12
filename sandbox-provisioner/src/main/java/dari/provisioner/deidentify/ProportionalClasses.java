package dari.provisioner.deidentify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Classes for t-closeness: the rows are put into buckets by their sensitive value, and every class takes from each bucket its
 * even share, nearest rows first, so that its distribution is close to the whole's by construction (after Cao, Karras,
 * Kalnis, Tan: "SABRE: a Sensitive Attribute Bucketization and REdistribution framework for t-closeness", VLDB Journal 20,
 * 2011). The smallest class size whose classes are all acceptable is used. Not thread-safe.
 */
final class ProportionalClasses {

    private final CoverCosts costs;
    private final Acceptance acceptance;
    private final int[] sensitive;
    private final int values;

    ProportionalClasses(CoverCosts costs, Acceptance acceptance, SensitiveBuckets drawn) {
        this.costs = costs;
        this.acceptance = acceptance;
        this.sensitive = drawn.of();
        this.values = drawn.count();
    }

    /**
     * @param rows acceptable as a whole
     * @param k least size of a class
     */
    List<int[]> classes(int[] rows, int k) {
        for (int size = k; size * 2 <= rows.length; size += Math.max(1, size / 10)) {
            List<int[]> classes = split(rows, rows.length / size);
            if (!classes.isEmpty()) {
                return refined(classes, k);
            }
        }
        return List.of(rows);
    }

    private List<int[]> refined(List<int[]> drawn, int k) {
        Classes classes = new Classes(costs, acceptance);
        for (int[] rows : drawn) {
            classes.add(rows, costs.nodesWithout(rows, -1));
        }
        classes.refine(k);
        return classes.members();
    }

    /** Empty as soon as one class is not acceptable. */
    private List<int[]> split(int[] rows, int count) {
        int[][] buckets = buckets(rows);
        int[] left = Arrays.stream(buckets).mapToInt(bucket -> bucket.length).toArray();
        List<int[]> classes = new ArrayList<>();
        int[] last = costs.leafNodes(rows[0]);
        for (int index = 0; index < count; index++) {
            int[] quota = new int[values];
            int size = 0;
            for (int value = 0; value < values; value++) {
                quota[value] = share(buckets[value].length, index + 1, count, value)
                        - share(buckets[value].length, index, count, value);
                size += quota[value];
            }
            if (size == 0) {
                return List.of();
            }
            int[] members = fill(buckets, left, quota, size, last);
            if (!acceptance.accepts(members, 0, size)) {
                return List.of();
            }
            classes.add(members);
            last = costs.leafNodes(members[0]);
        }
        return classes;
    }

    /** Rows of a bucket that the first classes take together; buckets are out of step so that classes are alike in size. */
    private static int share(int bucket, int classes, int of, int value) {
        if (classes == 0) {
            return 0;
        }
        double phase = classes == of ? 0 : value * 0.6180339887498949 % 1 - 0.5;
        return (int) Math.max(0, Math.min(bucket, Math.round((double) bucket * classes / of + phase * 0.999)));
    }

    private int[] fill(int[][] buckets, int[] left, int[] quota, int size, int[] last) {
        int[] members = new int[size];
        int filled = 0;
        int[] at = last;
        for (int value = largest(quota); filled < size; value = (value + 1) % values) {
            for (int taken = 0; taken < quota[value]; taken++) {
                int chosen = pick(buckets[value], left[value], at, filled == 0);
                members[filled] = buckets[value][chosen];
                buckets[value][chosen] = buckets[value][--left[value]];
                if (filled == 0) {
                    at = costs.leafNodes(members[0]);
                } else {
                    costs.cover(at, members[filled]);
                }
                filled++;
            }
        }
        return members;
    }

    private static int largest(int[] quota) {
        int best = 0;
        for (int value = 1; value < quota.length; value++) {
            best = quota[value] > quota[best] ? value : best;
        }
        return best;
    }

    /** The seed is far from the class before; every other row is near its own class. */
    private int pick(int[] bucket, int count, int[] at, boolean farthest) {
        int best = 0;
        double bestCost = farthest ? -1 : Double.POSITIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            double cost = costs.with(at, bucket[i], farthest ? Double.POSITIVE_INFINITY : bestCost);
            if (farthest ? cost > bestCost : cost < bestCost) {
                bestCost = cost;
                best = i;
            }
        }
        return best;
    }

    private int[][] buckets(int[] rows) {
        int[] sizes = new int[values];
        for (int row : rows) {
            sizes[sensitive[row]]++;
        }
        int[][] buckets = new int[values][];
        Arrays.setAll(buckets, value -> new int[sizes[value]]);
        Arrays.fill(sizes, 0);
        for (int row : rows) {
            buckets[sensitive[row]][sizes[sensitive[row]]++] = row;
        }
        return buckets;
    }
}
