package dari.provisioner.scrub;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * The weights of {@link SequenceModel} while they are learned: a conditional random field (Lafferty, McCallum, Pereira 2001), each
 * weight with a step of its own (AdaGrad: Duchi, Hazan, Singer 2011).
 */
final class ChainLearning {

    private static final int TAGS = Tag.COUNT;

    private static final double RATE = 0.3;

    /** What is surer than this of a unit teaches nothing. */
    private static final double SURE = 0.995;

    private static final double LEAST_GRADIENT = 1e-3;

    /** Weights, natural logarithms of odds, are stored in so many parts of one, at most 127 parts. */
    private static final double PARTS = 24;

    private final Weights clues = new Weights(SequenceModel.ROWS * TAGS);
    private final Weights pairs = new Weights(TAGS * TAGS);

    private static final class Weights {
        final float[] values;
        private final float[] squares;

        Weights(int size) {
            values = new float[size];
            squares = new float[size];
            Arrays.fill(squares, 1);
        }

        void change(int at, double gradient, double rate) {
            if (Math.abs(gradient) > LEAST_GRADIENT) {
                squares[at] += (float) (gradient * gradient);
                values[at] += (float) (rate * gradient / Math.sqrt(squares[at]));
            }
        }

        void addPart(Weights other, int parts) {
            for (int i = 0; i < values.length; i++) {
                values[i] += other.values[i] / parts;
            }
        }

        byte[] stored() {
            byte[] bytes = new byte[values.length];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) Math.max(-127, Math.min(127, Math.round(PARTS * values[i])));
            }
            return bytes;
        }
    }

    /**
     * Goes a step uphill.
     *
     * @param rows of each unit, as {@link Clues} gives them
     * @param right tag of each unit
     * @param left share of all learning that is still to come: steps become smaller
     * @return units whose likeliest tag was wrong
     */
    int learn(List<int[]> rows, Tag[] right, double left) {
        double rate = RATE * (0.05 + 0.95 * left);
        Chain chain = new Chain(rows);
        int wrong = 0;
        for (int unit = 0; unit < right.length; unit++) {
            int tag = right[unit].ordinal();
            double[] likely = chain.likely(unit);
            wrong += best(likely) == tag ? 0 : 1;
            if (likely[tag] < SURE) {
                for (int row : rows.get(unit)) {
                    for (int t = 0; t < TAGS; t++) {
                        clues.change(row * TAGS + t, (t == tag ? 1 : 0) - likely[t], rate);
                    }
                }
            }
            if (unit > 0) {
                int pair = right[unit - 1].ordinal() * TAGS + tag;
                double[] likelyPairs = chain.likelyPairs(unit);
                for (int p = 0; p < likelyPairs.length; p++) {
                    pairs.change(p, (p == pair ? 1 : 0) - likelyPairs[p], rate);
                }
            }
        }
        return wrong;
    }

    /** Each weight the mean of theirs. */
    static ChainLearning mean(List<ChainLearning> all) {
        ChainLearning mean = new ChainLearning();
        for (ChainLearning one : all) {
            mean.clues.addPart(one.clues, all.size());
            mean.pairs.addPart(one.pairs, all.size());
        }
        return mean;
    }

    void write(DataOutputStream out) throws IOException {
        out.write(pairs.stored());
        out.write(clues.stored());
    }

    private static int best(double[] likely) {
        int best = 0;
        for (int t = 1; t < TAGS; t++) {
            best = likely[t] > likely[best] ? t : best;
        }
        return best;
    }

    /** One text: how likely its tags are by the weights as they stand (forward and backward sums, each unit's scaled to 1). */
    private final class Chain {

        private final double[] own;
        private final double[] next = new double[TAGS * TAGS];
        private final double[] forward;
        private final double[] backward;

        Chain(List<int[]> rows) {
            int units = rows.size();
            own = new double[units * TAGS];
            forward = new double[units * TAGS];
            backward = new double[units * TAGS];
            for (int p = 0; p < next.length; p++) {
                next[p] = Math.exp(pairs.values[p]);
            }
            for (int unit = 0; unit < units; unit++) {
                weigh(unit, rows.get(unit));
            }
            for (int unit = 0; unit < units; unit++) {
                for (int t = 0; t < TAGS; t++) {
                    double before = unit == 0 ? 1 : 0;
                    for (int b = 0; b < TAGS && unit > 0; b++) {
                        before += forward[(unit - 1) * TAGS + b] * next[b * TAGS + t];
                    }
                    forward[unit * TAGS + t] = before * own[unit * TAGS + t];
                }
                scale(forward, unit);
            }
            for (int unit = units - 1; unit >= 0; unit--) {
                for (int t = 0; t < TAGS; t++) {
                    double behind = unit == units - 1 ? 1 : 0;
                    for (int b = 0; b < TAGS && unit < units - 1; b++) {
                        int at = (unit + 1) * TAGS + b;
                        behind += next[t * TAGS + b] * own[at] * backward[at];
                    }
                    backward[unit * TAGS + t] = behind;
                }
                scale(backward, unit);
            }
        }

        private void weigh(int unit, int[] rows) {
            double most = Double.NEGATIVE_INFINITY;
            for (int t = 0; t < TAGS; t++) {
                double sum = 0;
                for (int row : rows) {
                    sum += clues.values[row * TAGS + t];
                }
                own[unit * TAGS + t] = sum;
                most = Math.max(most, sum);
            }
            for (int t = 0; t < TAGS; t++) {
                own[unit * TAGS + t] = Math.exp(own[unit * TAGS + t] - most);
            }
        }

        private static void scale(double[] sums, int unit) {
            double all = 0;
            for (int t = 0; t < TAGS; t++) {
                all += sums[unit * TAGS + t];
            }
            for (int t = 0; t < TAGS; t++) {
                sums[unit * TAGS + t] /= all;
            }
        }

        double[] likely(int unit) {
            double[] likely = new double[TAGS];
            for (int t = 0; t < TAGS; t++) {
                likely[t] = forward[unit * TAGS + t] * backward[unit * TAGS + t];
            }
            scale(likely, 0);
            return likely;
        }

        /** Of the unit before and this one: tag a and tag b at {@code a * TAGS + b}. */
        double[] likelyPairs(int unit) {
            double[] likely = new double[TAGS * TAGS];
            double all = 0;
            for (int p = 0; p < likely.length; p++) {
                int at = unit * TAGS + p % TAGS;
                likely[p] = forward[(unit - 1) * TAGS + p / TAGS] * next[p] * own[at] * backward[at];
                all += likely[p];
            }
            for (int p = 0; p < likely.length; p++) {
                likely[p] /= all;
            }
            return likely;
        }
    }
}
