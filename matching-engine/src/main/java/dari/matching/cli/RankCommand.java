package dari.matching.cli;

import dari.matching.Match;
import dari.matching.Matcher;
import dari.matching.Need;
import dari.matching.Offer;
import dari.matching.Side;
import dari.matching.json.MatchingJson;
import dari.matching.vocabulary.Vocabulary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "rank",
        description = "Ranks offers for each need, with the verdict, the score's parts, reasons and near misses.",
        mixinStandardHelpOptions = true)
final class RankCommand implements Callable<Integer> {

    @Mixin
    private final OffersAndNeeds input = new OffersAndNeeds();

    @Option(names = "--out", required = true, description = "One line per need.")
    private Path out = Path.of("");

    @Option(names = "--top", description = "Offers per need. Default: ${DEFAULT-VALUE}.")
    private int top = 10;

    @Mixin
    private RetrievalChoice retrieval = new RetrievalChoice();

    /** One line of the result. */
    record Ranked(String need, List<RankedOffer> ranked) {}

    @Override
    public Integer call() throws IOException {
        if (top < 1) {
            throw new BadInput("--top: must be 1 or more, was " + top);
        }
        input.isNot(out);
        List<Offer> offers = input.offers();
        List<Need> needs = input.needs();
        Vocabulary vocabulary = retrieval.vocabulary();
        Matcher matcher = Matcher.strict(vocabulary);
        return retrieval.with(vocabulary, index -> {
            index.rebuild(offers, 0);
            OutputFile.write(out, writer -> {
                for (Need need : needs) {
                    List<Match> ranking = matcher.rank(need, index);
                    List<Match> first = ranking.subList(0, Math.min(top, ranking.size()));
                    List<RankedOffer> ranked = matcher.explain(first, ranking, Side.STARTUP).stream()
                            .map(RankedOffer::of)
                            .toList();
                    writer.write(MatchingJson.mapper().writeValueAsString(new Ranked(need.id(), ranked)));
                    writer.write('\n');
                }
            });
            return ExitCode.DONE.number();
        });
    }
}
