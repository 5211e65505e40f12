package dari.provisioner.cli;

import dari.provisioner.assess.FolderAttack;
import dari.provisioner.json.Json;
import dari.provisioner.pipeline.ProvisioningRequest;
import dari.provisioner.recipe.Recipe;
import dari.provisioner.release.AttackPage;
import dari.provisioner.release.AttackReport;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "attack",
        description = "Attacks any release in plain folders, beside both controls, and writes a report.",
        mixinStandardHelpOptions = true)
final class AttackCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = "--original", required = true, description = "Directory of the treated tables.")
    private Path original = Path.of("");

    @Option(names = "--release", required = true, description = "Release folder, or a directory of its tables.")
    private Path release = Path.of("");

    @Option(names = "--control", required = true, description = "Directory of real persons who were not treated.")
    private Path control = Path.of("");

    @Option(
            names = "--recipe",
            required = true,
            description =
                    "Says roles, hierarchies and attack: {known: …}; of invented rows domain, unit and personKey.")
    private Path recipe = Path.of("");

    @Option(names = "--out", required = true, description = "Report to write.")
    private Path out = Path.of("");

    @Option(
            names = "--page",
            description =
                    "The report for people as well, printable: a page for a board member, one for a statistician.")
    private @Nullable Path page;

    @Option(names = "--memory", description = "Limit of the whole process (default ${DEFAULT-VALUE}).")
    private String memory = ProvisioningRequest.DEFAULT_MEMORY;

    AttackCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        AttackReport report =
                new FolderAttack(console.clock()).run(original, release, control, Recipe.read(recipe), memory);
        Json.write(out, report);
        Path printable = page;
        if (printable != null) {
            AttackPage.write(printable, report);
        }
        report.attacks()
                .forEach(a -> console.out()
                        .println(String.format(
                                Locale.ROOT,
                                "%-40s %-15s success %.3f (at most %.3f), excess %.3f (at most %.3f)",
                                a.attack(),
                                a.verdict(),
                                a.release().success(),
                                a.release().successUpper(),
                                a.release().excess(),
                                a.release().upper())));
        AttackReport.Risk risk = report.risk();
        if (risk != null) {
            console.out()
                    .println(String.format(
                            Locale.ROOT,
                            "risk: prosecutor %.3f (mean %.3f), journalist %.3f, marketer %.3f",
                            risk.prosecutorHighest(),
                            risk.prosecutorAverage(),
                            risk.journalistHighest(),
                            risk.marketer()));
        }
        console.out().println("report written to " + out);
        return ExitCode.DONE.number();
    }
}
