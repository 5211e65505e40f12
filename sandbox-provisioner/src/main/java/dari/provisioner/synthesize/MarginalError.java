package dari.provisioner.synthesize;

import java.util.ArrayList;
import java.util.List;

/**
 * How far two tables' marginals lie apart: mean over all marginals of a degree of the L1 distance of their shares, 0 (same) to 2
 * (nothing in common). Reads both tables exactly: for benchmarks and the steward, never for a release.
 */
public final class MarginalError {

    private MarginalError() {}

    /** @param degree columns per marginal, 1 to 3 */
    public static double of(CodedTable a, CodedTable b, int degree) {
        return marginals(a.width(), degree).parallelStream()
                .mapToDouble(columns -> distance(shares(a, columns), shares(b, columns)))
                .average()
                .orElse(0);
    }

    private static List<int[]> marginals(int width, int degree) {
        List<int[]> marginals = new ArrayList<>();
        add(marginals, new int[degree], 0, 0, width);
        return marginals;
    }

    private static void add(List<int[]> marginals, int[] columns, int filled, int from, int width) {
        if (filled == columns.length) {
            marginals.add(columns.clone());
            return;
        }
        for (int column = from; column < width; column++) {
            columns[filled] = column;
            add(marginals, columns, filled + 1, column + 1, width);
        }
    }

    static double[] shares(CodedTable table, int... columns) {
        long[] counts = table.count(columns);
        double[] shares = new double[counts.length];
        for (int cell = 0; cell < shares.length; cell++) {
            shares[cell] = (double) counts[cell] / table.rows();
        }
        return shares;
    }

    static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs(a[i] - b[i]);
        }
        return sum;
    }
}
