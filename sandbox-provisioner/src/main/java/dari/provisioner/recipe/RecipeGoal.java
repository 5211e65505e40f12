package dari.provisioner.recipe;

import dari.provisioner.omop.HistoryTables;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a recipe is for. */
public enum RecipeGoal {
    DEIDENTIFY,
    SYNTHESIZE;

    /** What a new recipe of invented rows begins with; who pays is for its author to say. */
    private static final String MECHANISM = "adaptive";

    private static final String EPSILON = "1";
    private static final String DELTA = "1e-9";

    /** As a recipe writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws dari.provisioner.BadInput naming the line where the text is no YAML, or saying that it is no recipe */
    public static RecipeGoal of(String text) {
        return of(RecipeTree.read(text));
    }

    static RecipeGoal of(ObjectNode root) {
        return root.path("goal").asString("").equals(SYNTHESIZE.word()) ? SYNTHESIZE : DEIDENTIFY;
    }

    /**
     * A recipe turned to this goal: what both goals know stays, what belongs to the other alone goes.
     *
     * @throws dari.provisioner.BadInput as {@link #of(String)}
     */
    public String turned(String text) {
        ObjectNode root = RecipeTree.read(text);
        if (of(root) == this) {
            return text;
        }
        root.put("goal", word());
        if (this == SYNTHESIZE) {
            synthesise(root);
        } else {
            root.remove(RecipeReader.OF_SYNTHESIS);
            root.path("tables").forEach(table -> {
                if (table instanceof ObjectNode node) {
                    node.remove(RecipeReader.OF_SYNTHESISED_TABLE);
                    node.remove("codes");
                    RecipeTree.child(node, "columns");
                }
            });
        }
        return RecipeTree.write(root);
    }

    private static void synthesise(ObjectNode root) {
        root.remove(SynthesisReader.FOREIGN);
        boolean histories = histories(root);
        ObjectNode tables = RecipeTree.child(root, "tables");
        boolean persons = histories || root.has("personKey");
        for (String name : List.copyOf(tables.propertyNames())) {
            String known = name.toLowerCase(Locale.ROOT);
            if (!(tables.get(name) instanceof ObjectNode table) || (histories && !HistoryTables.ALL.contains(known))) {
                tables.remove(name);
                continue;
            }
            persons |= table.has("personKey");
            table.remove(SynthesisReader.FOREIGN_IN_TABLE);
            if (!histories || known.equals(HistoryTables.PERSON)) {
                table.put("domain", SynthesisFields.domainOf(name));
            } else {
                table.remove("others");
                table.put("codes", known + "-codes.csv");
            }
        }
        ObjectNode dp = RecipeTree.child(root, "dp");
        dp.put("mechanism", MECHANISM);
        RecipeTree.setNumber(dp, "epsilon", EPSILON);
        RecipeTree.setNumber(dp, "delta", DELTA);
        dp.put("unit", persons ? "person" : "row");
        RecipeTree.child(root, "budget").put("population", "all");
    }

    /** Whether a table of this recipe is a part of histories, which are synthesised together. */
    static boolean histories(JsonNode root) {
        return root.path("standard").asString("").startsWith(HistoryReader.STANDARD);
    }
}
