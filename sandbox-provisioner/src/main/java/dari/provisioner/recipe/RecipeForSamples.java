package dari.provisioner.recipe;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A recipe as it can be tried on made-up rows: of the tables and columns that these have, without attacks, samples and
 * populations, which say nothing about rows that nobody stands behind.
 *
 * @param missing {@code table} or {@code table.column} of what the recipe lists and the rows do not have
 */
public record RecipeForSamples(String text, List<String> missing) {

    public RecipeForSamples {
        missing = List.copyOf(missing);
    }

    /**
     * @param columns of each table, in lower case as the tables' names
     * @throws dari.provisioner.BadInput naming the line where the text is no YAML, or invents rows itself
     */
    public static RecipeForSamples of(String text, Map<String, Set<String>> columns) {
        ObjectNode root = RecipeTree.read(text, RecipeGoal.DEIDENTIFY);
        List<String> missing = new ArrayList<>();
        ObjectNode tables = RecipeTree.child(root, "tables");
        for (String name : List.copyOf(tables.propertyNames())) {
            Set<String> there = columns.get(lower(name));
            if (there == null || !(tables.get(name) instanceof ObjectNode table)) {
                missing.add(name);
                tables.remove(name);
            } else {
                trim(name, table, there, missing);
            }
        }
        for (String key : List.of("assessment", "attack", "sample", "delivery")) {
            root.remove(key);
        }
        trimPrivacy(root, tables);
        if (namesMissing(root.path("sensitiveConditions").path("columns"), lower(missing))) {
            root.remove("sensitiveConditions");
        }
        return new RecipeForSamples(RecipeTree.write(root), missing);
    }

    private static void trim(String name, ObjectNode table, Set<String> there, List<String> missing) {
        ObjectNode listed = RecipeTree.child(table, "columns");
        Set<String> gone = new HashSet<>();
        for (String column : List.copyOf(listed.propertyNames())) {
            if (!there.contains(lower(column))) {
                missing.add(name + "." + column);
                gone.add(lower(column));
                listed.remove(column);
            }
        }
        table.remove("csv");
        JsonNode history = table.path("history");
        if (gone.contains(lower(history.path("code").asString(""))) || namesMissing(history.path("with"), gone)) {
            table.remove("history");
        }
    }

    private static void trimPrivacy(ObjectNode root, ObjectNode tables) {
        boolean quasi = tables.valueStream()
                .flatMap(table -> table.path("columns").valueStream())
                .anyMatch(column -> column.path("role").asString("").equals(Role.QUASI.word()));
        boolean sensitive = tables.valueStream()
                .flatMap(table -> table.path("columns").valueStream())
                .anyMatch(column -> column.path("role").asString("").equals(Role.SENSITIVE.word()));
        if (root.path("privacy") instanceof ObjectNode privacy) {
            privacy.remove(List.of("kMap", "deltaPresence"));
            if (!sensitive) {
                privacy.remove(List.of("l", "t"));
            }
            if (!quasi || !privacy.has("k")) {
                root.remove("privacy");
                tables.forEach(table -> ((ObjectNode) table).remove("history"));
            }
        }
    }

    private static boolean namesMissing(JsonNode names, Set<String> missing) {
        return names.valueStream().anyMatch(name -> missing.contains(lower(name.asString(""))));
    }

    private static Set<String> lower(List<String> names) {
        Set<String> lower = new HashSet<>();
        names.forEach(name -> lower.add(lower(name)));
        return lower;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
