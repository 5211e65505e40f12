package dari.provisioner.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Frequencies against computed probabilities; each comparison errs once in 1e9 runs, of four. */
class SelectionTests {

    private static final double ALARM = 1e-9;
    private static final long[] SCORES = {100, 93, 100, 40, 99};

    private final RandomBits bits = RandomBits.secure();

    @Test
    void exponentialMechanismPicksInProportionToTheExponential() {
        Fraction epsilon = Fraction.of(7, 10);
        double[] expected = new double[SCORES.length];
        double sum = 0;
        for (int i = 0; i < SCORES.length; i++) {
            expected[i] = Math.exp(0.7 * SCORES[i] / (2.0 * 3) - 20);
            sum += expected[i];
        }
        for (int i = 0; i < SCORES.length; i++) {
            expected[i] /= sum;
        }
        long[] picked = new long[SCORES.length];
        for (int n = 0; n < 200_000; n++) {
            picked[Selection.exponential(SCORES, 3, epsilon, bits)]++;
        }
        assertThat(ChiSquare.chance(picked, expected)).isGreaterThan(ALARM);
    }

    /** Against the sum over all orders, written out. */
    @Test
    void permuteAndFlipPicksAsItsDefinitionSays() {
        double[] accept = new double[SCORES.length];
        for (int i = 0; i < SCORES.length; i++) {
            accept[i] = Math.exp(0.7 * (SCORES[i] - 100) / (2.0 * 3));
        }
        double[] expected = new double[SCORES.length];
        permutations(accept, new boolean[SCORES.length], 1, SCORES.length, expected);
        long[] picked = new long[SCORES.length];
        for (int n = 0; n < 200_000; n++) {
            picked[Selection.permuteAndFlip(SCORES, 3, Fraction.of(7, 10), bits)]++;
        }
        assertThat(ChiSquare.chance(picked, expected)).isGreaterThan(ALARM);
    }

    private static void permutations(double[] accept, boolean[] seen, double weight, int left, double[] expected) {
        for (int i = 0; i < accept.length; i++) {
            if (!seen[i]) {
                double reached = weight / left;
                expected[i] += reached * accept[i];
                if (left > 1) {
                    seen[i] = true;
                    permutations(accept, seen, reached * (1 - accept[i]), left - 1, expected);
                    seen[i] = false;
                }
            }
        }
    }

    @Test
    void scoresFarApartNeverOverflow() {
        long[] scores = {Long.MIN_VALUE, Long.MAX_VALUE, 0};
        assertThat(Selection.exponential(scores, 1, Fraction.of(1, 1), bits)).isEqualTo(1);
        assertThat(Selection.permuteAndFlip(scores, 1, Fraction.of(1, 1), bits)).isEqualTo(1);
    }

    @Test
    void epsilonForACostNeverCostsMore() {
        for (String amount : new String[] {"0.000000001", "0.00017", "0.0149", "1.09"}) {
            Rho cost = Rho.of(new BigDecimal(amount));
            Fraction epsilon = Selection.epsilonOfExponential(cost);
            assertThat(Selection.costOfExponential(epsilon)).isLessThanOrEqualTo(cost);
            assertThat(Selection.costOfExponential(epsilon.plus(Fraction.of(1, 1L << 32))))
                    .isGreaterThan(cost);
        }
    }

    /** Of two candidates: what one step of the scores may change, in Rényi divergence of many orders. */
    @Test
    void statedCostsHoldAndThatOfPermuteAndFlipCannotBeHalved() {
        double epsilon = 0.01;
        double worstExponential = 0;
        double worstFlip = 0;
        for (double gap = -5; gap <= 5; gap += 0.05) {
            for (double change : new double[] {-epsilon, epsilon}) {
                for (double order : new double[] {1.0001, 2, 10, 100}) {
                    worstExponential =
                            Math.max(worstExponential, renyi(order, logistic(gap), logistic(gap + change)) / order);
                    worstFlip = Math.max(worstFlip, renyi(order, flip(gap), flip(gap + change)) / order);
                }
            }
        }
        assertThat(worstExponential).isBetween(0.95 * epsilon * epsilon / 8, epsilon * epsilon / 8);
        assertThat(worstFlip).isBetween(0.95 * epsilon * epsilon / 2, epsilon * epsilon / 2);
    }

    private static double logistic(double gap) {
        return 1 / (1 + Math.exp(-gap));
    }

    private static double flip(double gap) {
        return gap >= 0 ? 1 - Math.exp(-gap) / 2 : Math.exp(gap) / 2;
    }

    private static double renyi(double order, double p, double q) {
        return Math.log(Math.pow(p, order) * Math.pow(q, 1 - order)
                        + Math.pow(1 - p, order) * Math.pow(1 - q, 1 - order))
                / (order - 1);
    }
}
