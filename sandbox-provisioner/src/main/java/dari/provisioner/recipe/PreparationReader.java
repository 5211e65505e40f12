package dari.provisioner.recipe;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what a recipe says about the source as a whole. */
final class PreparationReader {

    private final YamlDocument document;
    private final NamedFiles files;

    PreparationReader(YamlDocument document, NamedFiles files) {
        this.document = document;
        this.files = files;
    }

    Preparation read(List<TableRecipe> tables) {
        JsonNode root = document.root();
        JsonNode pseudonyms = root.path("pseudonyms");
        return new Preparation(
                root.path("sample").asDouble(1),
                text(pseudonyms, "project"),
                text(pseudonyms, "release"),
                pseudonyms.has("generation") ? pseudonyms.get("generation").intValue() : null,
                conditions(root.path("sensitiveConditions"), tables));
    }

    private Preparation.@Nullable SensitiveConditions conditions(JsonNode node, List<TableRecipe> tables) {
        if (node.isMissingNode()) {
            return null;
        }
        String at = "/sensitiveConditions";
        Preparation.SensitiveConditions.Rule rule = switch (node.get("do").stringValue()) {
            case "dropRows" -> Preparation.SensitiveConditions.Rule.DROP_ROWS;
            case "dropPersons" -> Preparation.SensitiveConditions.Rule.DROP_PERSONS;
            default -> Preparation.SensitiveConditions.Rule.ALLOW;
        };
        boolean allowed = rule == Preparation.SensitiveConditions.Rule.ALLOW;
        if (allowed != node.has("approval")) {
            throw (allowed ? RecipeProblem.NO_APPROVAL : RecipeProblem.NEEDLESS_APPROVAL).at(document.at(at));
        }
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < node.get("columns").size(); i++) {
            columns.add(column(at + "/columns/" + i, node.get("columns").get(i).stringValue(), tables));
        }
        List<String> groups = new ArrayList<>();
        node.path("groups").forEach(group -> groups.add(group.stringValue()));
        return new Preparation.SensitiveConditions(rule, groups, file(at, node), columns, text(node, "approval"));
    }

    private String column(String at, String name, List<TableRecipe> tables) {
        int dot = name.indexOf('.');
        boolean listed = dot > 0
                && tables.stream()
                        .filter(t -> t.name().equalsIgnoreCase(name.substring(0, dot)))
                        .anyMatch(t -> t.column(name.substring(dot + 1)).isPresent());
        if (!listed) {
            throw RecipeProblem.NO_LISTED_COLUMN.at(document.at(at));
        }
        return name;
    }

    private @Nullable Path file(String at, JsonNode node) {
        String name = text(node, "file");
        return name == null ? null : files.find(document, at + "/file", name);
    }

    private static @Nullable String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isMissingNode() ? null : value.asString();
    }
}
