package dari.provisioner.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dari.provisioner.Refused;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RhoTests {

    @ParameterizedTest
    @CsvSource({"1, 0.014973", "0.1, 0.000177", "10, 1.090786"})
    void givesThePublishedAmounts(BigDecimal epsilon, BigDecimal published) {
        Rho rho = Rho.forEpsilonDelta(epsilon, new BigDecimal("1e-9"));
        assertThat(rho.toDecimal().setScale(6, RoundingMode.HALF_UP)).isEqualByComparingTo(published);
    }

    @ParameterizedTest
    @CsvSource({"1,1e-9", "0.1,1e-9", "10,1e-9", "0.01,1e-6", "3,1e-5", "0.5,0.01", "40,1e-12"})
    void agreesWithTheSecondAccountant(BigDecimal epsilon, BigDecimal delta) {
        double ours = Rho.forEpsilonDelta(epsilon, delta).toDouble();
        double theirs = SecondAccountant.rho(epsilon.doubleValue(), delta.doubleValue());
        assertThat(ours / theirs).isCloseTo(1, within(1e-9));
    }

    /** The promise itself: noise that costs ρ(ε, δ) has a δ at ε, summed over its distribution, below the one promised. */
    @ParameterizedTest
    @CsvSource({"1,1e-9", "0.5,1e-6", "3,1e-5", "10,1e-9"})
    void noiseOfThatCostKeepsEpsilonAndDelta(BigDecimal epsilon, BigDecimal delta) {
        Rho rho = Rho.forEpsilonDelta(epsilon, delta);
        for (int shift : new int[] {1, 3, 10}) {
            DiscreteGaussian noise = DiscreteGaussian.costing(rho, (long) shift * shift);
            double actual =
                    SecondAccountant.discreteGaussianDelta(noise.variance().toDouble(), shift, epsilon.doubleValue());
            assertThat(actual).isLessThanOrEqualTo(delta.doubleValue());
            // and it is not spent for nothing: beyond the steps of very small noise, a factor of thirty in δ at most
            if (noise.variance().toDouble() > 3) {
                assertThat(actual).isGreaterThan(delta.doubleValue() / 30);
            }
        }
    }

    /** zCDP as defined: Rényi divergence at most αρ, for every order. */
    @ParameterizedTest
    @CsvSource({"0.5,1", "2,1", "30,1", "30,4", "1000,7"})
    void costIsTheZcdpOfTheNoiseAtEveryOrder(BigDecimal variance, int shift) {
        DiscreteGaussian noise = DiscreteGaussian.withVariance(Fraction.of(variance));
        double rho = noise.cost((long) shift * shift).toDouble();
        for (double order : new double[] {1.01, 1.5, 2, 5, 17, 60}) {
            double divergence =
                    SecondAccountant.discreteGaussianRenyi(noise.variance().toDouble(), shift, order);
            assertThat(divergence).isLessThanOrEqualTo(order * rho * (1 + 1e-9));
        }
    }

    @ParameterizedTest
    @CsvSource({"1,1e-9", "0.001,1e-9", "0.1,1e-3", "200,1e-9", "1000,1e-30"})
    void conversionRoundsToTheSafeSideAndBack(BigDecimal epsilon, BigDecimal delta) {
        Rho rho = Rho.forEpsilonDelta(epsilon, delta);
        assertThat(rho.epsilon(delta)).isEqualByComparingTo(epsilon);
        // one step more in the last decimal kept must not be promised by less than ε
        Rho more = rho.plus(Rho.of(new BigDecimal("1e-7")));
        assertThat(more.epsilon(delta)).isGreaterThan(epsilon);
    }

    @Test
    void nothingSpentIsNoEpsilon() {
        assertThat(Rho.ZERO.epsilon(new BigDecimal("1e-9"))).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0,1e-9", "-1,1e-9", "1001,1e-9", "1,0", "1,1", "1,-0.1"})
    void refusesWhatIsNoGuarantee(BigDecimal epsilon, BigDecimal delta) {
        assertThatThrownBy(() -> Rho.forEpsilonDelta(epsilon, delta)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void addsExactlyWhereDoublesWouldNot() {
        Rho tenth = Rho.of(1, 10);
        Rho sum = Rho.ZERO;
        for (int i = 0; i < 10; i++) {
            sum = sum.plus(tenth);
        }
        assertThat(sum).isEqualTo(Rho.of(1, 1));
        assertThat(Rho.of(1, 3).times(2, 5)).isEqualTo(Rho.of(2, 15));
        assertThat(Rho.of(1, 3).toDecimal()).isEqualByComparingTo("0.333333333333333334");
        assertThatThrownBy(() -> tenth.minus(sum(tenth))).isInstanceOf(IllegalArgumentException.class);
    }

    private static Rho sum(Rho amount) {
        return amount.plus(amount);
    }

    @Test
    void filterStopsBeforeTheSumExceedsTheLimitAndKeepsWhatWasLeft() {
        SpendingFilter filter = new SpendingFilter(Rho.of(1, 10));
        filter.spend(Rho.of(7, 100), "sizes");
        assertThatThrownBy(() -> filter.spend(Rho.of(4, 100), "ages"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("ages");
        filter.spend(Rho.of(3, 100), "sexes");
        assertThat(filter.remaining()).isEqualTo(Rho.ZERO);
    }
}
