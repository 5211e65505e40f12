package dari.provisioner.recipe;

import dari.provisioner.BadInput;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a form shows of the public domain of a table's columns: read from the domain's file, and put into it. Values are as they are
 * typed; whether they are right is said by whoever reads the file that comes of it.
 */
public record DomainFields(List<Column> columns) {

    /** How a column can be declared. */
    public static final List<String> KINDS = List.of("codes", "values", "range");

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    public DomainFields {
        columns = List.copyOf(columns);
    }

    /**
     * @param kind one of {@link #KINDS}; empty for a column that is not declared yet
     * @param size of codes 0 to size − 1
     * @param values one a line
     * @param min least number or first day of a range
     * @param max greatest number or last day of it
     * @param bins intervals of it
     */
    public record Column(String name, String kind, String size, String values, String min, String max, String bins) {

        public static Column named(String name) {
            return new Column(name, "", "", "", "", "", "");
        }
    }

    /**
     * @param text of the domain's file; empty for none yet
     * @param where how it is named in an error
     * @throws BadInput naming the line where it is no JSON
     */
    public static DomainFields of(String text, String where) {
        return new DomainFields(read(text, where).properties().stream()
                .map(entry -> column(entry.getKey(), entry.getValue()))
                .toList());
    }

    /** A domain's file as a tree, for comparing. */
    static ObjectNode read(String text, String where) {
        if (text.isBlank()) {
            return RecipeTree.node();
        }
        try {
            if (MAPPER.readTree(text) instanceof ObjectNode root) {
                return root;
            }
            throw RecipeProblem.DOMAIN_EMPTY.at(where);
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            throw RecipeProblem.DOMAIN_JSON.at(where + ":" + line);
        }
    }

    private static Column column(String name, JsonNode node) {
        if (node.isValueNode()) {
            return new Column(name, "codes", node.asString(), "", "", "", "");
        }
        if (node.has("values")) {
            String values =
                    node.get("values").valueStream().map(JsonNode::asString).collect(Collectors.joining("\n"));
            return new Column(name, "values", "", values, "", "", "");
        }
        boolean range = node.has("min") || node.has("max") || node.has("bins");
        return new Column(
                name,
                range ? "range" : "",
                "",
                "",
                RecipeTree.text(node, "min"),
                RecipeTree.text(node, "max"),
                RecipeTree.text(node, "bins"));
    }

    /**
     * The file with these fields. Where they say what it says already it stays to the letter; a column that says what it said keeps
     * how it was written.
     *
     * @throws BadInput as {@link #of}
     */
    public String into(String text, String where) {
        if (equals(of(text, where))) {
            return text;
        }
        ObjectNode before = read(text, where);
        List<String> lines = new ArrayList<>();
        for (Column column : columns) {
            JsonNode known = before.path(column.name());
            JsonNode node =
                    !known.isMissingNode() && column(column.name(), known).equals(column) ? known : node(column);
            lines.add("  " + MAPPER.writeValueAsString(column.name()) + ": " + node);
        }
        return lines.stream().collect(Collectors.joining(",\n", "{\n", "\n}\n"));
    }

    private static JsonNode node(Column column) {
        ObjectNode node = RecipeTree.node();
        switch (column.kind()) {
            case "codes" -> {
                return RecipeTree.value(column.size());
            }
            case "values" -> {
                ArrayNode values = RecipeTree.list();
                column.values()
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .forEach(values::add);
                node.set("values", values);
            }
            case "range" -> { // what is not said yet stands there empty, so that the kind is not forgotten
                node.set("min", RecipeTree.value(column.min()));
                node.set("max", RecipeTree.value(column.max()));
                node.set("bins", RecipeTree.value(column.bins()));
            }
            default -> {
                return node; // not declared yet
            }
        }
        return node;
    }
}
