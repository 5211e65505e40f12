package dari.matching.cli;

import dari.matching.assignment.BoundedAssignment;
import dari.matching.assignment.Certificate;
import dari.matching.assignment.CertificateCheck;
import dari.matching.assignment.Correction;
import dari.matching.assignment.Feasibility;
import dari.matching.assignment.Finding;
import dari.matching.assignment.Instance;
import dari.matching.assignment.Optimal;
import dari.matching.assignment.SoftBounds;
import dari.matching.json.MatchingJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "assign",
        description = "Assigns applicants to places so that no pair would rather have each other; or checks that.",
        mixinStandardHelpOptions = true)
final class AssignCommand implements Callable<Integer> {

    private final Console console;

    @Option(
            names = "--instance",
            required = true,
            description =
                    "{\"applicants\":[…],\"places\":[…]}; groups, targets, forced and forbidden pairs if there are.")
    private Path instance = Path.of("");

    @Option(names = "--out", description = "The assignment with its reasons. Needed unless --check is given.")
    private @Nullable Path out;

    @Option(names = "--optimal", description = "applicants or places. Default: ${DEFAULT-VALUE}.")
    private Optimal optimal = Optimal.APPLICANTS;

    @Option(names = "--explain", description = "Say of each place and applicant that was missed why.")
    private boolean explain;

    @Option(names = "--seed", description = "Breaks ties; publish it before the run. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--what-if",
            description = "{\"capacities\":{…},\"forced\":[…],\"forbidden\":[…],\"withdrawn\":[…]}: what would differ.")
    private @Nullable Path whatIf;

    @Option(
            names = "--corrections",
            description =
                    "Lines of {\"applicant\",\"from\",\"to\",\"reason\",\"at\"}: what people changed after the run;"
                            + " recorded beside it, which stays as it was.")
    private @Nullable Path corrections;

    @Option(names = "--certificate", description = "Where to write what lets anybody check the assignment.")
    private @Nullable Path certificate;

    @Option(names = "--check", description = "A certificate to count again from the instance; nothing is assigned.")
    private @Nullable Path check;

    AssignCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Instance read = JsonFiles.one(instance, InstanceJson::instance);
        if (check != null && corrections != null) {
            throw new BadInput("--corrections: correct an assignment with --out, then --check its certificate");
        }
        if (check != null) {
            return check(read, check).number();
        }
        if (out == null) {
            throw new BadInput("--out: name the file for the assignment, or a certificate to --check");
        }
        OutputFile.distinct(out, instance, whatIf, corrections);
        OutputFile.distinct(certificate, instance, whatIf, corrections, out);
        refuseImpossible(instance, read);
        BoundedAssignment assigned = SoftBounds.assign(read, optimal, seed);
        BoundedAssignment other = null;
        if (whatIf != null) {
            Instance changed = JsonFiles.one(
                    whatIf, object -> InstanceJson.scenario(object).applyTo(read));
            refuseImpossible(whatIf, changed);
            other = SoftBounds.assign(changed, optimal, seed);
        }
        Certificate certified = corrected(Certificate.of(assigned), read);
        write(out, AssignmentJson.of(assigned, explain, other, certified), certificate, certified);
        return ExitCode.DONE.number();
    }

    /** The certificate after the corrections of the file, one by one. */
    private Certificate corrected(Certificate run, Instance read) throws IOException {
        if (corrections == null) {
            return run;
        }
        Certificate[] certified = {run};
        JsonFiles.lines(corrections, object -> {
            Correction correction = InstanceJson.correction(object);
            certified[0] = certified[0].corrected(read, correction);
            return correction;
        });
        return certified[0];
    }

    private static void write(Path out, AssignmentJson result, @Nullable Path second, Certificate certificate)
            throws IOException {
        OutputFile.write(out, writer -> {
            writer.write(MatchingJson.mapper().writeValueAsString(result) + "\n");
            if (second != null) {
                // inside, so that a certificate that cannot be written leaves no assignment either
                OutputFile.write(second, to -> to.write(MatchingJson.mapper().writeValueAsString(certificate) + "\n"));
            }
        });
    }

    private ExitCode check(Instance read, Path file) throws IOException {
        Certificate certificate = JsonFiles.one(file, AssignCommand::certificate);
        List<String> problems = CertificateCheck.problems(certificate, read);
        if (!problems.isEmpty()) {
            console.err()
                    .println(Main.oneLine(file + ": does not hold: " + String.join("; ", problems)
                            + "; do not rely on it, ask for the run's own certificate"));
            return ExitCode.REFUSED;
        }
        Map<String, Object> holds = new LinkedHashMap<>();
        holds.put("holds", true);
        holds.put("applicants", certificate.matching().size());
        holds.put("blockingPairs", certificate.blockingPairs().size());
        holds.put("keptSeats", certificate.keptSeats().size());
        holds.put("corrections", certificate.corrections().size());
        console.out().println(MatchingJson.mapper().writeValueAsString(holds));
        return ExitCode.DONE;
    }

    private static Certificate certificate(ObjectNode object) {
        for (String text : List.of("rules", "instanceSha256", "optimal")) {
            Fields.text(object, text);
        }
        Fields.object(object, "matching");
        return MatchingJson.mapper()
                .readerFor(Certificate.class)
                .with(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .readValue(object);
    }

    private static void refuseImpossible(Path file, Instance instance) {
        Feasibility.check(instance).stream()
                .filter(finding -> finding.problem().isImpossible())
                .findFirst()
                .ifPresent(finding -> {
                    throw new BadInput(file + ": " + sentence(finding));
                });
    }

    private static String sentence(Finding finding) {
        List<String> given = finding.arguments();
        return switch (finding.problem()) {
            case MINIMUM_ABOVE_CAPACITY ->
                "the minimum of " + given.get(0) + " is " + given.get(1) + ", but it has " + given.get(2)
                        + " seats; lower the one or raise the other";
            case MINIMUMS_ABOVE_GROUP ->
                "the minimums in " + given.get(0) + " are " + given.get(1) + " together, but it has " + given.get(2)
                        + " seats; lower them or raise its capacity";
            case MINIMUMS_ABOVE_APPLICANTS ->
                "the minimums are " + given.get(0) + " together, but there are " + given.get(1)
                        + " applicants; lower the minimums";
            case TARGET_ABOVE_SEATS ->
                "target " + given.get(0) + " asks for " + given.get(1) + ", but there are " + given.get(2)
                        + " seats; lower the target or raise capacities";
            case FEWER_SEATS_THAN_APPLICANTS,
                    NO_ACCEPTABLE_PLACE,
                    NO_ACCEPTABLE_APPLICANT,
                    MINIMUM_OUT_OF_REACH,
                    TARGET_OUT_OF_REACH,
                    FORCED_AGAINST_WISHES -> throw new IllegalStateException("possible: " + finding.problem());
        };
    }
}
