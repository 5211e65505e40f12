package dari.matching.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes fields out of a JSON object and says which one is missing, unknown or of the wrong type. */
final class Fields {

    private Fields() {}

    /** Refuses every field that the shape does not have. */
    static ObjectNode only(ObjectNode object, Set<String> known) {
        object.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException("unknown field " + name + "; known are "
                            + String.join(", ", known.stream().sorted().toList()));
                });
        return object;
    }

    /** A text that must be there and not be blank. */
    static String text(ObjectNode object, String name) {
        JsonNode node = object.path(name);
        if (!node.isString() || node.stringValue().isBlank()) {
            throw new IllegalArgumentException(name + " must be a text that is not empty");
        }
        return node.stringValue();
    }

    /** A text, or nothing when absent. */
    static String textOrEmpty(ObjectNode object, String name) {
        JsonNode node = object.path(name);
        if (node.isMissingNode() || node.isNull()) {
            return "";
        }
        if (!node.isString()) {
            throw new IllegalArgumentException(name + " must be a text");
        }
        return node.stringValue();
    }

    static ObjectNode object(ObjectNode object, String name) {
        if (object.path(name) instanceof ObjectNode inner) {
            return inner;
        }
        throw new IllegalArgumentException(name + " must be an object");
    }

    /**
     * The values of a list of objects that must be there; what is wrong with one is said with its position.
     *
     * @param parse makes the value; its IllegalArgumentException becomes one with the position
     */
    static <T> List<T> elements(ObjectNode object, String name, Function<ObjectNode, T> parse) {
        List<T> values = new ArrayList<>();
        for (JsonNode element : array(object, name)) {
            try {
                if (!(element instanceof ObjectNode inner)) {
                    throw new IllegalArgumentException("must be an object");
                }
                values.add(parse.apply(inner));
            } catch (IllegalArgumentException e) {
                throw new BadElement(name, values.size(), String.valueOf(e.getMessage()));
            }
        }
        return values;
    }

    /** The texts of an object by their names. */
    static Map<String, String> textByName(ObjectNode object, String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        object.properties().forEach(property -> texts.put(property.getKey(), element(property.getValue(), name)));
        return texts;
    }

    /** The whole numbers of an object by their names. */
    static Map<String, Integer> wholeNumbers(ObjectNode object, String name) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        object.properties().forEach(property -> {
            if (!property.getValue().isInt()) {
                throw new IllegalArgumentException(name + "." + property.getKey() + " must be a whole number");
            }
            numbers.put(property.getKey(), property.getValue().intValue());
        });
        return numbers;
    }

    static List<String> texts(ObjectNode object, String name) {
        return array(object, name)
                .valueStream()
                .map(node -> element(node, name))
                .toList();
    }

    /** A list of texts in which an inner list ties its texts. */
    static List<List<String>> tiers(ObjectNode object, String name) {
        return array(object, name)
                .valueStream()
                .map(node -> node.isArray()
                        ? node.valueStream().map(inner -> element(inner, name)).toList()
                        : List.of(element(node, name)))
                .toList();
    }

    static int wholeNumber(ObjectNode object, String name) {
        JsonNode node = object.path(name);
        if (!node.isInt()) {
            throw new IllegalArgumentException(name + " must be a whole number");
        }
        return node.intValue();
    }

    static JsonNode array(ObjectNode object, String name) {
        JsonNode node = object.path(name);
        if (!node.isArray()) {
            throw new IllegalArgumentException(name + " must be a list");
        }
        return node;
    }

    static String element(JsonNode node, String name) {
        if (!node.isString()) {
            throw new IllegalArgumentException(name + " must hold texts");
        }
        return node.stringValue();
    }
}
