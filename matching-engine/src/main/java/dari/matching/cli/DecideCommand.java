package dari.matching.cli;

import dari.matching.json.MatchingJson;
import dari.matching.permission.Decision;
import dari.matching.permission.DiseaseHierarchy;
import dari.matching.permission.Duty;
import dari.matching.permission.PermissionDecision;
import dari.matching.permission.PermissionRules;
import dari.matching.permission.Reason;
import dari.matching.permission.UseTerms;
import dari.matching.permission.duos.DuosV4Rules;
import dari.matching.permission.duos.DuosV5Rules;
import dari.matching.permission.strict.StrictRules;
import dari.matching.vocabulary.Vocabulary;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "decide",
        description = "Says for each dataset and purpose whether the terms permit the use, and why.",
        mixinStandardHelpOptions = true)
final class DecideCommand implements Callable<Integer> {

    @Option(names = "--datasets", required = true, description = "Lines of {\"id\",\"dataUse\":{…}}.")
    private Path datasets = Path.of("");

    @Option(names = "--purposes", required = true, description = "Lines of {\"id\",\"purpose\":{…}}.")
    private Path purposes = Path.of("");

    @Option(names = "--out", required = true, description = "One line per pair.")
    private Path out = Path.of("");

    @Option(
            names = "--rules",
            defaultValue = "strict",
            converter = RulesName.class,
            description = "strict, duos-v4 or duos-v5. Default: ${DEFAULT-VALUE}.")
    private Rules rules = Rules.STRICT;

    @Option(names = "--diseases", description = "Lines of {\"id\",\"parents\":[…]}. Default: the built-in vocabulary.")
    private @Nullable Path diseases;

    @Option(names = "--pairs", description = "Lines of {\"dataset\",\"purpose\"}. Default: all pairs.")
    private @Nullable Path pairs;

    /** The rule sets, by the names that the option takes. */
    enum Rules {
        STRICT("strict"),
        DUOS_V4("duos-v4"),
        DUOS_V5("duos-v5");

        private final String option;

        Rules(String option) {
            this.option = option;
        }

        PermissionRules over(DiseaseHierarchy diseases) {
            return switch (this) {
                case STRICT -> new StrictRules(diseases);
                case DUOS_V4 -> new DuosV4Rules(diseases);
                case DUOS_V5 -> new DuosV5Rules(diseases);
            };
        }
    }

    static final class RulesName implements ITypeConverter<Rules> {

        @Override
        public Rules convert(String value) {
            for (Rules rules : Rules.values()) {
                if (rules.option.equals(value)) {
                    return rules;
                }
            }
            throw new TypeConversionException("expected strict, duos-v4 or duos-v5 but was '" + value + "'");
        }
    }

    private record Dataset(String id, @Nullable UseTerms terms) {}

    private record Purpose(String id, UseTerms terms) {}

    private record Disease(String id, List<String> parents) {}

    private record Pair(String dataset, String purpose) {}

    /** One line of the result. */
    record Decided(
            String dataset,
            String purpose,
            Decision decision,
            List<DecidedReason> reasons,
            List<DecidedDuty> duties,
            String rules) {

        static Decided of(String dataset, String purpose, PermissionDecision decision) {
            return new Decided(
                    dataset,
                    purpose,
                    decision.decision(),
                    decision.reasons().stream().map(DecidedReason::of).toList(),
                    decision.duties().stream().map(DecidedDuty::of).toList(),
                    decision.rules());
        }
    }

    /** A duty with its day, its proof and the keys of its sentences. */
    record DecidedDuty(
            Duty.Kind duty,
            Duty.Evidence evidence,
            Duty.Anchor due,
            int days,
            @Nullable String date,
            String message,
            String dueMessage,
            String evidenceMessage) {

        static DecidedDuty of(Duty duty) {
            return new DecidedDuty(
                    duty.kind(),
                    duty.evidence(),
                    duty.anchor(),
                    duty.days(),
                    duty.date() == null ? null : duty.date().toString(),
                    duty.getMessageKey(),
                    duty.getDueKey(),
                    duty.getEvidenceKey());
        }
    }

    /** A reason with the keys of its sentences in the message bundles. */
    record DecidedReason(
            String rule,
            Decision effect,
            String field,
            @Nullable String dataset,
            @Nullable String purpose,
            String message,
            String change) {

        static DecidedReason of(Reason reason) {
            return new DecidedReason(
                    reason.rule(),
                    reason.effect(),
                    reason.term().field(),
                    reason.dataset(),
                    reason.purpose(),
                    reason.getMessageKey(),
                    reason.getChangeKey());
        }
    }

