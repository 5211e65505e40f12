package dari.provisioner.cli;

import dari.provisioner.query.QueryLimits;
import dari.provisioner.query.QueryServer;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Started by {@code QuerySession}, not by people. */
@Command(
        name = "query-worker",
        description = "Answers queries over a release, a JSON line each; started by the marketplace.",
        hidden = true,
        mixinStandardHelpOptions = true)
final class QueryWorkerCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = "--data", required = true, description = "Folder of the release's Parquet files.")
    private Path data = Path.of("");

    @Option(names = "--work", required = true, description = "Private folder for a copy.")
    private Path work = Path.of("");

    @Option(names = "--rows", required = true, description = "Most rows of an answer.")
    private int rows;

    @Option(names = "--cell", required = true, description = "Most characters of a value.")
    private int cell;

    @Option(names = "--seconds", required = true, description = "Most time of a query.")
    private int seconds;

    @Option(names = "--memory", required = true, description = "Megabytes for the table engine.")
    private int memory;

    QueryWorkerCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        QueryLimits limits = new QueryLimits(rows, cell, Duration.ofSeconds(seconds), memory, 0);
        QueryServer.serve(data, work, limits, in, console.out());
        return ExitCode.DONE.number();
    }
}
