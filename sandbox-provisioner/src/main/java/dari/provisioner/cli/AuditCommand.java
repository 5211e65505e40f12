package dari.provisioner.cli;

import dari.provisioner.BadInput;
import dari.provisioner.privacy.RandomBits;
import dari.provisioner.privacy.Rho;
import dari.provisioner.privacy.audit.MeasurementAudit;
import dari.provisioner.privacy.audit.TwoWorldAudit.Finding;
import dari.provisioner.synthesize.MechanismAudit;
import dari.provisioner.synthesize.Synthesizer;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "audit",
        description = "Release-build check: tells neighbouring tables apart by the mechanisms' answers. Exit 3 when a"
                + " promise is broken, or when the attack sees less than 0.8 of it.",
        mixinStandardHelpOptions = true)
final class AuditCommand implements Callable<Integer> {

    /** μ = √(2ρ) = 0.447. */
    private static final Rho COST = Rho.of(1, 10);

    private static final int FEWEST = 1000;

    private final Console console;

    @Option(names = "--runs", description = "Runs of a measurement in each world (default ${DEFAULT-VALUE}).")
    private int runs = 300_000;

    @Option(names = "--whole-runs", description = "Runs of a whole mechanism in each world (default ${DEFAULT-VALUE}).")
    private int whole = 20_000;

    AuditCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        atLeast(runs, "--runs");
        atLeast(whole, "--whole-runs");
        RandomBits bits = RandomBits.secure();
        // one after the other, each said as soon as it is known: the whole mechanisms take minutes
        List<Finding> findings = Stream.<Supplier<Finding>>of(
                        () -> MeasurementAudit.run(COST, 1, runs, bits),
                        () -> MeasurementAudit.run(COST, 3, runs, bits),
                        () -> MechanismAudit.run("mst, row", Synthesizer.mst(), COST, 1, whole, bits),
                        () -> MechanismAudit.run("mst, person of 3 rows", Synthesizer.mst(), COST, 3, whole, bits),
                        () -> MechanismAudit.run("adaptive, row", Synthesizer.adaptive(), COST, 1, whole, bits),
                        () -> MechanismAudit.run(
                                "adaptive, person of 3 rows", Synthesizer.adaptive(), COST, 3, whole, bits))
                .map(Supplier::get)
                .peek(finding -> console.out().println(finding.line()))
                .toList();
        boolean kept = findings.stream().noneMatch(f -> f.isBroken() || f.isBlind());
        return (kept ? ExitCode.DONE : ExitCode.REFUSED).number();
    }

    private static void atLeast(int given, String option) {
        if (given < FEWEST) {
            throw new BadInput(option, "is too few to see anything", "give at least " + FEWEST);
        }
    }
}
