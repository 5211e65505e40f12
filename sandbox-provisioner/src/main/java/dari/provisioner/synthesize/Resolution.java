package dari.provisioner.synthesize;

import dari.provisioner.privacy.Rho;

/** How finely a table can be looked at for a given amount of privacy; rules of thumb, with where they were found. */
final class Resolution {

    /** √(2/π): mean size of a standard normal number. */
    private static final double MEAN_SIZE = Math.sqrt(2 / Math.PI);

    private static final double LEAST_HISTOGRAMS = 0.2;
    private static final double MOST_HISTOGRAMS = 0.35;

    /** Share of the budget for each unit of error that the histograms would have for a tenth of it; measured, docs/synthesis.md. */
    private static final double SHARE_PER_ERROR = 7;

    /** A pair's cells should on average hold so many standard deviations of their noise. */
    private static final double DEVIATIONS_PER_CELL = 4;

    /** Marginals that are measured in the end, per column. */
    private static final double MARGINALS_PER_COLUMN = 1.5;

    private Resolution() {}

    /** Share of the budget for the histograms: the more of a column the noise would drown, the larger. */
    static double histogramShare(Rho budget, int[] sizes, double total) {
        double weights = 0;
        for (int size : sizes) {
            weights += Shares.weight(size);
        }
        // mean error of a histogram, in shares of all rows, if a tenth were spent on them all
        double error = MEAN_SIZE
                * Math.pow(weights, 1.5)
                / Math.sqrt(2 * budget.toDouble() / 10)
                / (sizes.length * Math.max(1, total));
        return Math.min(MOST_HISTOGRAMS, Math.max(LEAST_HISTOGRAMS, SHARE_PER_ERROR * error));
    }

    /** Most groups per column for measuring pairs. */
    static int groups(double total, Rho forMarginals, int columns) {
        double deviation = Math.sqrt(MARGINALS_PER_COLUMN * columns / (2 * forMarginals.toDouble()));
        return (int) Math.max(2, Math.round(Math.sqrt(total / (DEVIATIONS_PER_CELL * deviation))));
    }

    /** Error per weight that a marginal must promise when all together weigh this much. */
    static double priceOfWeight(double weights, Rho forMarginals) {
        return MEAN_SIZE * 1.5 * Math.sqrt(weights / (2 * forMarginals.toDouble()));
    }
}
