package dari.provisioner.cli;

import dari.provisioner.BadInput;
import dari.provisioner.bench.AdultBench;
import dari.provisioner.bench.RowWiseBench;
import java.nio.file.Files;
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
                    "Directory with arx/adult.csv and its hierarchies, as ARX ships them; without it the row-wise figures.")
    private @Nullable Path data;

    @Option(
            names = "--rows",
            description = "Rows of the made-up table of the row-wise figures (default ${DEFAULT-VALUE}).")
    private long rows = 5_000_000;

    BenchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Path directory = data;
        if (rows < 1) {
            throw new BadInput("--rows", "is not a number of rows", "give 1 or more");
        }
        if (directory == null) {
            new RowWiseBench(rows, console.out()).run();
            return ExitCode.DONE.number();
        }
        if (!Files.isRegularFile(directory.resolve("arx").resolve("adult.csv"))) {
            throw new BadInput("--data", "has no arx/adult.csv", "give the directory that holds ARX's adult data");
        }
        new AdultBench(directory.resolve("arx"), console.out()).run();
        return ExitCode.DONE.number();
    }
}
