package dari.provisioner.deidentify;

import dari.provisioner.recipe.PrivacyModel;
import java.util.ArrayList;
import java.util.List;

/**
 * The conditions of a privacy model on one group, decided from its counts alone. The counts of all sensitive columns stand
 * behind each other in one array. Immutable.
 */
final class Criteria {

    private static final double SLACK = 1e-12;

    /** A number of rows that is below a whole one by no more than this is the whole one. */
    private static final double ROUNDING = 1e-6;

    private final int k;
    private final int width;
    private final List<Condition> conditions = new ArrayList<>();

    Criteria(PrivacyModel model, QuasiTable table) {
        this.k = model.k();
        List<String> columns = model.sensitive();
        int[] offsets = new int[columns.size() + 1];
        for (int j = 0; j < columns.size(); j++) {
            offsets[j + 1] = offsets[j] + table.sensitive()[j].size();
        }
        this.width = offsets[columns.size()];
        for (PrivacyModel.Diversity l : model.l()) {
            int j = columns.indexOf(l.column());
            conditions.add(
                    l.entropy()
                            ? new Entropy(offsets[j], offsets[j + 1], Math.log(l.value()))
                            : new Distinct(offsets[j], offsets[j + 1], l.value()));
        }
        for (PrivacyModel.Closeness t : model.t()) {
            int j = columns.indexOf(t.column());
            double[] shares = shares(table.sensitive()[j]);
            conditions.add(new Close(offsets[j], shares, t.distance() == PrivacyModel.Distance.ORDERED, t.value()));
        }
    }

    /** Share of each value in the whole table. */
    private static double[] shares(QuasiTable.Sensitive column) {
        double[] shares = new double[column.size()];
        for (int value : column.values()) {
            shares[value] += 1;
        }
        for (int value = 0; value < shares.length; value++) {
            shares[value] /= column.values().length;
        }
        return shares;
    }

    /** Length of a group's counts. */
    int width() {
        return width;
    }

    int k() {
        return k;
    }

    /** Whether nothing but k is asked. */
    boolean isSizeOnly() {
        return conditions.isEmpty();
    }

    /** Whether an acceptable group stays so whatever row joins it: true of counts, not of distributions. */
    boolean growsSafely() {
        return conditions.stream().allMatch(Distinct.class::isInstance);
    }

    /** @param from where the group's counts begin */
    boolean accepts(int persons, int rows, int[] counts, int from) {
        if (persons < k) {
            return false;
        }
        for (Condition condition : conditions) {
            if (!condition.holds(rows, counts, from)) {
                return false;
            }
        }
        return true;
    }

    /**
     * A lower bound of the group's rows that no way of splitting the group could publish: all of them where there are too few
     * persons or values, a share of them where the group as a whole is too far from the whole table.
     */
    double doomed(int persons, int rows, int[] counts, int from) {
        if (persons < k) {
            return rows;
        }
        double most = 0;
        for (Condition condition : conditions) {
            most = Math.max(most, condition.doomed(rows, counts, from));
        }
        return rows - most < k ? rows : most; // k persons have k rows
    }

    private interface Condition {

        boolean holds(int rows, int[] counts, int from);

        double doomed(int rows, int[] counts, int from);
    }

    private record Distinct(int begin, int end, double least) implements Condition {

        @Override
        public boolean holds(int rows, int[] counts, int from) {
            int different = 0;
            for (int i = from + begin; i < from + end; i++) {
                if (counts[i] > 0) {
                    different++;
                }
            }
            return different >= least;
        }

        @Override
        public double doomed(int rows, int[] counts, int from) {
            return holds(rows, counts, from) ? 0 : rows;
        }
    }

    private record Entropy(int begin, int end, double least) implements Condition {

        @Override
        public boolean holds(int rows, int[] counts, int from) {
            return entropy(rows, counts, from) >= least - SLACK;
        }

        /** Entropy is concave: the mean of the parts' is at most the whole's, and a part that is published has the least. */
        @Override
        public double doomed(int rows, int[] counts, int from) {
            return Math.max(0, rows * (1 - entropy(rows, counts, from) / least));
        }

        private double entropy(int rows, int[] counts, int from) {
            double sum = 0;
            for (int i = from + begin; i < from + end; i++) {
                if (counts[i] > 0) {
                    double share = (double) counts[i] / rows;
                    sum -= share * Math.log(share);
                }
            }
            return sum;
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // numbers for a hot loop, never compared
    private record Close(int begin, double[] shares, boolean ordered, double most) implements Condition {

        @Override
        public boolean holds(int rows, int[] counts, int from) {
            return distance(rows, counts, from) <= most + SLACK;
        }

        @Override
        public double doomed(int rows, int[] counts, int from) {
            return rows - Math.floor(publishable(rows, counts, from) + ROUNDING);
        }

        /**
         * How many rows of a group at most can be in classes within t. What is published of it is together within t, since the
         * distance is convex; of n rows, no value (where values are ordered: no smallest values and no largest ones) has more
         * than the group has, so that the distance is at least the sum of max(0, share in the whole table - group's count / n).
         * Times n that is convex in n: Newton's steps from the right come down to the largest n that is within t.
         */
        private double publishable(int rows, int[] counts, int from) {
            double n = rows;
            double within = ordered ? most * Math.max(1, shares.length - 1) : most;
            while (true) {
                double scarceShares = 0;
                int scarceRows = 0;
                double share = 0;
                int count = 0;
                for (int value = 0; value < shares.length; value++) {
                    share = shares[value] + (ordered ? share : 0);
                    count = counts[from + begin + value] + (ordered ? count : 0);
                    if (count < share * n) {
                        scarceShares += share;
                        scarceRows += count;
                    } else if (ordered && rows - count < (1 - share) * n) {
                        scarceShares += 1 - share;
                        scarceRows += rows - count;
                    }
                }
                if (scarceShares * n - scarceRows <= (within + SLACK) * n) {
                    return n;
                }
                n = scarceRows / (scarceShares - within);
            }
        }

        private double distance(int rows, int[] counts, int from) {
            double sum = 0;
            double carried = 0;
            for (int value = 0; value < shares.length; value++) {
                double difference = (double) counts[from + begin + value] / rows - shares[value];
                carried += difference;
                sum += Math.abs(ordered ? carried : difference);
            }
            return ordered ? sum / Math.max(1, shares.length - 1) : sum / 2;
        }
    }
}
