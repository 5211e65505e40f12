package dari.provisioner.recipe;

import dari.provisioner.BadInput;
import dari.provisioner.Sha256;
import dari.provisioner.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** The bytes behind a {@link RecipeHash}. */
final class CanonicalRecipe {

    private CanonicalRecipe() {}

    /** @param files referenced hierarchy files by the name the recipe uses */
    static RecipeHash hash(JsonNode recipe, SortedMap<String, Path> files) {
        StringBuilder canonical = new StringBuilder("dari-recipe-1\n");
        append(recipe, canonical);
        for (Map.Entry<String, Path> file : files.entrySet()) {
            canonical.append('\n').append(quoted(file.getKey())).append(' ').append(Sha256.hex(bytes(file.getValue())));
        }
        return new RecipeHash(Sha256.hex(canonical.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new BadInput(file.toString(), "cannot be read", "give an existing hierarchy file");
        }
    }

    private static void append(JsonNode node, StringBuilder out) {
        if (node.isObject()) {
            TreeMap<String, JsonNode> sorted = new TreeMap<>();
            node.properties().forEach(e -> sorted.put(e.getKey(), e.getValue()));
            out.append('{');
            sorted.forEach((key, value) -> {
                out.append(quoted(key)).append(':');
                append(value, out);
                out.append(',');
            });
            out.append('}');
        } else if (node.isArray()) {
            out.append('[');
            node.forEach(item -> {
                append(item, out);
                out.append(',');
            });
            out.append(']');
        } else if (node.isNumber()) {
            out.append(node.decimalValue().stripTrailingZeros().toPlainString());
        } else {
            out.append(node.isString() ? quoted(node.stringValue()) : node.toString());
        }
    }

    private static String quoted(String text) {
        return Json.mapper().writeValueAsString(text);
    }
}
