package dari.provisioner.cli;

import dari.provisioner.BadInput;
import dari.provisioner.bench.SolverBench;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "bench", description = "Prints the figures of the README.", mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {

    private final Console console;

    @Option(
            names = "--data",
            description =
                    "Directory with arx/adult.csv and its hierarchies, diabetes130/diabetic_data.csv.gz, or both.")
    private @Nullable Path data;

    BenchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Path directory = data;
        if (directory == null) {
            throw new BadInput("--data", "is missing", "give the directory that holds the bench's data");
        }
        SolverBench solvers = new SolverBench(directory, console.out());
        if (!solvers.hasData()) {
            throw new BadInput(
                    "--data",
                    "has neither arx/adult.csv nor diabetes130/diabetic_data.csv.gz",
                    "give the directory that holds one of them");
        }
        solvers.run();
        return ExitCode.DONE.number();
    }
}
