package dari.provisioner.recipe;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A YAML text as a tree that still knows on which line each of its parts stands. */
final class YamlDocument {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final String where;
    private final Map<String, Integer> lines = new HashMap<>();
    private JsonNode root = NODES.missingNode();

    private YamlDocument(String where) {
        this.where = where;
    }

    /** @param where how the text is named in an error */
    static YamlDocument parse(String text, String where) {
        YamlDocument document = new YamlDocument(where);
        try (JsonParser parser = YAML.createParser(text)) {
            if (parser.nextToken() == null) {
                throw RecipeProblem.EMPTY.at(where + ":1");
            }
            document.root = document.node(parser, "");
            if (parser.nextToken() != null) {
                throw RecipeProblem.SECOND_DOCUMENT.at(where + ":" + line(parser));
            }
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            boolean duplicate = String.valueOf(e.getOriginalMessage()).startsWith("Duplicate");
            throw (duplicate ? RecipeProblem.KEY_TWICE : RecipeProblem.NOT_YAML).at(where + ":" + line);
        }
        return document;
    }

    JsonNode root() {
        return root;
    }

    /** @param pointer for example {@code /tables/person} */
    String at(String pointer) {
        String path = pointer.isEmpty() ? "" : " " + pointer.substring(1).replace('/', '.');
        return where + ":" + line(pointer) + path;
    }

    /** The line of a part, or of the nearest enclosing one when it does not exist. */
    int line(String pointer) {
        String part = pointer;
        while (!lines.containsKey(part) && !part.isEmpty()) {
            part = part.substring(0, Math.max(0, part.lastIndexOf('/')));
        }
        return lines.getOrDefault(part, 1);
    }

    private JsonNode node(JsonParser parser, String pointer) {
        lines.putIfAbsent(pointer, line(parser));
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> object(parser, pointer);
            case START_ARRAY -> array(parser, pointer);
            case VALUE_NUMBER_INT -> NODES.numberNode(parser.getBigIntegerValue());
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDecimalValue());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NODES.nullNode();
            case VALUE_STRING -> NODES.stringNode(parser.getString());
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
                throw RecipeProblem.YAML_FORM.at(at(pointer));
        };
    }

    private ObjectNode object(JsonParser parser, String pointer) {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            String child = pointer + "/" + name;
            lines.put(child, line(parser));
            parser.nextToken();
            object.set(name, node(parser, child));
        }
        return object;
    }

    private ArrayNode array(JsonParser parser, String pointer) {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(node(parser, pointer + "/" + array.size()));
        }
        return array;
    }

    private static int line(JsonParser parser) {
        return Math.max(1, parser.currentTokenLocation().getLineNr());
    }
}
