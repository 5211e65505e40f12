package dari.matching.cli;

import dari.matching.Match;
import dari.matching.Matcher;
import dari.matching.Need;
import dari.matching.Offer;
import dari.matching.OfferIndex;
import dari.matching.Side;
import dari.matching.json.MatchingJson;
import dari.matching.vocabulary.Vocabulary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the commands share that rank offers and needs and write of each list what a reader sees first. */
final class ListOptions {

    @Mixin
    private final OffersAndNeeds input = new OffersAndNeeds();

    @Option(names = "--out", required = true, description = "File to write, one line for each list.")
    private Path out = Path.of("");

    @Option(names = "--top", description = "How many of a list are shown. Default: ${DEFAULT-VALUE}.")
    private int top = 10;

    @Mixin
    private RetrievalChoice retrieval = new RetrievalChoice();

    /** The whole input, read and sound. */
    final class Pairs {

        private final List<Offer> offers;
        private final List<Need> needs;

        private Pairs(List<Offer> offers, List<Need> needs) {
            this.offers = offers;
            this.needs = needs;
        }

        List<Offer> offers() {
            return offers;
        }

        List<Need> needs() {
            return needs;
        }

        Offer offer(String id) {
            return input.offer(offers, id);
        }

        Need need(String id) {
            return input.need(needs, id);
        }
    }

    /** What the lines of the result are made with, over an index of all offers. */
    record Ranker(Matcher matcher, OfferIndex index, int shown) {

        /** The first of a ranking with the near misses of both sides. */
        List<Match> first(List<Match> ranking, Side reader) {
            return matcher.explain(ranking.subList(0, Math.min(shown, ranking.size())), ranking, reader);
        }
    }

    /** The lines of the result, each made when it is written. */
    interface Lines {
        Stream<?> by(Ranker ranker);
    }

    /** @throws BadInput before anything is built */
    Pairs read() throws IOException {
        if (top < 1) {
            throw new BadInput("--top: must be 1 or more, was " + top);
        }
        input.isNot(out);
        return new Pairs(input.offers(), input.needs());
    }

    /** Indexes the offers and writes the lines. */
    ExitCode write(Pairs pairs, Lines lines) throws IOException {
        Vocabulary vocabulary = retrieval.vocabulary();
        Matcher matcher = Matcher.strict(vocabulary);
        return retrieval.with(vocabulary, index -> {
            index.rebuild(pairs.offers(), 0);
            OutputFile.write(out, writer -> {
                Iterator<?> all = lines.by(new Ranker(matcher, index, top)).iterator();
                while (all.hasNext()) {
                    writer.write(MatchingJson.mapper().writeValueAsString(all.next()));
                    writer.write('\n');
                }
            });
            return ExitCode.DONE;
        });
    }
}
