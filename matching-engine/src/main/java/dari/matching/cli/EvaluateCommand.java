package dari.matching.cli;

import dari.matching.OfferIndex;
import dari.matching.evaluation.Judgements;
import dari.matching.json.MatchingJson;
import dari.matching.retrieval.Mode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "evaluate",
        description = "Measures the retrieval that rank uses on a collection in the BEIR layout.",
        mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {

    private static final int NDCG_DEPTH = 10;
    private static final int RECALL_DEPTH = 100;
    private static final double NANOS_PER_MILLI = 1e6;

    private final Console console;

    @Mixin
    private CollectionFiles files = new CollectionFiles();

    @Option(names = "--mode", description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Mode mode = Mode.HYBRID;

    @Option(names = "--run", description = "Write the ranking in TREC's form.")
    private @Nullable Path run;

    @Mixin
    private RetrievalChoice retrieval = new RetrievalChoice();

    EvaluateCommand(Console console) {
        this.console = console;
    }

    /** A document found, by its id. */
    private record Found(String id, double relevance) {}

    @Override
    public Integer call() throws IOException {
        files.areNot(run);
        CollectionFiles.Read collection = files.read();
        return retrieval.with(retrieval.vocabulary(), mode, index -> {
            index.rebuild(collection.documents(), 0);
            evaluate(index, collection.judgements(), collection.questions());
            return ExitCode.DONE.number();
        });
    }

    private void evaluate(OfferIndex index, Judgements judgements, Map<String, String> questions) throws IOException {
        Map<String, List<Found>> rankings = new LinkedHashMap<>();
        long cpu = cpuNanos();
        long started = System.nanoTime();
        for (Map.Entry<String, String> question : questions.entrySet()) {
            rankings.put(question.getKey(), retrieve(index, question.getValue()));
        }
        double millis = (System.nanoTime() - started) / NANOS_PER_MILLI;
        double cpuMillis = (cpuNanos() - cpu) / NANOS_PER_MILLI;
        Path trec = run;
        if (trec != null) {
            OutputFile.write(trec, writer -> writeRun(writer, rankings));
        }
        double ndcg = 0;
        double recall = 0;
        for (Map.Entry<String, List<Found>> ranking : rankings.entrySet()) {
            List<String> ranked = ranking.getValue().stream().map(Found::id).toList();
            ndcg += judgements.ndcg(ranking.getKey(), ranked, NDCG_DEPTH);
            recall += judgements.recall(ranking.getKey(), ranked, RECALL_DEPTH);
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("mode", mode.name().toLowerCase(Locale.ROOT));
        result.put("ndcg@" + NDCG_DEPTH, rounded(ndcg / questions.size()));
        result.put("recall@" + RECALL_DEPTH, rounded(recall / questions.size()));
        result.put("msPerQuery", rounded(millis / questions.size()));
        result.put("cpuMsPerQuery", rounded(cpuMillis / questions.size()));
        result.put("queries", questions.size());
        console.out().println(MatchingJson.mapper().writeValueAsString(result));
    }

    /** The ids of what answers a query, best first. */
    static List<String> found(OfferIndex index, String text) {
        return retrieve(index, text).stream().map(Found::id).toList();
    }

    /** What the index fills up with has nothing in common with the query: it is no answer. */
    private static List<Found> retrieve(OfferIndex index, String text) {
        return index.search(text, List.of(), RECALL_DEPTH).stream()
                .filter(candidate -> candidate.relevance() > 0)
                .map(candidate -> new Found(candidate.offer().id(), candidate.relevance()))
                .toList();
    }

    /** Of this thread: the model and the search run in it, a server does not. */
    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void writeRun(BufferedWriter writer, Map<String, List<Found>> rankings) throws IOException {
        for (Map.Entry<String, List<Found>> ranking : rankings.entrySet()) {
            int rank = 0;
            for (Found found : ranking.getValue()) {
                writer.write(String.join(
                                " ",
                                ranking.getKey(),
                                "Q0",
                                found.id(),
                                Integer.toString(++rank),
                                Double.toString(found.relevance()),
                                "dari")
                        + "\n");
            }
        }
    }

    private static double rounded(double value) {
        return Math.round(value * 1e4) / 1e4;
    }
}
