package dari.provisioner.cli;

import dari.provisioner.BadInput;
import dari.provisioner.bench.EpsilonBench;
import dari.provisioner.bench.HistoryBench;
import dari.provisioner.bench.InventionBench;
import dari.provisioner.bench.OmopSource;
import dari.provisioner.bench.RowWiseBench;
import dari.provisioner.bench.SolverBench;
import dari.provisioner.bench.SynthesisBench;
import dari.provisioner.engine.WorkFolder;
import dari.provisioner.json.Json;
import dari.provisioner.pipeline.ProvisioningRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "bench", description = "Prints the figures of the README.", mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {

    /** Far beyond any country, and every number of a row stays within 63 bits. */
    private static final long MOST_PERSONS = 10_000_000_000L;

    private static final int MOST_VISITS = 50;
    private static final long HISTORY_PERSONS = 10_000;

    /** As a recipe may ask for. */
    private static final int MOST_INVENTED = 10_000_000;

    private static final String HISTORY_MEMORY = "2g";

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

    @Option(
            names = "--memory",
            description = "Limit of the row-wise figures' run as a whole, and of --persons (default ${DEFAULT-VALUE}).")
    private String memory = ProvisioningRequest.DEFAULT_MEMORY;

    @Option(
            names = EngineOption.NAME,
            description = "Also runs the row-wise recipe there, for example on spark://local[2].")
    private String engine = EngineOption.DUCKDB;

    @Option(
            names = "--omop-persons",
            description = "Instead of figures, writes a made-up OMOP source of so many persons to --out.")
    private long omopPersons;

    @Option(
            names = "--visits",
            description =
                    "Visits of a person of the made-up OMOP source in the mean, with ten rows each (default ${DEFAULT-VALUE}).")
    private double visits = 10;

    @Option(names = "--out", description = "Directory of the made-up OMOP source.")
    private @Nullable Path out;

    @Option(
            names = "--seed",
            description = "Of the made-up OMOP source: the same seed gives the same rows (default ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--format", description = "Of the made-up OMOP source: parquet or csv (default ${DEFAULT-VALUE}).")
    private String format = "parquet";

    @Option(
            names = "--histories",
            arity = "0..1",
            fallbackValue = "",
            description =
                    "How near invented histories are to those of this OMOP source; without a directory to a made-up"
                            + " one of --omop-persons (default 10,000).")
    private @Nullable String histories;

    @Option(
            names = "--epsilon",
            split = ",",
            description = "Of --histories, one or several (default ${DEFAULT-VALUE}).")
    private List<String> epsilons = List.of("1", "10");

    @Option(
            names = "--persons",
            description = "With --histories: instead of how near, how fast so many persons are invented and released.")
    private int persons;

    @Option(
            names = "--choices",
            description = "Writes to this file what each epsilon means on a made-up population: error and attack.")
    private @Nullable Path choices;

    @Option(names = "--refinement", description = "Of --data, only the figures of columns of many codes.")
    private boolean refinement;

    BenchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Path figures = choices;
        if (figures != null) {
            Json.write(figures, EpsilonBench.run("bench --choices " + figures.getFileName(), console.clock()));
            return ExitCode.DONE.number();
        }
        String source = histories;
        if (source != null) {
            return histories(source);
        }
        if (omopPersons != 0 || out != null) {
            return omop();
        }
        Path directory = data;
        if (rows < 1) {
            throw new BadInput("--rows", "is not a number of rows", "give 1 or more");
        }
        if (directory == null) {
            RowWiseBench bench = new RowWiseBench(rows, memory, console.out());
            bench.run(engine.equals(EngineOption.DUCKDB) ? Map.of() : Map.of(engine, EngineOption.read(engine)));
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
        if (refinement) {
            new SynthesisBench(directory, console.out()).refinement();
            return ExitCode.DONE.number();
        }
        if (solvers.hasData()) {
            solvers.run();
        }
        if (synthesis) {
            new SynthesisBench(directory, console.out()).run();
        }
        return ExitCode.DONE.number();
    }

    private int histories(String source) {
        for (String epsilon : epsilons) {
            if (!epsilon.matches("[0-9]{1,2}(\\.[0-9]{1,6})?") || Double.parseDouble(epsilon) <= 0) {
                throw new BadInput("--epsilon", "is no epsilon", "give numbers above 0 and below 100");
            }
        }
        if (persons < 0 || persons > MOST_INVENTED) {
            throw new BadInput("--persons", "is no number of persons to invent", "give 1 to " + MOST_INVENTED);
        }
        if (!source.isEmpty()) {
            histories(Path.of(source));
            return ExitCode.DONE.number();
        }
        try (WorkFolder work = WorkFolder.create()) {
            new OmopSource(omopPersons == 0 ? HISTORY_PERSONS : omopPersons, visits, seed, format)
                    .write(work.path(), console.out());
            histories(work.path());
        }
        return ExitCode.DONE.number();
    }

    private void histories(Path source) {
        if (persons == 0) {
            HistoryBench.run(source, HISTORY_MEMORY, epsilons, console.out());
        } else {
            new InventionBench(source, memory, console.out()).run(epsilons.get(0), persons);
        }
    }

    private int omop() {
        Path target = out;
        if (target == null) {
            throw new BadInput("--out", "is missing", "name the directory of the made-up source");
        }
        if (omopPersons < 1 || omopPersons > MOST_PERSONS) {
            throw new BadInput("--omop-persons", "is not a number of persons", "give 1 to " + MOST_PERSONS);
        }
        if (!(visits >= 1 && visits <= MOST_VISITS)) {
            throw new BadInput("--visits", "is not a mean number of visits", "give 1 to " + MOST_VISITS);
        }
        if (!format.equals("parquet") && !format.equals("csv")) {
            throw new BadInput("--format", "is neither parquet nor csv", "write one of them");
        }
        new OmopSource(omopPersons, visits, seed, format).write(target, console.out());
        return ExitCode.DONE.number();
    }
}
