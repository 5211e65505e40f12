package dari.provisioner.bench;

import dari.provisioner.assess.synthetic.BitRows;
import dari.provisioner.assess.synthetic.SyntheticAttacks;
import dari.provisioner.privacy.RandomBits;
import dari.provisioner.privacy.Rho;
import dari.provisioner.privacy.SpendingFilter;
import dari.provisioner.release.Assessment;
import dari.provisioner.synthesize.CodedTable;
import dari.provisioner.synthesize.Synthesizer;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes and attacks releases of a made-up population at several ε and sizes, by the generator of {@code provision}. */
public final class EpsilonBench {

    private static final String DELTA = "1e-9";
    private static final List<String> EPSILONS = List.of("0.1", "0.3", "1", "3", "10");
    private static final List<Integer> SIZES = List.of(2_000, 10_000, 50_000);
    private static final int RUNS = 3;
    private static final int CONTROLS = 10_000;

    private EpsilonBench() {}

    public static EpsilonFigures run(String command, Clock clock) {
        CodedTable controls = DemonstrationPersons.of(CONTROLS, 2);
        return new EpsilonFigures(
                command,
                LocalDate.now(clock),
                DELTA,
                controls.width(),
                RUNS,
                CONTROLS,
                SIZES.stream()
                        .map(persons -> size(DemonstrationPersons.of(persons, 1), controls))
                        .toList());
    }

    private static EpsilonFigures.Size size(CodedTable table, CodedTable controls) {
        return new EpsilonFigures.Size(
                table.rows(),
                errors(SynthesisBench.errors(table, SynthesisBench.drawnAgain(table))),
                errors(SynthesisBench.errors(table, SynthesisBench.shuffled(table))),
                EPSILONS.stream()
                        .map(epsilon -> choice(table, controls, epsilon))
                        .toList());
    }

    private static EpsilonFigures.Choice choice(CodedTable table, CodedTable controls, String epsilon) {
        Rho price = Rho.forEpsilonDelta(new BigDecimal(epsilon), new BigDecimal(DELTA));
        List<CodedTable> releases = new ArrayList<>();
        double[] mean = new double[3];
        for (int run = 0; run < RUNS; run++) {
            CodedTable release =
                    Synthesizer.adaptive().synthesise(table, 1, new SpendingFilter(price), price, RandomBits.secure());
            releases.add(release);
            double[] found = SynthesisBench.errors(table, release);
            for (int degree = 0; degree < mean.length; degree++) {
                mean[degree] += found[degree] / RUNS;
            }
        }
        return new EpsilonFigures.Choice(epsilon, errors(mean), attack(table, controls, releases.get(0)));
    }

    private static EpsilonFigures.@Nullable Attack attack(CodedTable table, CodedTable controls, CodedTable release) {
        return new SyntheticAttacks(BitRows.of(table), BitRows.of(controls), BitRows.of(release), 1)
                .run(-1, false).stream()
                        .filter(result -> result.attack().equals("membership-by-marginals"))
                        .filter(result -> result.verdict() != Assessment.Verdict.NOT_BELIEVABLE)
                        .map(Assessment.AttackResult::release)
                        .map(found -> new EpsilonFigures.Attack(
                                rounded(found.excess()), rounded(found.lower()), rounded(found.upper())))
                        .findFirst()
                        .orElse(null);
    }

    private static EpsilonFigures.Errors errors(double[] found) {
        return new EpsilonFigures.Errors(rounded(found[0]), rounded(found[1]), rounded(found[2]));
    }

    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
