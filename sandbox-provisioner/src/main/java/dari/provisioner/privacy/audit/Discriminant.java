package dari.provisioner.privacy.audit;

/** Fisher's linear discriminant: pooled covariance⁻¹ · (difference of the means). */
final class Discriminant {

    /** Share of the variances added to them, so that features that say the same do no harm. */
    private static final double RIDGE = 1e-6;

    private Discriminant() {}

    static double score(double[] weights, double[] features) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * features[i];
        }
        return sum;
    }

    /** @param to observations of each side to learn from */
    static double[] between(double[][] without, double[][] with, int to) {
        int width = without[0].length;
        double[] low = mean(without, to);
        double[] high = mean(with, to);
        double[][] system = new double[width][width + 1];
        scatter(system, without, low, to);
        scatter(system, with, high, to);
        for (int i = 0; i < width; i++) {
            system[i][i] = system[i][i] * (1 + RIDGE) + 1e-12;
            system[i][width] = high[i] - low[i];
        }
        return solved(system);
    }

    private static double[] mean(double[][] seen, int to) {
        double[] mean = new double[seen[0].length];
        for (int n = 0; n < to; n++) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += seen[n][i] / to;
            }
        }
        return mean;
    }

    private static void scatter(double[][] system, double[][] seen, double[] mean, int to) {
        for (int n = 0; n < to; n++) {
            for (int i = 0; i < mean.length; i++) {
                for (int j = 0; j < mean.length; j++) {
                    system[i][j] += (seen[n][i] - mean[i]) * (seen[n][j] - mean[j]) / (2.0 * to);
                }
            }
        }
    }

    /** Gaussian elimination; the matrix is positive definite, so no pivoting. */
    private static double[] solved(double[][] system) {
        int width = system.length;
        for (int pivot = 0; pivot < width; pivot++) {
            for (int row = pivot + 1; row < width; row++) {
                double factor = system[row][pivot] / system[pivot][pivot];
                for (int column = pivot; column <= width; column++) {
                    system[row][column] -= factor * system[pivot][column];
                }
            }
        }
        double[] solution = new double[width];
        for (int row = width - 1; row >= 0; row--) {
            double sum = system[row][width];
            for (int column = row + 1; column < width; column++) {
                sum -= system[row][column] * solution[column];
            }
            solution[row] = sum / system[row][row];
        }
        return solution;
    }
}
