package dari.matching.cli;

import dari.matching.Match;
import dari.matching.Matcher;
import dari.matching.Need;
import dari.matching.Offer;
import dari.matching.evaluation.Judgements;
import dari.matching.exposure.ExposureReport;
import dari.matching.exposure.FairOrder;
import dari.matching.json.MatchingJson;
import dari.matching.vocabulary.Vocabulary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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

    @Option(
            names = "--qrels",
            description = "What people judged, in place of the score, as the relevance that the order may cost."
                    + " Tabs: query-id (a need), corpus-id (an offer), score.")
    private @Nullable Path qrels;

    @Mixin
    private RetrievalChoice retrieval = new RetrievalChoice();

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
        ToIntFunction<Match> gain = gain(needs, offers);
        Vocabulary vocabulary = retrieval.vocabulary();
        Matcher matcher = Matcher.strict(vocabulary);
        return retrieval.with(vocabulary, index -> {
            index.rebuild(offers, 0);
            Iterable<List<Match>> rankings =
                    () -> needs.stream().map(need -> matcher.rank(need, index)).iterator();
            ExposureReport report = ExposureReport.over(offers, rankings, new FairOrder(bound, depth), gain);
            console.out().println(MatchingJson.mapper().writeValueAsString(report));
            return ExitCode.DONE.number();
        });
    }

    /** What people judged, or the score when nobody did. */
    private ToIntFunction<Match> gain(List<Need> needs, List<Offer> offers) throws IOException {
        if (qrels == null) {
            return ExposureReport::score;
        }
        Judgements judgements = JudgementFile.read(qrels);
        Set<String> asked = needs.stream().map(Need::id).collect(Collectors.toSet());
        Set<String> offered = offers.stream().map(Offer::id).collect(Collectors.toSet());
        judgements.queries().stream()
                .filter(id -> !asked.contains(id))
                .findFirst()
                .ifPresent(id -> {
                    throw new BadInput(qrels + ": need " + id + " is not among the needs");
                });
        if (needs.stream().noneMatch(need -> offered.stream().anyMatch(o -> judgements.grade(need.id(), o) > 0))) {
            throw new BadInput(qrels + ": judges no offer as an answer to a need");
        }
        return match ->
                Math.max(0, judgements.grade(match.need().id(), match.offer().id()));
    }
}
