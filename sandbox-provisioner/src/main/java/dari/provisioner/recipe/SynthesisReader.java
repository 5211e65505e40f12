package dari.provisioner.recipe;

import dari.provisioner.Sha256;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a recipe of {@code goal: synthesize} whose form the schema has checked. */
final class SynthesisReader {

    /** Keys that mean something for {@code goal: deidentify} only; silently ignored they would promise what is not done. */
    static final List<String> FOREIGN = List.of("sample", "pseudonyms", "sensitiveConditions", "privacy");

    /** Keys of a table that is synthesised alone. */
    static final List<String> OF_ONE_TABLE = List.of("constraints", "refine");

    /** What divides a column's codes in their own order. */
    private static final String INTERVALS = "intervals";

    private static final List<String> OF_HISTORIES = List.of("period", "persons", "also", "constraints");

    static final List<String> FOREIGN_IN_TABLE = List.of("columns", "history");

    private final YamlDocument document;
    private final JsonNode root;
    private final NamedFiles files;

    SynthesisReader(YamlDocument document, NamedFiles files) {
        this.document = document;
        this.root = document.root();
        this.files = files;
    }

    Recipe read(String text, AssessmentLevel assessment) {
        FOREIGN.forEach(key -> forbid(root, "", key));
        String standard = text(root, "standard");
        if (standard != null && !standard.startsWith(HistoryReader.STANDARD)) {
            throw RecipeProblem.STANDARD_UNKNOWN.at(document.at("/standard"));
        }
        require(root, "", "dp", RecipeProblem.DP_MISSING);
        require(root, "", "budget", RecipeProblem.BUDGET_MISSING);
        if (standard != null) {
            return new HistoryReader(document, files).read(standard, text, assessment, this);
        }
        OF_HISTORIES.forEach(key -> refuseAlone(root, "", key));
        refuseAlone(root.get("dp"), "/dp", "codesPerPerson");
        Map.Entry<String, JsonNode> table =
                root.get("tables").properties().iterator().next();
        String at = "/tables/" + table.getKey();
        if (root.get("tables").size() > 1) {
            throw RecipeProblem.SEVERAL_TABLES.at(document.at("/tables"));
        }
        FOREIGN_IN_TABLE.forEach(key -> forbid(table.getValue(), at, key));
        refuseAlone(table.getValue(), at, "codes");
        require(table.getValue(), at, "domain", RecipeProblem.DOMAIN_MISSING);
        Path domain = files.find(
                document, at + "/domain", table.getValue().get("domain").stringValue());
        String key = text(table.getValue(), "personKey");
        String personKey = key == null ? text(root, "personKey") : key;
        Synthesis synthesis = synthesis(
                domain,
                personKey,
                new ConstraintReader(document, files)
                        .ofTable(table.getValue().path("constraints"), at + "/constraints"),
                refined(table.getValue().path("refine"), at + "/refine"),
                null);
        TableRecipe only = new TableRecipe(
                table.getKey(),
                table.getValue().path("csv").path("delimiter").asString("\0").charAt(0),
                personKey,
                List.of(),
                table.getValue().has("others"),
                null,
                document.at(at));
        return new Recipe(
                null,
                List.of(only),
                null,
                Preparation.NONE,
                PrivacyModel.NONE,
                assessment,
                attack(),
                synthesis,
                RecipeReader.files(root),
                files.hash(root),
                Sha256.hex(text.getBytes(StandardCharsets.UTF_8)));
    }

    Synthesis synthesis(
            Path domain,
            @Nullable String personKey,
            List<Constraint> constraints,
            List<Synthesis.Refined> refined,
            @Nullable HistorySynthesis history) {
        JsonNode dp = root.get("dp");
        Synthesis.Unit unit =
                Synthesis.Unit.valueOf(dp.get("unit").stringValue().toUpperCase(Locale.ROOT));
        if (unit == Synthesis.Unit.PERSON && personKey == null) {
            throw RecipeProblem.NO_PERSON_COLUMN.at(document.at("/dp/unit"));
        }
        if (unit == Synthesis.Unit.ROW && dp.has("rowsPerPerson")) {
            throw RecipeProblem.OF_PERSON_UNIT.at(document.at("/dp/rowsPerPerson"));
        }
        return new Synthesis(
                domain,
                Synthesis.Mechanism.valueOf(dp.get("mechanism").stringValue().toUpperCase(Locale.ROOT)),
                decimal(dp.get("epsilon")),
                decimal(dp.get("delta")),
                unit,
                dp.path("rowsPerPerson").asInt(1),
                root.get("budget").get("dataset").stringValue(),
                root.get("budget").get("population").stringValue(),
                constraints,
                refined,
                history);
    }

    private List<Synthesis.Refined> refined(JsonNode node, String at) {
        List<Synthesis.Refined> refined = new ArrayList<>();
        node.properties().forEach(entry -> {
            String pointer = at + "/" + entry.getKey();
            if (refined.stream().anyMatch(r -> r.column().equalsIgnoreCase(entry.getKey()))) {
                throw RecipeProblem.NAMED_TWICE.at(document.at(pointer));
            }
            String along = entry.getValue().stringValue();
            refined.add(new Synthesis.Refined(
                    entry.getKey(),
                    along.equals(INTERVALS) ? null : files.hierarchy(document, pointer, along),
                    document.at(pointer)));
        });
        return refined;
    }

    /** Which columns are known makes no difference here: each attack says itself how much it knows. */
    AttackKnowledge attack() {
        return new AttackKnowledge(List.of(), text(root.path("attack"), "secret"), AttackKnowledge.DEFAULT_EVENTS);
    }

    private static BigDecimal decimal(JsonNode number) {
        return number.decimalValue();
    }

    private void refuseAlone(JsonNode node, String pointer, String key) {
        if (node.has(key)) {
            throw RecipeProblem.OF_HISTORIES.at(document.at(pointer + "/" + key));
        }
    }

    void forbidOfDeidentification(JsonNode table, String pointer) {
        FOREIGN_IN_TABLE.forEach(key -> forbid(table, pointer, key));
    }

    private void forbid(JsonNode node, String pointer, String key) {
        if (node.has(key)) {
            throw RecipeProblem.OF_DEIDENTIFICATION.at(document.at(pointer + "/" + key));
        }
    }

    void require(JsonNode node, String pointer, String key, RecipeProblem missing) {
        if (!node.has(key)) {
            throw missing.at(document.at(pointer), key);
        }
    }

    private static @Nullable String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isString() ? value.stringValue() : null;
    }
}
