package dari.provisioner.synthesize;

/**
 * Noisy counts of one marginal.
 *
 * @param columns ascending
 * @param counts one per cell, the last column's code moving fastest
 * @param variances of each count's noise
 */
@SuppressWarnings("ArrayRecordComponent") // numbers for a hot loop, never compared
record Measurement(int[] columns, double[] counts, double[] variances) {

    /** Two measurements of the same cells as one, weighed by their precision. */
    Measurement with(Measurement again) {
        double[] mean = new double[counts.length];
        double[] variance = new double[counts.length];
        for (int cell = 0; cell < mean.length; cell++) {
            double mine = 1 / variances[cell];
            double other = 1 / again.variances[cell];
            mean[cell] = (counts[cell] * mine + again.counts[cell] * other) / (mine + other);
            variance[cell] = 1 / (mine + other);
        }
        return new Measurement(columns, mean, variance);
    }

    /** Of cells that are known to be empty; their variance, so that they hardly take part in corrections. */
    private static final double CERTAIN = 1e-6;

    /** The same with what is known without measuring: these cells hold no row. */
    Measurement without(boolean[] empty) {
        double[] known = counts.clone();
        double[] sure = variances.clone();
        for (int cell = 0; cell < known.length; cell++) {
            if (empty[cell]) {
                known[cell] = 0;
                sure[cell] *= CERTAIN;
            }
        }
        return new Measurement(columns, known, sure);
    }

    /** The counts, corrected to a known sum in proportion to their variances. */
    double[] summingTo(double total) {
        double excess = sum() - total;
        double spread = 0;
        for (double variance : variances) {
            spread += variance;
        }
        double[] corrected = new double[counts.length];
        for (int cell = 0; cell < corrected.length; cell++) {
            corrected[cell] = counts[cell] - excess * variances[cell] / spread;
        }
        return corrected;
    }

    /** The variance that all counts share. */
    double variance() {
        return variances[0];
    }

    double sum() {
        double sum = 0;
        for (double count : counts) {
            sum += count;
        }
        return sum;
    }
}