    @Override
    public Integer call() throws IOException {
        OutputFile.distinct(out, datasets, purposes, diseases, pairs);
        PermissionRules chosen = rules.over(hierarchy());
        List<Dataset> allDatasets = JsonFiles.lines(datasets, DecideCommand::dataset, Dataset::id);
        List<Purpose> allPurposes = JsonFiles.lines(purposes, DecideCommand::purpose, Purpose::id);
        List<Pair> chosenPairs = pairs == null ? null : pairs(pairs, allDatasets, allPurposes);
        OutputFile.write(out, writer -> {
            if (chosenPairs == null) {
                for (Dataset dataset : allDatasets) {
                    for (Purpose purpose : allPurposes) {
                        write(writer, chosen, dataset, purpose);
                    }
                }
            } else {
                Map<String, Dataset> datasetOf =
                        allDatasets.stream().collect(Collectors.toMap(Dataset::id, Function.identity()));
                Map<String, Purpose> purposeOf =
                        allPurposes.stream().collect(Collectors.toMap(Purpose::id, Function.identity()));
                for (Pair pair : chosenPairs) {
                    write(writer, chosen, known(datasetOf, pair.dataset()), known(purposeOf, pair.purpose()));
                }
            }
        });
        return ExitCode.DONE.number();
    }

    private static void write(BufferedWriter writer, PermissionRules rules, Dataset dataset, Purpose purpose)
            throws IOException {
        PermissionDecision decision = rules.decide(dataset.terms(), purpose.terms());
        writer.write(MatchingJson.mapper().writeValueAsString(Decided.of(dataset.id(), purpose.id(), decision)));
        writer.write('\n');
    }

    private DiseaseHierarchy hierarchy() throws IOException {
        if (diseases == null) {
            return Vocabulary.builtIn().diseases();
        }
        List<Disease> read = JsonFiles.lines(diseases, DecideCommand::disease, Disease::id);
        try {
            return new DiseaseHierarchy(read.stream().collect(Collectors.toMap(Disease::id, Disease::parents)));
        } catch (DiseaseHierarchy.Cycle e) {
            int line = JsonFiles.lineOf(diseases, e.disease());
            throw new BadInput(
                    diseases + ":" + line + ": " + e.getMessage() + "; a disease must not be its own ancestor");
        }
    }

    private static List<Pair> pairs(Path file, List<Dataset> datasets, List<Purpose> purposes) throws IOException {
        Set<String> datasetIds = datasets.stream().map(Dataset::id).collect(Collectors.toSet());
        Set<String> purposeIds = purposes.stream().map(Purpose::id).collect(Collectors.toSet());
        return JsonFiles.lines(file, object -> {
            Fields.only(object, Set.of("dataset", "purpose"));
            Pair pair = new Pair(Fields.text(object, "dataset"), Fields.text(object, "purpose"));
            if (!datasetIds.contains(pair.dataset())) {
                throw new IllegalArgumentException("no dataset has the id " + pair.dataset());
            }
            if (!purposeIds.contains(pair.purpose())) {
                throw new IllegalArgumentException("no purpose has the id " + pair.purpose());
            }
            return pair;
        });
    }

    private static <T> T known(Map<String, T> byId, String id) {
        T found = byId.get(id);
        if (found == null) {
            throw new IllegalStateException("pairs were checked when they were read");
        }
        return found;
    }

    private static Dataset dataset(ObjectNode object) {
        Fields.only(object, Set.of("id", "dataUse"));
        boolean unstated =
                object.path("dataUse").isMissingNode() || object.path("dataUse").isNull();
        return new Dataset(
                Fields.text(object, "id"), unstated ? null : MatchingJson.terms(Fields.object(object, "dataUse")));
    }

    private static Purpose purpose(ObjectNode object) {
        Fields.only(object, Set.of("id", "purpose"));
        return new Purpose(Fields.text(object, "id"), MatchingJson.terms(Fields.object(object, "purpose")));
    }

    private static Disease disease(ObjectNode object) {
        Fields.only(object, Set.of("id", "parents"));
        boolean top = object.path("parents").isMissingNode();
        return new Disease(Fields.text(object, "id"), top ? List.of() : Fields.texts(object, "parents"));
    }
}
