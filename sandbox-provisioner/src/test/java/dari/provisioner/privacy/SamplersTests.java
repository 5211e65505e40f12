package dari.provisioner.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The statistical self-test of the samplers, on the bits that ship. Each comparison raises a false alarm with probability at most
 * {@link #ALARM}; there are 24 of them, so a correct program fails here once in 40 million runs.
 */
class SamplersTests {

    private static final double ALARM = 1e-9;

    private final RandomBits bits = RandomBits.secure();

    @ParameterizedTest
    @CsvSource({"0.2", "0.9", "1", "2.7", "33.4", "1000"})
    void noiseHasTheDiscreteGaussianProbabilities(BigDecimal variance) {
        DiscreteGaussian noise = DiscreteGaussian.withVariance(Fraction.of(variance));
        double sigma2 = noise.variance().toDouble();
        int reach = (int) Math.ceil(7 * Math.sqrt(sigma2)) + 2;
        double[] probabilities = discreteGaussian(sigma2, reach);
        long[] drawn = new long[300_000];
        noise.addTo(drawn, bits);
        long[] counts = new long[2 * reach + 1];
        for (long value : drawn) {
            counts[(int) value + reach]++;
        }
        assertThat(ChiSquare.chance(counts, probabilities)).isGreaterThan(ALARM);
    }

    /** Large noise in 64 cells of equal probability, quick path and big-integer path. */
    @ParameterizedTest
    @CsvSource({"700000", "1e9", "1e15", "1e21"})
    void largeNoiseIsSpreadAsItsContinuousLimit(BigDecimal variance) {
        DiscreteGaussian noise = DiscreteGaussian.withVariance(Fraction.of(variance));
        double sigma = Math.sqrt(noise.variance().toDouble());
        long[] counts = new long[40];
        double[] probabilities = new double[40];
        long[] edges = new long[39];
        for (int i = 0; i < 39; i++) {
            edges[i] = Math.round((i - 19) * 0.2 * sigma);
        }
        for (int i = 0; i < 40; i++) {
            // an integer y stands for [y − ½, y + ½]; exact to 1e-7 here, since σ is above 800
            double low = i == 0 ? 0 : Normal.below((edges[i - 1] + 0.5) / sigma);
            double high = i == 39 ? 1 : Normal.below((edges[i] + 0.5) / sigma);
            probabilities[i] = high - low;
        }
        int draws = variance.compareTo(new BigDecimal("1e10")) > 0 ? 40_000 : 300_000;
        for (int n = 0; n < draws; n++) {
            long y = noise.sample(bits);
            int cell = 0;
            while (cell < 39 && y > edges[cell]) {
                cell++;
            }
            counts[cell]++;
        }
        assertThat(ChiSquare.chance(counts, probabilities)).isGreaterThan(ALARM);
    }

    /** Σ y²/σ² of 400,000 draws deviates by 6.2 standard errors (2.8e-10 on each side) once in 1.8e9 runs. */
    @ParameterizedTest
    @CsvSource({"3", "50.5", "4000"})
    void varianceIsWhatWasAskedToOnePercent(BigDecimal variance) {
        DiscreteGaussian noise = DiscreteGaussian.withVariance(Fraction.of(variance));
        double sigma2 = noise.variance().toDouble();
        int draws = 400_000;
        double squares = 0;
        for (int n = 0; n < draws; n++) {
            double y = noise.sample(bits);
            squares += y * y;
        }
        // above σ² = 3 variance and kurtosis of the discrete Gaussian are those of the continuous one to 1e-20
        assertThat(squares / draws / sigma2 - 1).isBetween(-6.2 * Math.sqrt(2.0 / draws), 6.2 * Math.sqrt(2.0 / draws));
    }

    @ParameterizedTest
    @CsvSource({"0,7", "1,1000", "1,3", "1,1", "5,2", "9,1", "22222222222222222,30000000000000000"})
    void exponentialCoinsComeUpAsOftenAsTheyShould(long n, long d) {
        long[] counts = new long[2];
        ExactCoin coin = new ExactCoin(bits);
        for (int i = 0; i < 200_000; i++) {
            counts[coin.expMinus(n, d) ? 0 : 1]++;
        }
        double expected = Math.exp(-(double) n / d);
        assertThat(n == 0 ? counts[1] : 0).isZero();
        if (n > 0) {
            assertThat(ChiSquare.chance(counts, new double[] {expected, 1 - expected}))
                    .isGreaterThan(ALARM);
        }
    }

    @Test
    void uniformNumbersAreUniform() {
        long[] counts = new long[300];
        double[] probabilities = new double[300];
        for (int i = 0; i < 300; i++) {
            probabilities[i] = 1 / 300.0;
        }
        for (int i = 0; i < 300_000; i++) {
            counts[(int) bits.below(300)]++;
        }
        assertThat(ChiSquare.chance(counts, probabilities)).isGreaterThan(ALARM);
    }

    @Test
    void bytesAreUniformOverManyBlocks() {
        long[] counts = new long[256];
        double[] probabilities = new double[256];
        for (int i = 0; i < 256; i++) {
            probabilities[i] = 1 / 256.0;
        }
        for (int i = 0; i < 1_000_000; i++) {
            counts[bits.nextByte()]++;
        }
        assertThat(ChiSquare.chance(counts, probabilities)).isGreaterThan(ALARM);
    }

    @Test
    void varianceIsNeverBelowWhatWasAsked() {
        for (String asked :
                new String[] {"1e-9", "0.0000013", "0.7", "1.0000001", "3.9", "4", "123456.789", "1e12", "1e24"}) {
            Fraction variance = Fraction.of(new BigDecimal(asked));
            Fraction drawn = DiscreteGaussian.withVariance(variance).variance();
            assertThat(drawn).isGreaterThanOrEqualTo(variance);
            assertThat(drawn.minus(variance))
                    .isLessThanOrEqualTo(variance.times(Fraction.of(1, 1 << 18)).plus(Fraction.of(1, 1 << 20)));
        }
    }

    @Test
    void noiseForACostCostsAtMostThat() {
        Rho cost = Rho.of(new BigDecimal("0.000177"));
        DiscreteGaussian noise = DiscreteGaussian.costing(cost, 9);
        assertThat(noise.cost(9)).isLessThanOrEqualTo(cost);
        assertThat(noise.cost(9).toDouble()).isCloseTo(0.000177, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(noise.variance().compareTo(new Fraction(BigInteger.valueOf(9_000_000), BigInteger.valueOf(354))))
                .isGreaterThanOrEqualTo(0);
    }

    static double[] discreteGaussian(double sigma2, int reach) {
        double[] mass = new double[2 * reach + 1];
        double sum = 0;
        for (int y = -reach; y <= reach; y++) {
            mass[y + reach] = Math.exp(-y * (double) y / (2 * sigma2));
            sum += mass[y + reach];
        }
        for (int i = 0; i < mass.length; i++) {
            mass[i] /= sum;
        }
        return mass;
    }
}
