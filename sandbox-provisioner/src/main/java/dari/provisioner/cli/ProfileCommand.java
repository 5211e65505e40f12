package dari.provisioner.cli;

import dari.provisioner.json.Json;
import dari.provisioner.pipeline.ProvisioningRequest;
import dari.provisioner.profile.Profiling;
import java.nio.file.Path;
import java.util.concurrent.Callable;
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

    ProfileCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Json.write(out, new Profiling(console.clock()).profile(source, memory, console.progress()));
        console.out().println("profile written to " + out);
        return ExitCode.DONE.number();
    }
}
