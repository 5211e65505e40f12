package dari.matching.cli;

import dari.matching.Matcher;
import dari.matching.Need;
import dari.matching.OfferIndex;
import dari.matching.evaluation.BilingualSet;
import dari.matching.evaluation.CrossLanguageNdcg;
import dari.matching.json.MatchingJson;
import dari.matching.vocabulary.Vocabulary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "evaluate-bilingual",
        description = "Measures how well a need in Korean or English finds offers in either language.",
        mixinStandardHelpOptions = true)
final class EvaluateBilingualCommand implements Callable<Integer> {

    private final Console console;

    @Option(
            names = "--data",
            required = true,
            description = "Folder with offers.jsonl, needs.jsonl (ko, en in each line) and qrels.tsv.")
    private Path data = Path.of("");

    @Option(
            names = "--half",
            description =
                    "Only the needs of one half, ${COMPLETION-CANDIDATES}: to choose by the one and report the other.")
    private BilingualSet.@Nullable Half half;

    @Mixin
    private RetrievalChoice retrieval = new RetrievalChoice();

    EvaluateBilingualCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        // everything first: it also refuses fields that the words alone would pass over
        BilingualSet everything = read(BilingualFiles.Part.EVERYTHING);
        BilingualSet words = read(BilingualFiles.Part.WORDS_ONLY);
        Vocabulary vocabulary = retrieval.vocabulary();
        Matcher matcher = Matcher.strict(vocabulary);
        return retrieval.with(vocabulary, index -> {
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("needs", words.needs().size());
            result.put("offers", words.offers().size());
            result.put("freeText", figures(words.measure(index, EvaluateBilingualCommand::byWords)));
            result.put(
                    "wholeRanking", figures(everything.measure(index, (need, offers) -> byAll(matcher, need, offers))));
            console.out().println(MatchingJson.mapper().writeValueAsString(result));
            return ExitCode.DONE.number();
        });
    }

    private BilingualSet read(BilingualFiles.Part part) throws IOException {
        BilingualSet all = BilingualFiles.read(data, part);
        return half == null ? all : all.only(half);
    }

    /** The retrieval alone; what the index fills up with has nothing in common with the need: it is no answer. */
    static List<String> byWords(Need need, OfferIndex index) {
        return index.search(need.text(), List.of(), BilingualSet.DEPTH).stream()
                .filter(candidate -> candidate.relevance() > 0)
                .map(candidate -> candidate.offer().id())
                .toList();
    }

    /** What {@code rank} shows. */
    static List<String> byAll(Matcher matcher, Need need, OfferIndex index) {
        return matcher.rank(need, index).stream()
                .limit(BilingualSet.DEPTH)
                .map(match -> match.offer().id())
                .toList();
    }

    private static Map<String, Object> figures(CrossLanguageNdcg ndcg) {
        Map<String, Double> byDirection = new LinkedHashMap<>();
        ndcg.byDirection().forEach((direction, value) -> byDirection.put(direction.code(), rounded(value)));
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("ndcg@" + BilingualSet.DEPTH, byDirection);
        figures.put("sameLanguage", rounded(ndcg.sameLanguage()));
        figures.put("crossLanguage", rounded(ndcg.crossLanguage()));
        figures.put("crossOverSame", rounded(ndcg.crossOverSame()));
        return figures;
    }

    private static double rounded(double value) {
        return Math.round(value * 1e4) / 1e4;
    }
}
