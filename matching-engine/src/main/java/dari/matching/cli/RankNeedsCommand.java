package dari.matching.cli;

import dari.matching.Need;
import dari.matching.Offer;
import dari.matching.Side;
import java.io.IOException;
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
    private ListOptions options = new ListOptions();

    @Option(names = "--offer", description = "Id of the one offer to rank needs for. Default: every offer.")
    private @Nullable String offerId;

    /** One line of the result. */
    record Ranked(String offer, List<RankedNeed> ranked) {

        static Ranked of(Offer offer, List<Need> needs, ListOptions.Ranker ranker) {
            return new Ranked(
                    offer.id(),
                    ranker.first(ranker.matcher().rankNeeds(offer, needs, ranker.index()), Side.HOSPITAL).stream()
                            .map(RankedNeed::of)
                            .toList());
        }
    }

    @Override
    public Integer call() throws IOException {
        ListOptions.Pairs pairs = options.read();
        // all offers are indexed in any case: how well words fit is measured against the best of them
        List<Offer> asking = offerId == null ? pairs.offers() : List.of(pairs.offer(offerId));
        return options.write(pairs, ranker -> asking.stream().map(offer -> Ranked.of(offer, pairs.needs(), ranker)))
                .number();
    }
}
