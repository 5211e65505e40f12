package dari.provisioner.privacy.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dari.provisioner.privacy.DiscreteGaussian;
import dari.provisioner.privacy.Fraction;
import dari.provisioner.privacy.Rho;
import dari.provisioner.privacy.SeededBits;
import org.junit.jupiter.api.Test;

/** On fixed seeds: the audit itself is what is tested. The mechanisms are audited by the command, on the bits that ship. */
class TwoWorldAuditTests {

    private static final Rho COST = Rho.of(1, 10);
    private static final double CLAIM = Math.sqrt(0.2);

    private final SeededBits bits = new SeededBits(11);

    @Test
    void findsTheMeasurementKeptAndNearlyAllOfWhatItPromises() {
        TwoWorldAudit.Finding finding = MeasurementAudit.run(COST, 1, 40_000, bits);
        assertThat(finding.isBroken()).isFalse();
        assertThat(finding.isBlind()).isFalse();
        assertThat(finding.measured()).isCloseTo(CLAIM, within(0.04));
    }

    @Test
    void findsNoiseThatIsTooSmall() {
        DiscreteGaussian tooSmall = DiscreteGaussian.withVariance(Fraction.of(32, 10)); // 5 would keep the promise
        TwoWorldAudit.Finding finding = TwoWorldAudit.of(
                "broken", COST, 40_000, present -> new double[] {(present ? 1 : 0) + tooSmall.sample(bits)});
        assertThat(finding.isBroken()).isTrue();
        assertThat(finding.line()).contains("BROKEN");
    }

    @Test
    void findsASensitivityThatWasCountedTooLow() {
        DiscreteGaussian noise = DiscreteGaussian.costing(COST, 1);
        TwoWorldAudit.Finding finding = TwoWorldAudit.of("two cells", COST, 40_000, present -> {
            int one = present ? 1 : 0; // one person in both cells: Δ² is 2
            return new double[] {one + noise.sample(bits), one + noise.sample(bits), 7};
        });
        assertThat(finding.isBroken()).isTrue();
    }

    @Test
    void saysWhenItSeesTooLittle() {
        DiscreteGaussian noise = DiscreteGaussian.costing(COST.times(1, 4), 1);
        TwoWorldAudit.Finding finding = TwoWorldAudit.of(
                "blind", COST, 20_000, present -> new double[] {(present ? 1 : 0) + noise.sample(bits)});
        assertThat(finding.isBroken()).isFalse();
        assertThat(finding.isBlind()).isTrue();
    }

    @Test
    void findsAnAnswerThatOnlyOneWorldGives() {
        // five times in a hundred the answer gives the person away: no threshold in the middle sees it, the best one
        // does
        TwoWorldAudit.Finding finding = TwoWorldAudit.of("leak", Rho.of(1, 100), 10_000, present ->
                new double[] {present && bits.below(20) == 0 ? 9 : bits.below(2)});
        assertThat(finding.lower()).isLessThan(finding.claimed());
        assertThat(finding.lowerEpsilon()).isGreaterThan(finding.claimedEpsilon());
        assertThat(finding.isBroken()).isTrue();
    }

    @Test
    void theBoundOfEpsilonStaysBelowTheTruthAndComesNear() {
        // randomised response of ε = 1: the truth with probability e / (1 + e)
        TwoWorldAudit.Finding finding = TwoWorldAudit.of("response", COST, 40_000, present ->
                new double[] {bits.below(1_000_000) < 731_058 == present ? 1 : 0});
        assertThat(finding.lowerEpsilon()).isBetween(0.9, 1.0);
    }

    @Test
    void exactBoundsOfAProbabilityAreThoseOfTheTables() {
        // the rule of three's exact form, and the 95 % interval of 5 in 20 (0.0866, 0.4910)
        assertThat(ClopperPearson.upper(0, 100, 0.05)).isCloseTo(1 - Math.pow(0.05, 0.01), within(1e-9));
        assertThat(ClopperPearson.lower(5, 20, 0.025)).isCloseTo(0.0866, within(1e-4));
        assertThat(ClopperPearson.upper(5, 20, 0.025)).isCloseTo(0.4910, within(1e-4));
        assertThat(ClopperPearson.upper(20, 20, 0.025)).isEqualTo(1);
        assertThat(ClopperPearson.lower(70_000, 150_000, 0.001)).isBetween(0.4620, 0.4640);
    }

    @Test
    void quantilesAreThoseOfTheNormalDistribution() {
        assertThat(Normal.quantile(0.975)).isCloseTo(1.959963984540054, within(1e-9));
        assertThat(Normal.quantile(0.5)).isCloseTo(0, within(1e-12));
        assertThat(Normal.below(-4)).isCloseTo(3.167124183311986e-5, within(1e-12));
    }
}
