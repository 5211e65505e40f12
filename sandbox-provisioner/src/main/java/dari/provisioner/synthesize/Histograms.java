package dari.provisioner.synthesize;

import dari.provisioner.privacy.Rho;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Every column's noisy histogram, and what they say together.
 *
 * @param total estimated rows, at least 1
 * @param measured one per column
 * @param shapes per column the estimated counts, summing to the total
 */
@SuppressWarnings("ArrayRecordComponent") // numbers for a hot loop, never compared
record Histograms(double total, List<Measurement> measured, double[][] shapes) {

    /**
     * An undeclared code is believed only beyond this many standard deviations: once in 3.5 million codes by chance. Without it noise
     * would put "other" into columns that never held it.
     */
    private static final double BELIEVED = 5;

    /**
     * Counts every column, each paid for by its weight.
     *
     * @param total measured before, since it tells how much the histograms deserve
     */
    static Histograms measure(PrivateTable data, Measurement total, Rho price) {
        int[] sizes = data.sizes();
        double weights = Arrays.stream(sizes).mapToDouble(Shares::weight).sum();
        List<Measurement> measured = new ArrayList<>();
        double precision = 1 / total.variance();
        double weighed = total.sum() * precision;
        for (int c = 0; c < sizes.length; c++) {
            Measurement column = data.marginal(new int[] {c}, Shares.of(price, Shares.weight(sizes[c]) / weights));
            measured.add(column);
            // each histogram's sum is one more measurement of the same total
            double own = 1 / (column.variance() * sizes[c]);
            weighed += column.sum() * own;
            precision += own;
        }
        double rows = Math.max(1, weighed / precision);
        double[][] shapes = new double[sizes.length][];
        for (int c = 0; c < sizes.length; c++) {
            shapes[c] = shape(measured.get(c), data.widths(c), rows);
        }
        return new Histograms(rows, measured, shapes);
    }

    /**
     * Half the L1 distance of shares, 0 to 1, that the noise of one column's counts is expected to make: a count's noise has the mean
     * size σ√(2/π). What is arithmetic on these counts makes it smaller, so this is a bound.
     */
    double noise(int column) {
        Measurement counts = measured.get(column);
        double expected = 0;
        for (double variance : counts.variances()) {
            expected += Math.sqrt(variance * 2 / Math.PI);
        }
        return Math.min(1, expected / 2 / total);
    }

    /** Half the L1 distance between the shares of some rows and the estimated ones. */
    double distance(int column, long[] counts, int rows) {
        double distance = 0;
        for (int code = 0; code < counts.length; code++) {
            distance += Math.abs(counts[code] / (double) Math.max(1, rows) - shapes[column][code] / total);
        }
        return distance / 2;
    }

    private static double[] shape(Measurement column, double[] widths, double total) {
        double[] counts = column.counts();
        int declared = counts.length - CodedTable.UNDECLARED;
        double least = BELIEVED * Math.sqrt(column.variance());
        double undeclared = 0;
        double[] shape = new double[counts.length];
        for (int code = declared; code < counts.length; code++) {
            shape[code] = counts[code] > least ? Math.min(counts[code], total - undeclared) : 0;
            undeclared += shape[code];
        }
        double[] rest = OneWay.shape(
                Arrays.copyOf(counts, declared),
                Arrays.copyOf(widths, declared),
                column.variance(),
                total - undeclared);
        System.arraycopy(rest, 0, shape, 0, declared);
        return shape;
    }
}
