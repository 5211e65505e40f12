package dari.provisioner.cli;

import dari.provisioner.BadInput;
import dari.provisioner.json.Json;
import dari.provisioner.profile.Profile;
import dari.provisioner.samples.SampleFiles;
import dari.provisioner.samples.SampleRows;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "sample",
        description = "Makes rows up from a profile, without any patient's data: one CSV file per table.",
        mixinStandardHelpOptions = true)
final class SampleCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = "--profile", required = true, description = "File written by 'profile'.")
    private Path profile = Path.of("");

    @Option(names = "--out", required = true, description = "Directory to make.")
    private Path out = Path.of("");

    @Option(names = "--rows", description = "Rows per table (default ${DEFAULT-VALUE}).")
    private int rows = 10;

    SampleCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (rows < 1 || rows > SampleRows.MOST_ROWS) {
            throw new BadInput("--rows", "is " + rows, "give 1 to " + SampleRows.MOST_ROWS);
        }
        SampleFiles.write(SampleRows.of(Json.read(profile, Profile.class), rows), out);
        console.out().println("made-up rows written to " + out + "; none is from a patient");
        return ExitCode.DONE.number();
    }
}
