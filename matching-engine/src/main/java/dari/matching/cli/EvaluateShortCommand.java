package dari.matching.cli;

import dari.matching.OfferIndex;
import dari.matching.evaluation.ShortQueries;
import dari.matching.evaluation.ShortQueries.Asked;
import dari.matching.json.MatchingJson;
import dari.matching.retrieval.Mode;
import dari.matching.retrieval.Setting;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "evaluate-short",
        description =
                "Measures rank's retrieval beside each single system on a collection's questions and on short queries"
                        + " made of them; one JSON object per kind of query. Name a file for --vectors: texts are read twice.",
        mixinStandardHelpOptions = true)
final class EvaluateShortCommand implements Callable<Integer> {

    private static final int NDCG_DEPTH = 10;
    private static final int RECALL_DEPTH = 100;
    private static final int MOST_WORDS = 3;

    private final Console console;

    @Mixin
    private CollectionFiles files = new CollectionFiles();

    @Mixin
    private RetrievalChoice retrieval = new RetrievalChoice();

    EvaluateShortCommand(Console console) {
        this.console = console;
    }

    /** One way to search. */
    private record SearchSystem(String name, Mode mode, Setting setting) {}

    private static final List<SearchSystem> SINGLE = List.of(
            new SearchSystem("bm25", Mode.LEXICAL, Setting.DEFAULT.withoutAddedWords()),
            new SearchSystem("lexical", Mode.LEXICAL, Setting.DEFAULT),
            new SearchSystem("dense", Mode.DENSE, Setting.DEFAULT));

    private static final SearchSystem HYBRID = new SearchSystem("hybrid", Mode.HYBRID, Setting.DEFAULT);

    private record Quality(double ndcg, double recall) {}

    @Override
    public Integer call() throws IOException {
        CollectionFiles.Read collection = files.read();
        ShortQueries made = new ShortQueries(collection.questions(), collection.judgements());
        collection.documents().forEach(document -> made.count(document.title() + "\n" + document.text()));
        List<Asked> kinds = new ArrayList<>();
        kinds.add(made.whole());
        for (int words = 1; words <= MOST_WORDS; words++) {
            kinds.add(made.rarest(words));
        }
        kinds.add(made.themes());
        Map<SearchSystem, List<Quality>> measured = new LinkedHashMap<>();
        for (SearchSystem system :
                Stream.concat(SINGLE.stream(), Stream.of(HYBRID)).toList()) {
            measured.put(system, retrieval.with(retrieval.vocabulary(), system.mode(), system.setting(), index -> {
                index.rebuild(collection.documents(), 0);
                return kinds.stream().map(asked -> quality(index, asked)).toList();
            }));
        }
        for (int kind = 0; kind < kinds.size(); kind++) {
            print(kinds.get(kind), kind, measured);
        }
        return ExitCode.DONE.number();
    }

    private static Quality quality(OfferIndex index, Asked asked) {
        double ndcg = 0;
        double recall = 0;
        for (Map.Entry<String, String> question : asked.texts().entrySet()) {
            List<String> found = EvaluateCommand.found(index, question.getValue());
            ndcg += asked.judgements().ndcg(question.getKey(), found, NDCG_DEPTH);
            recall += asked.judgements().recall(question.getKey(), found, RECALL_DEPTH);
        }
        int questions = Math.max(1, asked.texts().size());
        return new Quality(ndcg / questions, recall / questions);
    }

    private void print(Asked asked, int kind, Map<SearchSystem, List<Quality>> measured) {
        Map<String, Double> ndcg = new LinkedHashMap<>();
        Map<String, Double> recall = new LinkedHashMap<>();
        measured.forEach((system, qualities) -> {
            ndcg.put(system.name(), rounded(qualities.get(kind).ndcg()));
            recall.put(system.name(), rounded(qualities.get(kind).recall()));
        });
        double best = SINGLE.stream()
                .mapToDouble(system -> ndcg.getOrDefault(system.name(), 0.0))
                .max()
                .orElse(0);
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("queries", asked.name());
        line.put("count", asked.texts().size());
        line.put("answersPerQuery", rounded(asked.answers()));
        line.put("ndcg@" + NDCG_DEPTH, ndcg);
        line.put("recall@" + RECALL_DEPTH, recall);
        line.put("hybridToBestSingle", rounded(ndcg.getOrDefault(HYBRID.name(), 0.0) - best));
        console.out().println(MatchingJson.mapper().writeValueAsString(line));
    }

    private static double rounded(double value) {
        return Math.round(value * 1e4) / 1e4;
    }
}
