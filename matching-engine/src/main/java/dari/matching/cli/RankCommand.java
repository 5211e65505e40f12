package dari.matching.cli;

import dari.matching.Match;
import dari.matching.Matcher;
import dari.matching.NearMiss;
import dari.matching.Need;
import dari.matching.Offer;
import dari.matching.Part;
import dari.matching.Requirement;
import dari.matching.dense.Encoder;
import dari.matching.json.MatchingJson;
import dari.matching.permission.Decision;
import dari.matching.retrieval.Retrieval;
import dari.matching.vocabulary.Vocabulary;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
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
        name = "rank",
        description = "Ranks offers for each need, with the verdict, the score's parts, reasons and near misses.",
        mixinStandardHelpOptions = true)
final class RankCommand implements Callable<Integer> {

    @Option(names = "--offers", required = true, description = "One offer per line.")
    private Path offers = Path.of("");

    @Option(names = "--needs", required = true, description = "One need per line.")
    private Path needs = Path.of("");

    @Option(names = "--out", required = true, description = "One line per need.")
    private Path out = Path.of("");

    @Option(names = "--top", description = "Offers per need. Default: ${DEFAULT-VALUE}.")
    private int top = 10;

    @Option(names = "--vocabulary", description = "Concepts that add to the built-in ones.")
    private @Nullable Path ownVocabulary;

    @Option(names = "--elasticsearch", description = "Address of a server to use in place of the embedded index.")
    private @Nullable URI elasticsearch;

    @Mixin
    private ModelChoice model = new ModelChoice();

    /** One line of the result. */
    record Ranked(String need, List<RankedOffer> ranked) {}

    /** An offer with all that explains its place. */
    record RankedOffer(
            String offer,
            Decision decision,
            boolean match,
            int score,
            int toStartup,
            int toHospital,
            Map<Part, Integer> contributions,
            List<DecideCommand.DecidedReason> reasons,
            List<DecideCommand.DecidedDuty> duties,
            List<Asked> requirements,
            @Nullable Change nearMiss) {

        static RankedOffer of(Match match) {
            Map<Part, Integer> contributions = new LinkedHashMap<>();
            for (Part part : Part.values()) {
                contributions.put(part, match.fit().of(part));
            }
            NearMiss nearMiss = match.nearMiss();
            return new RankedOffer(
                    match.offer().id(),
                    match.permission().decision(),
                    match.isMatch(),
                    match.fit().score(),
                    match.fit().toStartup(),
                    match.fit().toHospital(),
                    contributions,
                    match.permission().reasons().stream()
                            .map(DecideCommand.DecidedReason::of)
                            .toList(),
                    match.permission().duties().stream()
                            .map(DecideCommand.DecidedDuty::of)
                            .toList(),
                    match.requirements().stream()
                            .map(r -> new Asked(r.code(), r.state(), r.arguments(), r.getMessageKey()))
                            .toList(),
                    nearMiss == null
                            ? null
                            : new Change(
                                    nearMiss.code(), nearMiss.arguments(), nearMiss.score(), nearMiss.getMessageKey()));
        }
    }

    /** A hard need and how it stands. */
    record Asked(String code, Requirement.State state, List<String> arguments, String message) {}

    /** The change that makes a match, and the score it reaches. */
    record Change(String code, List<String> arguments, int score, String message) {}

    @Override
    public Integer call() throws IOException {
        if (top < 1) {
            throw new BadInput("--top: must be 1 or more, was " + top);
        }
        OutputFile.distinct(out, offers, needs);
        List<Offer> allOffers = JsonFiles.lines(offers, MatchingJson::offer, Offer::id);
        List<Need> allNeeds = JsonFiles.lines(needs, MatchingJson::need, Need::id);
        Vocabulary vocabulary = VocabularyFiles.vocabulary(ownVocabulary);
        Matcher matcher = Matcher.strict(vocabulary);
        try (Encoder encoder = model.open()) {
            return Engines.with(elasticsearch, Retrieval.hybrid(vocabulary, encoder), index -> {
                index.rebuild(allOffers, 0);
                OutputFile.write(out, writer -> {
                    for (Need need : allNeeds) {
                        write(writer, need, matcher.rank(need, index));
                    }
                });
                return ExitCode.DONE.number();
            });
        }
    }

    private void write(BufferedWriter writer, Need need, List<Match> matches) throws IOException {
        List<RankedOffer> ranked =
                matches.stream().limit(top).map(RankedOffer::of).toList();
        writer.write(MatchingJson.mapper().writeValueAsString(new Ranked(need.id(), ranked)));
        writer.write('\n');
    }
}
