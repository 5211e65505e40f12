package dari.provisioner.assess.synthetic;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;

/** How often each combination of codes of some columns occurs among rows; a combination is named by a 64-bit hash. */
final class MarginalCounts {

    private final int[] columns;
    private final Map<Long, int[]> counts = new HashMap<>();
    private int rows;

    /** @param wanted rows to count */
    MarginalCounts(BitRows table, int[] columns, IntPredicate wanted) {
        this.columns = columns;
        for (int row = 0; row < table.rows(); row++) {
            if (wanted.test(row)) {
                long key = 0;
                for (int column : columns) {
                    key = mixed(key, table.code(column, row));
                }
                counts.computeIfAbsent(key, k -> new int[1])[0]++;
                rows++;
            }
        }
    }

    int rows() {
        return rows;
    }

    int of(int[] record) {
        long key = 0;
        for (int column : columns) {
            key = mixed(key, record[column]);
        }
        int[] count = counts.get(key);
        return count == null ? 0 : count[0];
    }

    /** SplitMix64's finaliser: two of a million combinations meet with a chance of 3e-8. */
    private static long mixed(long key, int code) {
        long z = key * 0x9E3779B97F4A7C15L + code + 1;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
