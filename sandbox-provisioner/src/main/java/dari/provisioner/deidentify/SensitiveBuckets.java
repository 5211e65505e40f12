package dari.provisioner.deidentify;

import dari.provisioner.recipe.PrivacyModel;
import java.util.List;

/**
 * One bucket number per row for drawing classes in proportion: the values of the t columns, joined while there are not too
 * many of them, so that a class with its share of every bucket is close to the whole in each of the columns.
 *
 * @param of bucket of each row
 * @param count buckets in all
 */
@SuppressWarnings("ArrayRecordComponent") // numbers for a hot loop, never compared
record SensitiveBuckets(int[] of, int count) {

    /** More buckets than this and a class of common size has none of most of them. */
    private static final int MOST = 120;

    /** Neighbours count as alike where the distance is ordered, so quantiles do as well as values. */
    private static final int QUANTILES = 12;

    static SensitiveBuckets of(QuasiTable table, PrivacyModel model) {
        SensitiveBuckets joint = new SensitiveBuckets(new int[table.rows()], 1);
        List<String> columns = model.sensitive();
        for (PrivacyModel.Closeness t : model.t()) {
            QuasiTable.Sensitive column = table.sensitive()[columns.indexOf(t.column())];
            SensitiveBuckets own = t.distance() == PrivacyModel.Distance.ORDERED && column.size() > QUANTILES
                    ? quantiles(column)
                    : new SensitiveBuckets(column.values(), column.size());
            if (joint.count == 1 || joint.count * own.count <= MOST) {
                joint = joint.joined(own);
            }
        }
        return joint;
    }

    private SensitiveBuckets joined(SensitiveBuckets other) {
        int[] both = new int[of.length];
        for (int row = 0; row < both.length; row++) {
            both[row] = of[row] * other.count + other.of[row];
        }
        return new SensitiveBuckets(both, count * other.count);
    }

    private static SensitiveBuckets quantiles(QuasiTable.Sensitive column) {
        long[] upTo = new long[column.size() + 1];
        for (int value : column.values()) {
            upTo[value + 1]++;
        }
        for (int value = 0; value < column.size(); value++) {
            upTo[value + 1] += upTo[value];
        }
        int[] bucket = new int[column.values().length];
        for (int row = 0; row < bucket.length; row++) {
            bucket[row] = (int) (upTo[column.values()[row]] * QUANTILES / bucket.length);
        }
        return new SensitiveBuckets(bucket, QUANTILES);
    }
}
