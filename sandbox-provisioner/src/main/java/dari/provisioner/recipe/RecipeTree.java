package dari.provisioner.recipe;

import dari.provisioner.BadInput;
import java.math.BigDecimal;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** A recipe's text as a tree that is changed and written again. */
final class RecipeTree {

    /** Settings of a column that are numbers. */
    static final Set<String> NUMBERS = Set.of("level", "maxDays", "minPersons", "min", "max", "deviation", "to");

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,15})?([eE][+-]?\\d{1,2})?");

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER, YAMLWriteFeature.SPLIT_LINES)
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES, YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build();

    private RecipeTree() {}

    /** @throws BadInput naming the line where it is no YAML, or saying that it is no recipe for a form */
    static ObjectNode read(String text) {
        YamlDocument document = YamlDocument.parse(text, "recipe");
        if (!(document.root() instanceof ObjectNode root)) {
            throw RecipeProblem.NO_TREE.at(document.at(""));
        }
        if (!root.path("goal").asString("deidentify").equals("deidentify")) {
            throw RecipeProblem.INVENTS_ROWS.at(document.at("/goal"));
        }
        return root;
    }

    static String write(ObjectNode root) {
        return YAML.writeValueAsString(root);
    }

    static ObjectNode node() {
        return NODES.objectNode();
    }

    static ArrayNode list() {
        return NODES.arrayNode();
    }

    static ObjectNode child(ObjectNode node, String key) {
        if (node.path(key) instanceof ObjectNode there) {
            return there;
        }
        ObjectNode made = NODES.objectNode();
        node.set(key, made);
        return made;
    }

    static void removeIfEmpty(ObjectNode node, String key) {
        if (node.path(key).isEmpty()) {
            node.remove(key);
        }
    }

    /** @param typed empty to remove it; what stands there with the same text keeps its type */
    static void set(ObjectNode node, String key, String typed) {
        if (typed.isEmpty()) {
            node.remove(key);
        } else if (!typed.equals(node.path(key).asString(""))) {
            node.put(key, typed);
        }
    }

    /** The same for a number; what is none is put in as text, for the reader of the recipe to refuse at its place. */
    static void setNumber(ObjectNode node, String key, String typed) {
        if (!typed.isEmpty()
                && NUMBER.matcher(typed).matches()
                && !typed.equals(node.path(key).asString(""))) {
            BigDecimal number = new BigDecimal(typed);
            if (typed.matches("-?\\d+")) {
                node.set(key, NODES.numberNode(number.toBigIntegerExact()));
            } else {
                node.set(key, NODES.numberNode(number));
            }
        } else {
            set(node, key, typed);
        }
    }
}
