package dari.provisioner.cli;

import dari.provisioner.BadInput;
import dari.provisioner.privacy.RandomBits;
import dari.provisioner.privacy.Rho;
import dari.provisioner.privacy.audit.MeasurementAudit;
import dari.provisioner.privacy.audit.TwoWorldAudit.Finding;
import java.util.List;
import java.util.concurrent.Callable;
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

    private final Console console;

    @Option(names = "--runs", description = "Runs of a measurement in each world (default ${DEFAULT-VALUE}).")
    private int runs = 300_000;

    AuditCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (runs < 1000) {
            throw new BadInput("--runs", "is too few to see anything", "give at least 1000");
        }
        RandomBits bits = RandomBits.secure();
        List<Finding> findings =
                List.of(MeasurementAudit.run(COST, 1, runs, bits), MeasurementAudit.run(COST, 3, runs, bits));
        findings.forEach(finding -> console.out().println(finding.line()));
        boolean kept = findings.stream().noneMatch(f -> f.isBroken() || f.isBlind());
        return (kept ? ExitCode.DONE : ExitCode.REFUSED).number();
    }
}
