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
                "broken", CLAIM, 40_000, present -> new double[] {(present ? 1 : 0) + tooSmall.sample(bits)});
        assertThat(finding.isBroken()).isTrue();
        assertThat(finding.line()).contains("BROKEN");
    }

    @Test
    void findsASensitivityThatWasCountedTooLow() {
        DiscreteGaussian noise = DiscreteGaussian.costing(COST, 1);
        TwoWorldAudit.Finding finding = TwoWorldAudit.of("two cells", CLAIM, 40_000, present -> {
            int one = present ? 1 : 0; // one person in both cells: Δ² is 2
            return new double[] {one + noise.sample(bits), one + noise.sample(bits), 7};
        });
        assertThat(finding.isBroken()).isTrue();
    }

    @Test
    void saysWhenItSeesTooLittle() {
        DiscreteGaussian noise = DiscreteGaussian.costing(COST.times(1, 4), 1);
        TwoWorldAudit.Finding finding = TwoWorldAudit.of(
                "blind", CLAIM, 20_000, present -> new double[] {(present ? 1 : 0) + noise.sample(bits)});
        assertThat(finding.isBroken()).isFalse();
        assertThat(finding.isBlind()).isTrue();
    }

    @Test
    void quantilesAreThoseOfTheNormalDistribution() {
        assertThat(Normal.quantile(0.975)).isCloseTo(1.959963984540054, within(1e-9));
        assertThat(Normal.quantile(0.5)).isCloseTo(0, within(1e-12));
        assertThat(Normal.below(-4)).isCloseTo(3.167124183311986e-5, within(1e-12));
    }
}
