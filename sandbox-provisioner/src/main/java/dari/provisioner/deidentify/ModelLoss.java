package dari.provisioner.deidentify;

/**
 * What a model trained on the release loses: the share of persons whose target a naive Bayes classifier over the
 * quasi-identifiers names rightly, trained on the original and trained on the published values, both tested on original
 * values, in five folds. A published value counts for each value it covers in equal parts. For the steward only: it compares
 * with the original.
 *
 * @param guessing share right by always naming the most frequent value
 * @param original share right after training on the original rows
 * @param released share right after training on the published ones
 */
public record ModelLoss(double guessing, double original, double released) {

    private static final int FOLDS = 5;

    /** Spreads the folds over rows that are sorted by their content. */
    private static final int STEP = 7919;

    static ModelLoss of(QuasiTable table, Recoding recoding, QuasiTable.Sensitive target) {
        int rows = table.rows();
        int[] fold = new int[rows];
        for (int row = 0; row < rows; row++) {
            int[] persons = table.persons();
            fold[row] = (int) ((long) (persons == null ? row : persons[row]) * STEP % FOLDS);
        }
        int[] frequency = new int[target.size()];
        for (int value : target.values()) {
            frequency[value]++;
        }
        int most = 0;
        for (int count : frequency) {
            most = Math.max(most, count);
        }
        long original = 0;
        long released = 0;
        for (int held = 0; held < FOLDS; held++) {
            Classifier before = new Classifier(table, target);
            Classifier after = new Classifier(table, target);
            for (int row = 0; row < rows; row++) {
                if (fold[row] != held) {
                    before.learn(row, null);
                    int found = recoding.classOf()[row];
                    if (found != Recoding.SUPPRESSED) {
                        after.learn(row, recoding.nodes().get(found));
                    }
                }
            }
            before.finish();
            after.finish();
            for (int row = 0; row < rows; row++) {
                if (fold[row] == held) {
                    original += before.guess(row) == target.values()[row] ? 1 : 0;
                    released += after.guess(row) == target.values()[row] ? 1 : 0;
                }
            }
        }
        return new ModelLoss((double) most / rows, (double) original / rows, (double) released / rows);
    }

    /** Counts per target value and leaf; additive smoothing of one half (Krichevsky, Trofimov, 1981). */
    private static final class Classifier {

        private static final double SMOOTHING = 0.5;

        private final QuasiTable table;
        private final QuasiTable.Sensitive target;
        private final double[] sizes;
        private final double[][][] weights;

        Classifier(QuasiTable table, QuasiTable.Sensitive target) {
            this.table = table;
            this.target = target;
            this.sizes = new double[target.size()];
            this.weights = new double[table.attributes()][][];
            for (int a = 0; a < weights.length; a++) {
                weights[a] = new double[table.hierarchies()[a].leaves()][target.size()];
            }
        }

        /** @param nodes what is published of the row, or null for its own values */
        void learn(int row, int @org.jspecify.annotations.Nullable [] nodes) {
            int value = target.values()[row];
            sizes[value]++;
            for (int a = 0; a < weights.length; a++) {
                Hierarchy hierarchy = table.hierarchies()[a];
                int node = nodes == null ? hierarchy.node(table.leaves()[a][row]) : nodes[a];
                int low = hierarchy.low(node);
                int high = hierarchy.high(node);
                // a root says nothing about the value, and to spread it over thousands of leaves costs time
                for (int leaf = low; leaf <= high && hierarchy.parent(node) >= 0; leaf++) {
                    weights[a][leaf][value] += 1.0 / (high - low + 1);
                }
            }
        }

        /** Turns the counts into logarithms of probabilities. */
        void finish() {
            for (int a = 0; a < weights.length; a++) {
                double[] sums = new double[sizes.length];
                for (double[] leaf : weights[a]) {
                    for (int value = 0; value < sums.length; value++) {
                        sums[value] += leaf[value] + SMOOTHING;
                    }
                }
                for (double[] leaf : weights[a]) {
                    for (int value = 0; value < sums.length; value++) {
                        leaf[value] = Math.log((leaf[value] + SMOOTHING) / sums[value]);
                    }
                }
            }
            for (int value = 0; value < sizes.length; value++) {
                sizes[value] = Math.log(sizes[value] + SMOOTHING);
            }
        }

        int guess(int row) {
            int best = 0;
            double most = Double.NEGATIVE_INFINITY;
            for (int value = 0; value < sizes.length; value++) {
                double score = sizes[value];
                for (int a = 0; a < weights.length; a++) {
                    score += weights[a][table.leaves()[a][row]][value];
                }
                if (score > most) {
                    most = score;
                    best = value;
                }
            }
            return best;
        }
    }
}
