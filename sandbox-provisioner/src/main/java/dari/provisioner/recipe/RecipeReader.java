package dari.provisioner.recipe;

import dari.provisioner.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Turns a recipe's text into a checked {@link Recipe}. One reader per text. */
final class RecipeReader {

    /** Keys that mean something for {@code goal: synthesize} only; silently ignored they would promise what is not done. */
    static final List<String> OF_SYNTHESIS = List.of("dp", "budget", "period", "persons", "also", "constraints");

    /** The same, inside a table. */
    static final List<String> OF_SYNTHESISED_TABLE = List.of("domain", "constraints", "refine");

    private final String where;
    private final NamedFiles files;
    private final ColumnReader columns;

    RecipeReader(String where, NamedFiles files) {
        this.where = where;
        this.files = files;
        this.columns = new ColumnReader(files);
    }

    Recipe read(String text) {
        YamlDocument document = YamlDocument.parse(text, where);
        JsonNode root = document.root();
        if (!root.isObject()) {
            throw RecipeProblem.NO_RECIPE.at(document.at(""));
        }
        RecipeSchema.check(document);
        if ("synthesize".equals(root.get("goal").stringValue())) {
            return new SynthesisReader(document, files).read(text, assessment(root));
        }
        OF_SYNTHESIS.stream().filter(root::has).findFirst().ifPresent(key -> {
            throw RecipeProblem.OF_SYNTHESIS.at(document.at("/" + key));
        });
        List<TableRecipe> tables = tables(document);
        String personTable = personTable(document, tables);
        PrivacyModel privacy = new PrivacyReader(document, files).read(tables, personTable);
        return new Recipe(
                text(root, "standard"),
                tables,
                personTable,
                new PreparationReader(document, files).read(tables),
                privacy,
                assessment(root),
                attack(document, tables, personTable),
                null,
                files(root),
                files.hash(root),
                Sha256.hex(text.getBytes(StandardCharsets.UTF_8)));
    }

    static boolean files(JsonNode root) {
        return root.path("delivery").path("files").asBoolean(false);
    }

    private List<TableRecipe> tables(YamlDocument document) {
        JsonNode root = document.root();
        String commonKey = text(root, "personKey");
        List<TableRecipe> tables = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        root.get("tables").properties().forEach(entry -> {
            String pointer = "/tables/" + entry.getKey();
            if (!names.add(entry.getKey().toLowerCase(Locale.ROOT))) {
                throw RecipeProblem.TABLE_TWICE.at(document.at(pointer));
            }
            tables.add(table(document, pointer, entry.getKey(), entry.getValue(), commonKey));
        });
        for (TableRecipe table : tables) {
            if (tables.size() > 1 && table.personKey() == null) {
                throw RecipeProblem.NO_PERSON_KEY.at(table.where());
            }
        }
        return tables;
    }

    private TableRecipe table(
            YamlDocument document, String pointer, String name, JsonNode node, @Nullable String commonKey) {
        for (String key : OF_SYNTHESISED_TABLE) {
            if (node.has(key)) {
                throw RecipeProblem.OF_SYNTHESIS.at(document.at(pointer + "/" + key));
            }
        }
        String ownKey = text(node, "personKey");
        String personKey = ownKey == null ? commonKey : ownKey;
        List<ColumnRecipe> list = columns.read(document, pointer + "/columns", node.path("columns"), personKey);
        boolean dropOthers = node.has("others");
        if (list.isEmpty()) {
            throw RecipeProblem.NO_COLUMN.at(document.at(pointer));
        }
        TableRecipe.History history = history(document, pointer + "/history", node.path("history"), list);
        String delimiter = node.path("csv").path("delimiter").asString("\0");
        return new TableRecipe(name, delimiter.charAt(0), personKey, list, dropOthers, history, document.at(pointer));
    }

    private static TableRecipe.@Nullable History history(
            YamlDocument document, String pointer, JsonNode node, List<ColumnRecipe> columns) {
        if (node.isMissingNode()) {
            return null;
        }
        String code = node.get("code").stringValue();
        boolean known = columns.stream()
                .anyMatch(c -> c.name().equalsIgnoreCase(code)
                        && (c.treatment() instanceof Treatment.Keep || c.treatment() instanceof Treatment.GroupRare));
        if (!known) {
            throw RecipeProblem.HISTORY_CODE.at(document.at(pointer + "/code"));
        }
        List<String> with = new ArrayList<>();
        node.path("with").forEach(n -> with.add(n.stringValue()));
        for (int i = 0; i < with.size(); i++) {
            String column = with.get(i);
            if (columns.stream().noneMatch(c -> c.name().equalsIgnoreCase(column))) {
                throw RecipeProblem.HISTORY_WITH.at(document.at(pointer + "/with/" + i));
            }
        }
        int k = document.root().path("privacy").path("k").asInt(1);
        return new TableRecipe.History(
                code,
                node.get("known").intValue(),
                node.path("minPersons").asInt(k),
                with,
                node.has("counts"),
                node.path("other").asString("0"));
    }

    private static @Nullable String personTable(YamlDocument document, List<TableRecipe> tables) {
        List<TableRecipe> quasi =
                tables.stream().filter(t -> !t.ofRole(Role.QUASI).isEmpty()).toList();
        if (quasi.size() > 1) {
            throw RecipeProblem.SECOND_QUASI.at(quasi.get(1).where());
        }
        return quasi.isEmpty() ? null : quasi.get(0).name();
    }

    private static AssessmentLevel assessment(JsonNode root) {
        JsonNode node = root.path("assessment");
        if (node.isObject()) {
            return new AssessmentLevel(true, node.get("holdout").doubleValue());
        }
        return "required".equals(node.asString("none"))
                ? new AssessmentLevel(true, AssessmentLevel.DEFAULT_HOLDOUT)
                : AssessmentLevel.NONE;
    }

    private static AttackKnowledge attack(
            YamlDocument document, List<TableRecipe> tables, @Nullable String personTable) {
        JsonNode node = document.root().path("attack");
        if (node.isMissingNode()) {
            return AttackKnowledge.DEFAULT;
        }
        List<String> known = new ArrayList<>();
        node.path("known").forEach(n -> known.add(n.stringValue()));
        TableRecipe persons = tables.stream()
                .filter(t -> t.name().equals(personTable))
                .findFirst()
                .orElse(tables.get(0));
        String secret = text(node, "secret");
        for (int i = 0; i < known.size(); i++) {
            requireColumn(document, "/attack/known/" + i, persons, known.get(i));
        }
        if (secret != null) {
            requireColumn(document, "/attack/secret", persons, secret);
        }
        return new AttackKnowledge(known, secret, node.path("events").asInt(AttackKnowledge.DEFAULT_EVENTS));
    }

    private static void requireColumn(YamlDocument document, String pointer, TableRecipe table, String column) {
        if (table.column(column).isEmpty()) {
            throw RecipeProblem.NOT_LISTED.at(document.at(pointer), table.name());
        }
    }

    private static @Nullable String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isString() ? value.stringValue() : null;
    }
}
