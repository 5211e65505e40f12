package dari.provisioner.recipe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a form shows of a recipe that treats real rows: read from a text, and put into a text of which all else stays. Values
 * are as they are typed; whether they are right is said by whoever reads the text that comes of it.
 *
 * @param personKey of every table that says nothing else; empty for none
 * @param limits what is asked of the person table
 * @param holdout share of persons that the attacks hold out; {@code required} for the usual one, empty for no attacks
 * @param files whether the release may leave as files
 */
public record RecipeFields(
        String personKey, String sample, Limits limits, String holdout, boolean files, List<Table> tables) {

    /** Keys of a column that the form has a field for; which of them mean something follows from the treatment. */
    public static final List<String> SETTINGS = List.of(
            "hierarchy",
            "level",
            "as",
            "space",
            "maxDays",
            "keep",
            "precision",
            "minPersons",
            "other",
            "min",
            "max",
            "deviation",
            "to",
            "value",
            "language");

    public RecipeFields {
        tables = List.copyOf(tables);
    }

    /**
     * @param recoding local or global; empty for local
     * @param l diversity of sensitive columns: {@code kind} is distinct or entropy
     * @param t closeness of sensitive columns: {@code kind} is equal or ordered
     */
    public record Limits(String k, String recoding, String suppressionLimit, List<Bound> l, List<Bound> t) {
        public Limits {
            l = List.copyOf(l);
            t = List.copyOf(t);
        }
    }

    /** A condition on one sensitive column. */
    public record Bound(String column, String kind, String value) {

        public boolean isEmpty() {
            return column.isEmpty() && value.isEmpty();
        }
    }

    /** @param others whether columns that are not listed are dropped */
    public record Table(String name, String personKey, boolean others, List<Column> columns) {
        public Table {
            columns = List.copyOf(columns);
        }
    }

    /**
     * @param role as in a recipe; empty for other
     * @param treatment the word after {@code do:}; empty for what follows from the role
     * @param settings those of {@link #SETTINGS} that are not empty
     */
    public record Column(String name, String role, String treatment, Map<String, String> settings) {
        public Column {
            settings = Map.copyOf(settings);
        }

        /** Settings that mean something with this treatment, in the order of {@link #SETTINGS}. */
        public List<String> fitting() {
            return SETTINGS.stream()
                    .filter(ColumnReader.keysOf(role, treatment)::contains)
                    .toList();
        }

        public String setting(String key) {
            return settings.getOrDefault(key, "");
        }
    }

    /**
     * @throws dari.provisioner.BadInput naming the line where the text is no YAML, or saying that no form fits it
     */
    public static RecipeFields of(String text) {
        ObjectNode root = RecipeTree.read(text, RecipeGoal.DEIDENTIFY);
        JsonNode privacy = root.path("privacy");
        List<Table> tables = new ArrayList<>();
        root.path("tables").properties().forEach(entry -> tables.add(table(entry.getKey(), entry.getValue())));
        return new RecipeFields(
                RecipeTree.text(root, "personKey"),
                RecipeTree.text(root, "sample"),
                new Limits(
                        RecipeTree.text(privacy, "k"),
                        RecipeTree.text(privacy, "recoding"),
                        RecipeTree.text(privacy, "suppressionLimit"),
                        bounds(privacy.path("l"), "kind"),
                        bounds(privacy.path("t"), "distance")),
                RecipeTree.holdout(root),
                RecipeTree.files(root),
                tables);
    }

    private static Table table(String name, JsonNode node) {
        List<Column> columns = new ArrayList<>();
        node.path("columns").properties().forEach(entry -> {
            JsonNode column = entry.getValue();
            Map<String, String> settings = new LinkedHashMap<>();
            for (String key : SETTINGS) {
                if (column.has(key)) {
                    settings.put(key, RecipeTree.text(column, key));
                }
            }
            columns.add(new Column(
                    entry.getKey(), RecipeTree.text(column, "role"), RecipeTree.text(column, "do"), settings));
        });
        return new Table(name, RecipeTree.text(node, "personKey"), node.has("others"), columns);
    }

    private static List<Bound> bounds(JsonNode node, String kind) {
        List<Bound> bounds = new ArrayList<>();
        for (JsonNode one : node.isArray() ? node : node.isObject() ? List.of(node) : List.<JsonNode>of()) {
            bounds.add(new Bound(
                    RecipeTree.text(one, "column"), RecipeTree.text(one, kind), RecipeTree.text(one, "value")));
        }
        return bounds;
    }

    /**
     * The text with these fields. Where they say what it says already it stays to the letter; else it is written anew, and
     * what the form has no field for stays in it, but for comments.
     *
     * @throws dari.provisioner.BadInput as {@link #of}
     */
    public String into(String text) {
        if (equals(of(text))) {
            return text;
        }
        ObjectNode root = RecipeTree.read(text);
        RecipeTree.set(root, "personKey", personKey);
        RecipeTree.setNumber(root, "sample", sample);
        put(RecipeTree.child(root, "privacy"));
        RecipeTree.removeIfEmpty(root, "privacy");
        RecipeTree.setHoldout(root, holdout);
        RecipeTree.setFiles(root, files);
        ObjectNode before = RecipeTree.child(root, "tables");
        ObjectNode after = RecipeTree.node();
        for (Table table : tables) {
            ObjectNode node = before.path(table.name()) instanceof ObjectNode known ? known : RecipeTree.node();
            put(table, node);
            after.set(table.name(), node);
        }
        root.set("tables", after);
        return RecipeTree.write(root);
    }

    private void put(ObjectNode privacy) {
        RecipeTree.setNumber(privacy, "k", limits.k());
        RecipeTree.set(privacy, "recoding", limits.recoding());
        RecipeTree.setNumber(privacy, "suppressionLimit", limits.suppressionLimit());
        put(privacy, "l", "kind", limits.l());
        put(privacy, "t", "distance", limits.t());
    }

    private static void put(ObjectNode privacy, String key, String kind, List<Bound> typed) {
        List<Bound> bounds = typed.stream().filter(bound -> !bound.isEmpty()).toList();
        if (bounds.equals(bounds(privacy.path(key), kind))) {
            return;
        }
        Map<String, ObjectNode> before = new LinkedHashMap<>();
        for (JsonNode one : privacy.path(key).isArray() ? privacy.path(key) : List.of(privacy.path(key))) {
            if (one instanceof ObjectNode known) {
                before.put(RecipeTree.text(known, "column"), known);
            }
        }
        ArrayNode list = RecipeTree.list();
        for (Bound bound : bounds) {
            ObjectNode node = before.getOrDefault(bound.column(), RecipeTree.node());
            RecipeTree.set(node, "column", bound.column());
            RecipeTree.set(node, kind, bound.kind());
            RecipeTree.setNumber(node, "value", bound.value());
            list.add(node);
        }
        if (list.isEmpty()) {
            privacy.remove(key);
        } else {
            privacy.set(key, list);
        }
    }

    private static void put(Table table, ObjectNode node) {
        RecipeTree.set(node, "personKey", table.personKey());
        RecipeTree.set(node, "others", table.others() ? "drop" : "");
        ObjectNode before = RecipeTree.child(node, "columns");
        ObjectNode after = RecipeTree.node();
        for (Column column : table.columns()) {
            ObjectNode known = before.path(column.name()) instanceof ObjectNode one ? one : RecipeTree.node();
            put(column, known);
            after.set(column.name(), known);
        }
        node.set("columns", after);
    }

    /** What means nothing with another treatment goes with the former one. */
    private static void put(Column column, ObjectNode node) {
        boolean sameMeaning = column.treatment().equals(RecipeTree.text(node, "do"))
                && column.role().equals(RecipeTree.text(node, "role"));
        if (!sameMeaning) {
            List<String> fitting = List.copyOf(ColumnReader.keysOf(column.role(), column.treatment()));
            List.copyOf(node.propertyNames()).stream()
                    .filter(key -> !fitting.contains(key))
                    .forEach(node::remove);
        }
        RecipeTree.set(node, "role", column.role());
        RecipeTree.set(node, "do", column.treatment());
        for (String key : column.fitting()) {
            if (RecipeTree.NUMBERS.contains(key)) {
                RecipeTree.setNumber(node, key, column.setting(key));
            } else {
                RecipeTree.set(node, key, column.setting(key));
            }
        }
    }

    /** Parts of a text that the form has no field for, by their places: they stay as they are. */
    public static List<String> beyond(String text) {
        ObjectNode root = RecipeTree.read(text);
        List<String> places = new ArrayList<>();
        for (String key : List.of("standard", "pseudonyms", "sensitiveConditions", "attack")) {
            RecipeTree.addIfThere(places, root, "", key);
        }
        RecipeTree.addIfThere(places, root.path("privacy"), "privacy.", "kMap");
        RecipeTree.addIfThere(places, root.path("privacy"), "privacy.", "deltaPresence");
        root.path("tables").properties().forEach(table -> {
            String at = "tables." + table.getKey() + ".";
            RecipeTree.addIfThere(places, table.getValue(), at, "csv");
            RecipeTree.addIfThere(places, table.getValue(), at, "history");
            table.getValue()
                    .path("columns")
                    .properties()
                    .forEach(column -> RecipeTree.addIfThere(
                            places, column.getValue(), at + "columns." + column.getKey() + ".", "actions"));
        });
        return places;
    }

    /** Lines of a text with a comment: they are lost when it is written anew. */
    public static long comments(String text) {
        return text.lines().filter(line -> line.matches("\\s*#.*|.*\\s#.*")).count();
    }
}
