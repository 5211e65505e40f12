package dari.provisioner.cli;

import dari.provisioner.engine.ExcludedPersons;
import dari.provisioner.exclude.ExclusionList;
import dari.provisioner.json.Json;
import dari.provisioner.pipeline.ProvisioningRequest;
import dari.provisioner.profile.Profiling;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "profile",
        description = "Says what may be shown of a source: rounded counts, small cells hidden.",
        mixinStandardHelpOptions = true)
final class ProfileCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = "--source", required = true, description = "Directory with one file per table.")
    private Path source = Path.of("");

    @Option(names = "--out", required = true, description = "File to write.")
    private Path out = Path.of("");

    @Option(names = "--memory", description = "Limit of the whole process (default ${DEFAULT-VALUE}).")
    private String memory = ProvisioningRequest.DEFAULT_MEMORY;

    @Option(names = "--exclude", description = "List of patients who asked to be left out, as agent exclude keeps it.")
    private @Nullable Path exclude;

    ProfileCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        ExcludedPersons excluded = exclude == null
                ? ExcludedPersons.NOBODY
                : ExclusionList.read(exclude).now().persons();
        Json.write(out, new Profiling(console.clock()).profile(source, excluded, memory, console.progress()));
        console.out().println("profile written to " + out);
        return ExitCode.DONE.number();
    }
}
