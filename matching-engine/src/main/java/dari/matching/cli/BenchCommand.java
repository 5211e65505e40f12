package dari.matching.cli;

import dari.matching.assignment.Instance;
import dari.matching.bench.AssignmentBench;
import dari.matching.bench.BareElasticsearch;
import dari.matching.bench.BareEngine;
import dari.matching.bench.BareLucene;
import dari.matching.bench.EngineBench;
import dari.matching.bench.Server;
import dari.matching.elasticsearch.ElasticsearchOfferIndex;
import dari.matching.evaluation.Generated;
import dari.matching.evaluation.GeneratedVectors;
import dari.matching.json.MatchingJson;
import dari.matching.lucene.LuceneOfferIndex;
import dari.matching.retrieval.Retrieval;
import dari.matching.vocabulary.Vocabulary;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "bench",
        description =
                "Prints the speed figures of the README, one JSON object per line; each engine beside its barest query.",
        mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {

    /** Lucene takes no longer vectors. */
    private static final int MOST_DIMENSIONS = 1_024;

    private static final int NEEDS = 400;

    private final Console console;

    @Option(names = "--offers", description = "How many offers are generated. Default: ${DEFAULT-VALUE}.")
    private int offers = 100_000;

    @Option(names = "--seed", description = "Of everything generated. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(
            names = "--dimensions",
            description = "Length of the made-up vectors; 0 for words alone. Default: ${DEFAULT-VALUE}.")
    private int dimensions = 384;

    @Option(
            names = "--rounds",
            description = "How often bare queries and rankings are measured in turn. Default: ${DEFAULT-VALUE}.")
    private int rounds = 3;

    @Option(
            names = "--elasticsearch",
            description = "Address of a server to measure as well, beside the embedded index.")
    private @Nullable URI elasticsearch;

    private final Vocabulary vocabulary = Vocabulary.builtIn();

    BenchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (offers < 1) {
            throw new BadInput("--offers: must be 1 or more, was " + offers);
        }
        if (rounds < 1) {
            throw new BadInput("--rounds: must be 1 or more, was " + rounds);
        }
        if (dimensions < 0 || dimensions > MOST_DIMENSIONS) {
            throw new BadInput("--dimensions: must lie between 0 and " + MOST_DIMENSIONS + ", was " + dimensions);
        }
        URI server = elasticsearch == null ? null : Engines.checked(elasticsearch);
        if (server != null) {
            new Server(server).cpuSeconds(); // told before minutes were spent
        }
        assign(10_000, 200, 10);
        assign(50_000, 35, 35);
        rankInProcess();
        if (server != null) {
            rankOnServer(server);
        }
        return ExitCode.DONE.number();
    }

    private void rankInProcess() throws IOException {
        Path folder = Files.createTempDirectory("dari-bench-");
        try (LuceneOfferIndex index = LuceneOfferIndex.open(folder.resolve("offers"), retrieval());
                BareEngine bare = new BareLucene(folder.resolve("bare"))) {
            EngineBench.Surroundings surroundings =
                    new EngineBench.Surroundings(() -> 0, () -> size(folder.resolve("offers")));
            print(bench(surroundings).run("lucene", index, bare));
        } finally {
            delete(folder);
        }
    }

    private void rankOnServer(URI address) throws IOException {
        Server server = new Server(address);
        String name = "dari-bench-" + ProcessHandle.current().pid();
        try (ElasticsearchOfferIndex index = new ElasticsearchOfferIndex(address, name, retrieval());
                BareEngine bare = new BareElasticsearch(server, name + "-bare")) {
            try {
                EngineBench.Surroundings surroundings =
                        new EngineBench.Surroundings(server::cpuSeconds, () -> server.diskBytes(name));
                Map<String, Object> figures = bench(surroundings).run("elasticsearch", index, bare);
                figures.put("nodeHeapMegabytes", server.heapBytes() >> 20);
                print(figures);
            } finally {
                index.drop();
            }
        }
    }

    private Retrieval retrieval() {
        return Retrieval.hybrid(vocabulary, new GeneratedVectors(dimensions));
    }

    private EngineBench bench(EngineBench.Surroundings surroundings) {
        return new EngineBench(
                vocabulary,
                new Generated(vocabulary, seed),
                new EngineBench.Size(offers, dimensions, NEEDS, rounds),
                surroundings);
    }

    private static double size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.deleteIfExists(file);
            }
        }
    }

    private void assign(int applicants, int places, int choices) throws IOException {
        Instance instance = Generated.instance(applicants, places, choices, new SplittableRandom(seed));
        AssignmentBench bench = new AssignmentBench(seed);
        print(bench.run("assign with check and why-not", instance));
        print(bench.run("assign with check and why-not, five departments a hospital", Generated.inGroups(instance, 5)));
    }

    private void print(Map<String, Object> figures) {
        console.out().println(MatchingJson.mapper().writeValueAsString(figures));
    }
}
