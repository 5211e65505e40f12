package dari.provisioner.cli;

import dari.provisioner.BadInput;
import dari.provisioner.bench.RowWiseBench;
import dari.provisioner.bench.SolverBench;
import dari.provisioner.bench.SynthesisBench;
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
                    "Directory with arx/ (adult.csv and its hierarchies), diabetes130/, adult-dp/ or diabetes130-dp/;"
                            + " without it the row-wise figures.")
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
        SolverBench solvers = new SolverBench(directory, console.out());
        boolean synthesis = SynthesisBench.fits(directory);
        if (!solvers.hasData() && !synthesis) {
            throw new BadInput(
                    "--data",
                    "has none of arx/adult.csv, diabetes130/diabetic_data.csv.gz, adult-dp/ and diabetes130-dp/",
                    "give the directory that holds one of them");
        }
        if (solvers.hasData()) {
            solvers.run();
        }
        if (synthesis) {
            new SynthesisBench(directory, console.out()).run();
        }
        return ExitCode.DONE.number();
    }
}
