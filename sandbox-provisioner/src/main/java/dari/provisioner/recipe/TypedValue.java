package dari.provisioner.recipe;

import dari.provisioner.BadInput;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Values of one column in a rule, as a person types them: one, {@code [a list]} or {@code {min: …, max: …}}. */
final class TypedValue {

    /** What is read as the text that it looks like, without quotes. */
    private static final Pattern PLAIN = Pattern.compile("\\p{L}[\\p{L}\\p{N} _./-]*");

    private static final Set<String> WORDS = Set.of("null", "true", "false");

    private static final String MISSING = "null";

    private TypedValue() {}

    static String of(JsonNode node) {
        if (node.isArray()) {
            return node.valueStream().map(TypedValue::inside).collect(Collectors.joining(", ", "[", "]"));
        }
        if (node.isObject()) {
            return node.properties().stream()
                    .map(entry -> entry.getKey() + ": " + inside(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return node.isString() && !isFlow(node.asString()) ? node.asString() : inside(node);
    }

    /** Of brackets that are not closed the text, for the reader of the recipe to refuse at its place. */
    static JsonNode node(String typed) {
        if (typed.equals(MISSING) || isFlow(typed)) {
            try {
                return YamlDocument.parse(typed, "value").root();
            } catch (BadInput e) {
                return RecipeTree.string(typed);
            }
        }
        return RecipeTree.value(typed);
    }

    private static boolean isFlow(String text) {
        return text.startsWith("[") || text.startsWith("{") || text.startsWith("\"");
    }

    private static String inside(JsonNode node) {
        boolean plain = node.isString()
                && PLAIN.matcher(node.asString()).matches()
                && !WORDS.contains(node.asString())
                && !node.asString().endsWith(" ");
        return plain ? node.asString() : node.toString();
    }
}
