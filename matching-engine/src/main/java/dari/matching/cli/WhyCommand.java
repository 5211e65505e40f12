package dari.matching.cli;

import dari.matching.Match;
import dari.matching.Matcher;
import dari.matching.Need;
import dari.matching.Offer;
import dari.matching.Standing;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "why",
        description = "Says for one need and one offer how they fit, where the offer stands in the ranking, and why.",
        mixinStandardHelpOptions = true)
final class WhyCommand implements Callable<Integer> {

    @Mixin
    private ListOptions options = new ListOptions();

    @Option(names = "--need", required = true, description = "Id of the need.")
    private String needId = "";

    @Option(names = "--offer", required = true, description = "Id of the offer.")
    private String offerId = "";

    /** The line of the result. */
    record Why(
            String need,
            Standing.Place place,
            int rank,
            int of,
            int shown,
            int cutoff,
            String message,
            List<String> arguments,
            RankedOffer pair) {

        static Why of(Need need, Standing standing) {
            return new Why(
                    need.id(),
                    standing.place(),
                    standing.rank(),
                    standing.of(),
                    standing.shown(),
                    standing.cutoff(),
                    standing.getMessageKey(),
                    standing.arguments(),
                    RankedOffer.of(standing.match()));
        }
    }

    @Override
    public Integer call() throws IOException {
        ListOptions.Pairs pairs = options.read();
        Need need = pairs.need(needId);
        Offer offer = pairs.offer(offerId);
        return options.write(pairs, ranker -> {
                    Matcher matcher = ranker.matcher();
                    List<Match> ranking = matcher.rank(need, ranker.index());
                    return Stream.of(Why.of(need, matcher.whyNot(need, offer, ranking, ranker.shown())));
                })
                .number();
    }
}
