package dari.provisioner.recipe;

import dari.provisioner.Sha256;
import dari.provisioner.omop.HistoryTables;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a recipe that synthesises several tables of OMOP together. */
final class HistoryReader {

    /** What the names of the model's versions begin with. */
    static final String STANDARD = "omop-";

    private static final String PERSON_KEY = "person_id";

    private final YamlDocument document;
    private final JsonNode root;
    private final NamedFiles files;

    HistoryReader(YamlDocument document, NamedFiles files) {
        this.document = document;
        this.root = document.root();
        this.files = files;
    }

    Recipe read(String standard, String text, AssessmentLevel assessment, SynthesisReader common) {
        if (!"person".equals(root.get("dp").get("unit").stringValue())) {
            throw RecipeProblem.UNIT_OF_HISTORIES.at(document.at("/dp/unit"));
        }
        common.require(root, "", "period", RecipeProblem.PERIOD_MISSING);
        LocalDate from = day("from");
        LocalDate to = day("to");
        if (!from.isBefore(to)) {
            throw RecipeProblem.PERIOD_ORDER.at(document.at("/period/to"));
        }
        Map<String, JsonNode> tables = tables(common);
        Path domain = file("/tables/" + named("person") + "/domain", require(tables, "person", "domain", common));
        require(tables, HistoryTables.VISIT, "codes", common);
        Map<String, HistorySynthesis.Codes> codes = new HashMap<>();
        tables.forEach((name, table) -> {
            if (!name.equals(HistoryTables.PERSON)) {
                require(tables, name, "codes", common);
                codes.put(name, codes("/tables/" + named(name) + "/codes", table.get("codes")));
            }
        });
        JsonNode dp = root.get("dp");
        HistorySynthesis history = new HistorySynthesis(
                from,
                to,
                codes,
                dp.path("codesPerPerson").asInt(HistoryTables.CODES_PER_PERSON),
                root.has("persons") ? (Integer) root.get("persons").intValue() : null,
                root.has("also"));
        return new Recipe(
                standard,
                recipes(tables),
                null,
                Preparation.NONE,
                PrivacyModel.NONE,
                assessment,
                common.attack(),
                common.synthesis(
                        domain,
                        PERSON_KEY,
                        new ConstraintReader(document, files).ofHistories(root.path("constraints"), "/constraints"),
                        List.of(),
                        history),
                RecipeReader.files(root),
                files.hash(root),
                Sha256.hex(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** By lower-case name. */
    private Map<String, JsonNode> tables(SynthesisReader common) {
        Map<String, JsonNode> tables = new TreeMap<>();
        root.get("tables").properties().forEach(entry -> {
            String at = "/tables/" + entry.getKey();
            String name = entry.getKey().toLowerCase(Locale.ROOT);
            if (!HistoryTables.ALL.contains(name)) {
                throw RecipeProblem.TABLE_UNKNOWN.at(document.at(at), HistoryTables.ALL);
            }
            if (tables.put(name, entry.getValue()) != null) {
                throw RecipeProblem.TABLE_TWICE.at(document.at(at));
            }
            common.forbidOfDeidentification(entry.getValue(), at);
            for (String key : SynthesisReader.OF_ONE_TABLE) {
                if (entry.getValue().has(key)) {
                    throw RecipeProblem.OF_ONE_TABLE.at(document.at(at + "/" + key));
                }
            }
            String foreign = name.equals(HistoryTables.PERSON) ? "codes" : "domain";
            if (entry.getValue().has(foreign)) {
                throw RecipeProblem.OF_OTHER_TABLE.at(document.at(at + "/" + foreign));
            }
        });
        return tables;
    }

    private JsonNode require(Map<String, JsonNode> tables, String table, String key, SynthesisReader common) {
        JsonNode node = tables.get(table);
        if (node == null) {
            throw RecipeProblem.TABLE_MISSING.at(document.at("/tables"), table);
        }
        common.require(
                node,
                "/tables/" + named(table),
                key,
                key.equals("codes") ? RecipeProblem.CODES_MISSING : RecipeProblem.DOMAIN_OF_PERSON);
        return node.get(key);
    }

    /** As the recipe spells it. */
    private String named(String table) {
        return root.get("tables").propertyNames().stream()
                .filter(table::equalsIgnoreCase)
                .findFirst()
                .orElse(table);
    }

    private LocalDate day(String key) {
        try {
            return LocalDate.parse(root.get("period").get(key).asString());
        } catch (DateTimeException e) {
            throw RecipeProblem.NO_DATE.at(document.at("/period/" + key));
        }
    }

    private HistorySynthesis.Codes codes(String pointer, JsonNode node) {
        if (node.isString()) {
            return new HistorySynthesis.Codes(file(pointer, node), List.of(), document.at(pointer));
        }
        List<Long> concepts = new ArrayList<>();
        node.forEach(concept -> concepts.add(concept.longValue()));
        return new HistorySynthesis.Codes(null, concepts, document.at(pointer));
    }

    private Path file(String pointer, JsonNode node) {
        return files.find(document, pointer, node.stringValue());
    }

    /** The person table first. */
    private List<TableRecipe> recipes(Map<String, JsonNode> tables) {
        List<TableRecipe> recipes = new ArrayList<>();
        for (String name : HistoryTables.ALL) {
            JsonNode node = tables.get(name);
            if (node != null) {
                String where = document.at("/tables/" + named(name));
                recipes.add(new TableRecipe(
                        name,
                        node.path("csv").path("delimiter").asString("\0").charAt(0),
                        personKey(node),
                        HistoryTables.released(name).stream()
                                .map(column -> new ColumnRecipe(column, Role.OTHER, new Treatment.Synthesised(), where))
                                .toList(),
                        true,
                        null,
                        where));
            }
        }
        return recipes;
    }

    private String personKey(JsonNode table) {
        @Nullable
        String own = table.path("personKey").isString() ? table.get("personKey").stringValue() : null;
        return own != null ? own : root.path("personKey").asString(PERSON_KEY);
    }
}
