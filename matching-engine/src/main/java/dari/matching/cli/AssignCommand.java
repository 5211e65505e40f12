package dari.matching.cli;

import dari.matching.assignment.Applicant;
import dari.matching.assignment.Assignment;
import dari.matching.assignment.DeferredAcceptance;
import dari.matching.assignment.Instance;
import dari.matching.assignment.Optimal;
import dari.matching.assignment.Pair;
import dari.matching.assignment.Place;
import dari.matching.assignment.WhyNot;
import dari.matching.json.MatchingJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "assign",
        description = "Assigns applicants to places so that no pair would rather have each other.",
        mixinStandardHelpOptions = true)
final class AssignCommand implements Callable<Integer> {

    @Option(names = "--instance", required = true, description = "{\"applicants\":[…],\"places\":[…]}")
    private Path instance = Path.of("");

    @Option(names = "--out", required = true, description = "The assignment with its certificate.")
    private Path out = Path.of("");

    @Option(names = "--optimal", description = "applicants or places. Default: ${DEFAULT-VALUE}.")
    private Optimal optimal = Optimal.APPLICANTS;

    @Option(names = "--explain", description = "Say for each place that an applicant preferred why it was missed.")
    private boolean explain;

    @Option(names = "--seed", description = "Breaks ties; publish it before the run. Default: ${DEFAULT-VALUE}.")
    private long seed;

    /** The result as it is written. */
    record Result(
            Map<String, @Nullable String> matching,
            List<Pair> blockingPairs,
            Map<String, List<WhyNotLine>> whyNot,
            String optimal,
            long seed) {}

    /** One place that was missed. */
    record WhyNotLine(
            String place,
            WhyNot.Reason reason,
            @Nullable Integer rank,
            @Nullable Integer cutoff) {}

    @Override
    public Integer call() throws IOException {
        Assignment assignment =
                DeferredAcceptance.assign(JsonFiles.one(instance, AssignCommand::instance), optimal, seed);
        Result result = new Result(
                assignment.places(),
                assignment.blockingPairs(),
                explain ? lines(assignment.whyNot()) : Map.of(),
                optimal.name().toLowerCase(Locale.ROOT),
                seed);
        OutputFile.write(out, writer -> writer.write(MatchingJson.mapper().writeValueAsString(result) + "\n"));
        return ExitCode.DONE.number();
    }

    private static Map<String, List<WhyNotLine>> lines(Map<String, List<WhyNot>> whyNot) {
        Map<String, List<WhyNotLine>> lines = new LinkedHashMap<>();
        whyNot.forEach((applicant, missed) -> lines.put(
                applicant,
                missed.stream()
                        .map(why -> new WhyNotLine(why.place(), why.reason(), why.rank(), why.cutoff()))
                        .toList()));
        return lines;
    }

    private static Instance instance(ObjectNode object) {
        Fields.only(object, Set.of("applicants", "places"));
        return new Instance(
                Fields.objects(object, "applicants").stream()
                        .map(applicant -> {
                            Fields.only(applicant, Set.of("id", "prefs"));
                            return new Applicant(Fields.text(applicant, "id"), Fields.tiers(applicant, "prefs"));
                        })
                        .toList(),
                Fields.objects(object, "places").stream()
                        .map(place -> {
                            Fields.only(place, Set.of("id", "capacity", "prefs"));
                            return new Place(
                                    Fields.text(place, "id"),
                                    Fields.wholeNumber(place, "capacity"),
                                    Fields.tiers(place, "prefs"));
                        })
                        .toList());
    }
}
