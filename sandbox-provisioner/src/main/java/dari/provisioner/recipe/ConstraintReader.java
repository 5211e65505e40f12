package dari.provisioner.recipe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads {@code constraints} of a synthesised table or of histories; the schema has checked their form. */
final class ConstraintReader {

    private final YamlDocument document;
    private final NamedFiles files;

    ConstraintReader(YamlDocument document, NamedFiles files) {
        this.document = document;
        this.files = files;
    }

    /**
     * Of one table.
     *
     * @param pointer of the list
     */
    List<Constraint> ofTable(JsonNode list, String pointer) {
        return read(list, pointer, List.of("follows"), RecipeProblem.RULE_OF_HISTORIES);
    }

    /** Of histories. */
    List<Constraint> ofHistories(JsonNode list, String pointer) {
        return read(list, pointer, List.of("ascending", "equal", "decides"), RecipeProblem.RULE_OF_ONE_TABLE);
    }

    private List<Constraint> read(JsonNode list, String pointer, List<String> foreign, RecipeProblem problem) {
        List<Constraint> constraints = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            String at = pointer + "/" + i;
            for (String key : foreign) {
                if (list.get(i).has(key)) {
                    throw problem.at(document.at(at + "/" + key));
                }
            }
            constraints.add(constraint(list.get(i), at));
        }
        return constraints;
    }

    private Constraint constraint(JsonNode node, String at) {
        if (node.has("never")) {
            return never(node.get("never"), at + "/never");
        }
        if (node.has("follows")) {
            JsonNode follows = node.get("follows");
            return new Constraint.Follows(
                    concepts(follows.get("later"), at + "/follows/later"),
                    concepts(follows.get("earlier"), at + "/follows/earlier"),
                    document.at(at + "/follows"));
        }
        if (node.has("ascending")) {
            return new Constraint.Ascending(names(node.get("ascending")), document.at(at + "/ascending"));
        }
        if (node.has("equal")) {
            List<String> columns = names(node.get("equal"));
            return new Constraint.Equal(columns.get(0), columns.get(1), document.at(at + "/equal"));
        }
        JsonNode decides = node.get("decides");
        String where = at + "/decides";
        return new Constraint.Decides(
                decides.get("from").stringValue(),
                decides.get("to").stringValue(),
                files.hierarchy(
                        document, where + "/hierarchy", decides.get("hierarchy").stringValue()),
                decides.get("level").asInt(),
                document.at(where));
    }

    private Constraint.Concepts concepts(JsonNode node, String at) {
        Map.Entry<String, JsonNode> only = node.properties().iterator().next();
        List<String> ids = new ArrayList<>();
        if (only.getValue().isArray()) {
            only.getValue().forEach(id -> ids.add(id.asString()));
        } else {
            ids.add(only.getValue().asString());
        }
        return new Constraint.Concepts(only.getKey(), ids, document.at(at + "/" + only.getKey()));
    }

    private Constraint never(JsonNode node, String at) {
        Map<String, Constraint.Part> parts = new LinkedHashMap<>();
        node.properties().forEach(entry -> {
            String where = document.at(at + "/" + entry.getKey());
            boolean twice = parts.keySet().stream().anyMatch(name -> name.equalsIgnoreCase(entry.getKey()));
            if (twice) {
                throw RecipeProblem.NAMED_TWICE.at(where);
            }
            parts.put(entry.getKey(), part(entry.getValue(), where));
        });
        return new Constraint.Never(parts, document.at(at));
    }

    private static Constraint.Part part(JsonNode node, String where) {
        if (node.isObject()) {
            return new Constraint.Part(
                    List.of(),
                    node.has("min") ? text(node.get("min")) : null,
                    node.has("max") ? text(node.get("max")) : null,
                    where);
        }
        List<@Nullable String> listed = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(value -> listed.add(text(value)));
        } else {
            listed.add(text(node));
        }
        return new Constraint.Part(listed, null, null, where);
    }

    private static @Nullable String text(JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        return value.isNumber() ? value.decimalValue().stripTrailingZeros().toPlainString() : value.asString();
    }

    private static List<String> names(JsonNode list) {
        List<String> names = new ArrayList<>();
        list.forEach(name -> names.add(name.stringValue()));
        return names;
    }
}
