package dari.provisioner.cli;

import dari.provisioner.BadInput;
import dari.provisioner.Refused;
import dari.provisioner.agent.HospitalRules;
import dari.provisioner.deidentify.ModelLoss;
import dari.provisioner.deidentify.TableEngine;
import dari.provisioner.exclude.ExclusionList;
import dari.provisioner.pipeline.Outcome;
import dari.provisioner.pipeline.Provisioning;
import dari.provisioner.pipeline.ProvisioningRequest;
import dari.provisioner.pipeline.PseudonymKey;
import dari.provisioner.recipe.Recipe;
import dari.provisioner.release.SigningKeys;
import dari.provisioner.release.UsefulnessPage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "provision",
        description = "Runs a recipe over a source: a signed release, or exit 3 with assessment.json alone.",
        mixinStandardHelpOptions = true)
final class ProvisionCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = "--source", required = true, description = "Directory with one file per table.")
    private Path source = Path.of("");

    @Option(names = "--recipe", required = true, description = "The steward's recipe.")
    private Path recipe = Path.of("");

    @Option(names = "--out", required = true, description = "New folder of the release.")
    private Path out = Path.of("");

    @Option(
            names = EngineOption.NAME,
            description = "duckdb (default), spark://HOST:PORT of a standalone cluster, or spark://local[N].")
    private String engine = EngineOption.DUCKDB;

    @Option(names = "--memory", description = "Limit of the whole process (default ${DEFAULT-VALUE}).")
    private String memory = ProvisioningRequest.DEFAULT_MEMORY;

    @Option(names = "--key-file", description = "32 bytes as hexadecimal; without it a one-off key, destroyed.")
    private @Nullable Path keyFile;

    @Option(
            names = "--signing-key",
            description = "Ed25519 private key, PKCS#8 PEM; without it the release is unsigned.")
    private @Nullable Path signingKey;

    @Option(names = "--ledger", description = "Privacy ledger that pays for a recipe of goal: synthesize.")
    private @Nullable Path ledger;

    @Option(names = "--log", description = "Adds a line of JSON for each part of the run: names of tables and counts.")
    private @Nullable Path log;

    @Option(names = "--policy", description = "The hospital's rules; a recipe that breaks one is refused with exit 3.")
    private @Nullable Path policy;

    @Option(names = "--exclude", description = "List of patients who asked to be left out, as agent exclude keeps it.")
    private @Nullable Path exclude;

    @Option(
            names = "--usefulness",
            description =
                    "Page for the steward alone, outside of the release: how near invented rows are to the original.")
    private @Nullable Path usefulness;

    ProvisionCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        refuseWhatWouldLeave();
        TableEngine.Opening tables = EngineOption.read(engine);
        ProvisioningRequest request = new ProvisioningRequest(
                source,
                Recipe.read(recipe),
                out,
                memory,
                keyFile == null ? null : PseudonymKey.read(keyFile),
                signingKey == null ? null : SigningKeys.readPrivate(signingKey),
                ledger,
                null,
                List.of(),
                exclude == null ? null : ExclusionList.read(exclude).now());
        if (ledger != null && request.recipe().synthesis() == null) {
            throw new BadInput("--ledger", "goal: deidentify spends no privacy budget", "leave the option out");
        }
        if (!engine.equals(EngineOption.DUCKDB) && request.recipe().synthesis() != null) {
            throw new BadInput(EngineOption.NAME, "goal: synthesize runs on duckdb only", "leave the option out");
        }
        if (usefulness != null && request.recipe().synthesis() == null) {
            throw new BadInput(
                    "--usefulness", "is about invented rows; what treatment loses is printed", "leave the option out");
        }
        obeyPolicy(request.recipe());
        Provisioning provisioning = new Provisioning(console.clock(), tables);
        Outcome outcome = log == null
                ? provisioning.run(request, console.progress())
                : logged(
                        provisioning,
                        request,
                        new RunLog(log, request.recipe().hash().hex(), console.clock()));
        tellTheSteward(outcome.usefulness());
        outcome.assessment().reasons().forEach(reason -> console.out().println(reason.en()));
        if (outcome instanceof Outcome.Held held) {
            console.err().println(held.directory() + ": held; see assessment.json there");
            return ExitCode.REFUSED.number();
        }
        console.out().println("release written to " + out + (signingKey == null ? " (unsigned)" : " (signed)"));
        return ExitCode.DONE.number();
    }

    private void obeyPolicy(Recipe wanted) {
        if (policy != null) {
            HospitalRules.read(policy).objection(wanted).ifPresent(objection -> {
                throw new Refused(policy + ": the recipe breaks " + objection.code() + " (" + objection.limit() + ")");
            });
        }
    }

    private Outcome logged(Provisioning provisioning, ProvisioningRequest request, RunLog run) {
        try {
            Outcome outcome = provisioning.run(request, console.progress().and(run));
            run.ended(outcome instanceof Outcome.Held ? "HELD" : "RELEASED");
            return outcome;
        } catch (RuntimeException e) {
            run.ended(ExitCode.of(e).name());
            throw e;
        }
    }

    private void tellTheSteward(Outcome.Usefulness kept) {
        Path page = usefulness;
        if (kept instanceof Outcome.Treated treated) {
            print(treated);
        } else if (kept instanceof Outcome.Invented invented && page != null) {
            UsefulnessPage.write(page, invented.compared().get());
            console.out().println("usefulness written to " + page + " (for the steward only: not in the release)");
        }
    }

    private void print(Outcome.Treated kept) {
        console.out()
                .println(String.format(
                        Locale.ROOT,
                        "information loss %.3f, granularity %.3f, codes grouped %.1f %% (for the steward only: not in the release)",
                        kept.informationLoss(),
                        kept.granularity(),
                        kept.codesGrouped() * 100));
        ModelLoss model = kept.modelLoss();
        if (model != null) {
            console.out()
                    .println(String.format(
                            Locale.ROOT,
                            "a model predicts rightly %.1f %% (trained on the original %.1f %%, by guessing %.1f %%)",
                            model.released() * 100,
                            model.original() * 100,
                            model.guessing() * 100));
        }
    }

    private void refuseWhatWouldLeave() {
        keptApart("--key-file", keyFile);
        keptApart("--usefulness", usefulness);
        if (usefulness != null && !canBeWritten(usefulness)) {
            throw new BadInput("--usefulness", "cannot be written", "name a file in a folder that is there");
        }
    }

    private static boolean canBeWritten(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return folder != null && Files.isWritable(folder) && !Files.isDirectory(file);
    }

    private void keptApart(String option, @Nullable Path file) {
        if (file != null
                && file.toAbsolutePath()
                        .normalize()
                        .startsWith(out.toAbsolutePath().normalize())) {
            throw new BadInput(option, "lies inside the release", "keep it apart from what leaves");
        }
    }
}
