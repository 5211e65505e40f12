package dari.provisioner.cli;

import dari.provisioner.BadInput;
import dari.provisioner.bench.AdultBench;
import dari.provisioner.bench.SynthesisBench;
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
            description = "Directory with arx/ (adult.csv and its hierarchies), adult-dp/ or diabetes130-dp/.")
    private @Nullable Path data;

    BenchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Path directory = data;
        boolean solvers = directory != null
                && Files.isRegularFile(directory.resolve("arx").resolve("adult.csv"));
        if (directory == null || !(solvers || SynthesisBench.fits(directory))) {
            throw new BadInput(
                    "--data",
                    "has no arx/adult.csv, adult-dp or diabetes130-dp",
                    "give the directory that holds ARX's adult data or the synthesis tables");
        }
        if (solvers) {
            new AdultBench(directory.resolve("arx"), console.out()).run();
        }
        if (SynthesisBench.fits(directory)) {
            new SynthesisBench(directory, console.out()).run();
        }
        return ExitCode.DONE.number();
    }
}
