package dari.matching.cli;

import dari.matching.Need;
import dari.matching.Side;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "rank",
        description = "Ranks offers for each need, with the verdict, the score's parts, reasons and near misses.",
        mixinStandardHelpOptions = true)
final class RankCommand implements Callable<Integer> {

    @Mixin
    private ListOptions options = new ListOptions();

    /** One line of the result. */
    record Ranked(String need, List<RankedOffer> ranked) {

        static Ranked of(Need need, ListOptions.Ranker ranker) {
            return new Ranked(
                    need.id(),
                    ranker.first(ranker.matcher().rank(need, ranker.index()), Side.STARTUP).stream()
                            .map(RankedOffer::of)
                            .toList());
        }
    }

    @Override
    public Integer call() throws IOException {
        ListOptions.Pairs pairs = options.read();
        return options.write(pairs, ranker -> pairs.needs().stream().map(need -> Ranked.of(need, ranker)))
                .number();
    }
}
