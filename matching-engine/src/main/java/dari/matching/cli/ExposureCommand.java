package dari.matching.cli;

import dari.matching.Match;
import dari.matching.Matcher;
import dari.matching.Need;
import dari.matching.Offer;
import dari.matching.exposure.ExposureReport;
import dari.matching.exposure.FairOrder;
import dari.matching.json.MatchingJson;
import dari.matching.vocabulary.Vocabulary;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "exposure",
        description =
                "Lets the needs come one after the other and prints how evenly hospitals are listed, and its cost.",
        mixinStandardHelpOptions = true)
final class ExposureCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final OffersAndNeeds input = new OffersAndNeeds();

    @Option(names = "--bound", description = "Most score points an offer is lifted by. Default: ${DEFAULT-VALUE}.")
    private int bound = FairOrder.USUAL.bound();

    @Option(names = "--depth", description = "How many offers a need lists. Default: ${DEFAULT-VALUE}.")
    private int depth = FairOrder.USUAL.depth();

    ExposureCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (bound < 0 || bound > 100) {
            throw new BadInput("--bound: must lie from 0 to 100, was " + bound);
        }
        if (depth < 1) {
            throw new BadInput("--depth: must be 1 or more, was " + depth);
        }
        List<Offer> offers = input.offers();
        List<Need> needs = input.needs();
        Vocabulary vocabulary = Vocabulary.builtIn();
        Matcher matcher = Matcher.strict(vocabulary);
        return Engines.with(null, vocabulary, index -> {
            index.rebuild(offers, 0);
            Iterable<List<Match>> rankings =
                    () -> needs.stream().map(need -> matcher.rank(need, index)).iterator();
            ExposureReport report =
                    ExposureReport.over(offers, rankings, new FairOrder(bound, depth), ExposureReport::score);
            console.out().println(MatchingJson.mapper().writeValueAsString(report));
            return ExitCode.DONE.number();
        });
    }
}
