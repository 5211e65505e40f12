package dari.provisioner.synthesize;

import static org.assertj.core.api.Assertions.assertThat;

import dari.provisioner.privacy.Rho;
import dari.provisioner.privacy.SeededBits;
import dari.provisioner.privacy.audit.TwoWorldAudit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * On fixed seeds, with few runs: whether the audit sees what is wrong. A sound mechanism would be called broken by one audit in a
 * thousand; the seeds here are none of those. The release build audits the same with secure bits and more runs.
 */
class MechanismAuditTests {

    /** μ = 0.447. */
    private static final Rho COST = Rho.of(1, 10);

    private static final int RUNS = 3000;

    /** Enough where the attack sees far more than what was promised. */
    private static final int SOME = 2000;

    static Stream<Synthesizer> all() {
        return Stream.of(Synthesizer.mst(), Synthesizer.adaptive());
    }

    /** Each mechanism and each number of rows once; the command {@code audit} runs all four. */
    static Stream<Arguments> sound() {
        return Stream.of(Arguments.of(Synthesizer.mst(), 1), Arguments.of(Synthesizer.adaptive(), 3));
    }

    @ParameterizedTest
    @MethodSource("sound")
    void aSoundMechanismKeepsWhatItPromisesAndTheAttackSeesMostOfIt(Synthesizer synthesizer, int rowsPerUnit) {
        TwoWorldAudit.Finding finding =
                MechanismAudit.run("whole", synthesizer, COST, rowsPerUnit, RUNS, new SeededBits(rowsPerUnit));
        assertThat(finding.isBroken()).as(finding.line()).isFalse();
        assertThat(finding.isBlind()).as(finding.line()).isFalse();
        assertThat(finding.lowerEpsilon()).as(finding.line()).isPositive();
    }

    @ParameterizedTest
    @MethodSource("all")
    void noiseOfHalfTheSizeIsCaught(Synthesizer synthesizer) {
        // two rows of one person where the mechanism was told one: every noise is too small by a factor of two
        TwoWorldAudit.Finding finding = MechanismAudit.run("half", synthesizer, COST, 1, 2, SOME, new SeededBits(5));
        assertThat(finding.isBroken()).as(finding.line()).isTrue();
    }

    @Test
    void aChoiceWithoutNoiseIsCaught() {
        TwoWorldAudit.Finding finding =
                MechanismAudit.run("choice", new Synthesizer(new ExactChoice()), COST, 1, SOME, new SeededBits(6));
        assertThat(finding.isBroken()).as(finding.line()).isTrue();
    }

    /** A spanning tree like {@link Mst}'s, but chosen by the exact distances: the noise of the choice is missing. */
    private static final class ExactChoice implements Mechanism {
        @Override
        public Estimate fit(PrivateTable data, PublicFacts facts, Rho budget) {
            Measurement total = data.total(Shares.of(budget, 0.01));
            Histograms histograms = Histograms.measure(data, total, Shares.of(budget, 0.33));
            Estimate estimate = new Estimate(data, histograms, facts, 8);
            List<PrivateTable.Candidate> pairs = Candidates.pairs(estimate);
            long[] distance = estimate.data().distances(pairs);
            Forest forest = new Forest(estimate.sizes().length);
            List<PrivateTable.Candidate> tree = new ArrayList<>();
            IntStream.range(0, distance.length)
                    .boxed()
                    .sorted(Comparator.comparingLong(i -> -distance[i]))
                    .map(pairs::get)
                    .filter(pair -> !forest.connected(pair.columns()[0], pair.columns()[1]))
                    .forEach(pair -> {
                        forest.join(pair.columns()[0], pair.columns()[1]);
                        tree.add(pair);
                    });
            estimate.measure(tree, Shares.of(budget, 0.66));
            estimate.fit(20);
            return estimate;
        }
    }
}
