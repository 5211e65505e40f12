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
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "rank-needs",
        description = "Ranks needs for each offer, the hospital's side of rank: a pair has the same score in both.",
        mixinStandardHelpOptions = true)
final class RankNeedsCommand implements Callable<Integer> {

    @Mixin
    private final OffersAndNeeds input = new OffersAndNeeds();

    @Option(names = "--offer", description = "Id of the one offer to rank needs for. Default: every offer.")
    private @Nullable String offerId;

    @Option(names = "--out", required = true, description = "One line per offer.")
    private Path out = Path.of("");

    @Option(names = "--top", description = "Needs per offer. Default: ${DEFAULT-VALUE}.")
    private int top = 10;

    @Mixin
    private RetrievalChoice retrieval = new RetrievalChoice();

    /** One line of the result. */
    record Ranked(String offer, List<RankedNeed> ranked) {}

    @Override
    public Integer call() throws IOException {
        if (top < 1) {
            throw new BadInput("--top: must be 1 or more, was " + top);
        }
        input.isNot(out);
        List<Offer> offers = input.offers();
        List<Need> needs = input.needs();
        // all offers are indexed in any case: how well words fit is measured against the best of them
        List<Offer> asking = offerId == null ? offers : List.of(input.offer(offers, offerId));
        Vocabulary vocabulary = retrieval.vocabulary();
        Matcher matcher = Matcher.strict(vocabulary);
        return retrieval.with(vocabulary, index -> {
            index.rebuild(offers, 0);
            OutputFile.write(out, writer -> {
                for (Offer offer : asking) {
                    List<Match> ranking = matcher.rankNeeds(offer, needs, index);
                    List<Match> first = ranking.subList(0, Math.min(top, ranking.size()));
                    List<RankedNeed> ranked = matcher.explain(first, ranking, Side.HOSPITAL).stream()
                            .map(RankedNeed::of)
                            .toList();
                    writer.write(MatchingJson.mapper().writeValueAsString(new Ranked(offer.id(), ranked)));
                    writer.write('\n');
                }
            });
            return ExitCode.DONE.number();
        });
    }
}
