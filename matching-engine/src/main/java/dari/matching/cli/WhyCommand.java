package dari.matching.cli;

import dari.matching.Matcher;
import dari.matching.Need;
import dari.matching.Offer;
import dari.matching.Standing;
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
        name = "why",
        description = "Says for one need and one offer how they fit, where the offer stands in the ranking, and why.",
        mixinStandardHelpOptions = true)
final class WhyCommand implements Callable<Integer> {

    @Mixin
    private final OffersAndNeeds input = new OffersAndNeeds();

    @Option(names = "--need", required = true, description = "Id of the need.")
    private String needId = "";

    @Option(names = "--offer", required = true, description = "Id of the offer.")
    private String offerId = "";

    @Option(names = "--out", required = true, description = "One line.")
    private Path out = Path.of("");

    @Option(names = "--top", description = "How many offers the list shows. Default: ${DEFAULT-VALUE}.")
    private int top = 10;

    @Mixin
    private RetrievalChoice retrieval = new RetrievalChoice();

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
        if (top < 1) {
            throw new BadInput("--top: must be 1 or more, was " + top);
        }
        input.isNot(out);
        List<Offer> offers = input.offers();
        Need need = input.need(input.needs(), needId);
        Offer offer = input.offer(offers, offerId);
        Vocabulary vocabulary = retrieval.vocabulary();
        Matcher matcher = Matcher.strict(vocabulary);
        return retrieval.with(vocabulary, index -> {
            index.rebuild(offers, 0);
            Standing standing = matcher.whyNot(need, offer, matcher.rank(need, index), top);
            OutputFile.write(out, writer -> {
                writer.write(MatchingJson.mapper().writeValueAsString(Why.of(need, standing)));
                writer.write('\n');
            });
            return ExitCode.DONE.number();
        });
    }
}
