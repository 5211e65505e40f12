package dari.provisioner.recipe;

import dari.provisioner.BadInput;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** A recipe's text as a tree that is changed and written again. */
final class RecipeTree {

    /** Settings of a column that are numbers. */
    static final Set<String> NUMBERS = Set.of("level", "maxDays", "minPersons", "min", "max", "deviation", "to");

    private static final String REQUIRED = "required";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,15})?([eE][+-]?\\d{1,2})?");

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER, YAMLWriteFeature.SPLIT_LINES)
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES, YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build();

    private RecipeTree() {}

    /** @throws BadInput naming the line where it is no YAML, or saying that it is no recipe */
    static ObjectNode read(String text) {
        return root(YamlDocument.parse(text, "recipe"));
    }

    /** @throws BadInput as {@link #read(String)}, and when the recipe has another goal */
    static ObjectNode read(String text, RecipeGoal goal) {
        YamlDocument document = YamlDocument.parse(text, "recipe");
        ObjectNode root = root(document);
        if (RecipeGoal.of(root) != goal) {
            throw RecipeProblem.OTHER_GOAL.at(document.at("/goal"), goal.word());
        }
        return root;
    }

    private static ObjectNode root(YamlDocument document) {
        if (document.root() instanceof ObjectNode root) {
            return root;
        }
        throw RecipeProblem.NO_TREE.at(document.at(""));
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

    /** A plain value as it is typed; empty where there is none. */
    static String text(JsonNode node, String key) {
        return node.path(key).isValueNode() ? node.path(key).asString() : "";
    }

    /** Share of persons that the attacks hold out; {@code required} for the usual one, empty for no attacks. */
    static String holdout(ObjectNode root) {
        JsonNode assessment = root.path("assessment");
        if (assessment.isObject()) {
            return text(assessment, "holdout");
        }
        return assessment.asString("").equals(REQUIRED) ? REQUIRED : "";
    }

    static void setHoldout(ObjectNode root, String typed) {
        if (typed.equals(holdout(root))) {
            return; // no attacks may be said or unsaid
        }
        if (typed.isEmpty()) {
            root.remove("assessment");
        } else if (typed.equals(REQUIRED)) {
            set(root, "assessment", typed);
        } else {
            setNumber(child(root, "assessment"), "holdout", typed);
        }
    }

    /** Whether the release may leave as files. */
    static boolean files(ObjectNode root) {
        return root.path("delivery").path("files").asBoolean(false);
    }

    static void setFiles(ObjectNode root, boolean files) {
        if (files) {
            child(root, "delivery").put("files", true);
        } else {
            root.remove("delivery");
        }
    }

    /** {@code at.key} where the node has the key. */
    static void addIfThere(List<String> places, JsonNode node, String at, String key) {
        if (node.has(key)) {
            places.add(at + key);
        }
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
            node.set(key, number(typed));
        } else {
            set(node, key, typed);
        }
    }

    /** A number where the text is one, else the text. */
    static JsonNode value(String typed) {
        return NUMBER.matcher(typed).matches() ? number(typed) : string(typed);
    }

    static JsonNode string(String text) {
        return NODES.stringNode(text);
    }

    private static JsonNode number(String typed) {
        BigDecimal number = new BigDecimal(typed);
        return typed.matches("-?\\d+") ? NODES.numberNode(number.toBigIntegerExact()) : NODES.numberNode(number);
    }
}
