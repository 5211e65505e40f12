package dari.provisioner.recipe;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import dari.provisioner.BadInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Checks a document's form against a committed JSON Schema and says the first fault with its line. */
final class RecipeSchema {

    private static final String RECIPE = "recipe.schema.json";

    private RecipeSchema() {}

    static void check(YamlDocument document) {
        check(document, RECIPE);
    }

    /** @param schema name of the committed schema's file */
    static void check(YamlDocument document, String schema) {
        List<Error> errors = read(schema).validate(document.root());
        if (errors.isEmpty()) {
            return;
        }
        Error first = errors.stream()
                .min(Comparator.<Error>comparingInt(
                                e -> document.line(e.getInstanceLocation().toString()))
                        .thenComparing(e -> -e.getInstanceLocation().toString().length()))
                .orElseThrow();
        String pointer = first.getInstanceLocation().toString();
        String property = first.getProperty();
        if ("additionalProperties".equals(first.getKeyword()) && property != null) {
            throw RecipeProblem.UNKNOWN_KEY.at(document.at(pointer + "/" + property), property, schema);
        }
        throw new BadInput(
                "recipe.schema." + first.getMessageKey(),
                Stream.concat(Stream.of(schema), Stream.of(arguments(first))).toList(),
                document.at(pointer),
                first.getMessage().replace('\n', ' '),
                "see " + schema + " for what fits here");
    }

    /** What the validator's own message names. */
    private static String[] arguments(Error error) {
        Object[] told = error.getArguments();
        return told == null
                ? new String[0]
                : Stream.of(told).map(String::valueOf).toArray(String[]::new);
    }

    private static Schema read(String schema) {
        String resource = "/dari/provisioner/schema/" + schema;
        try (InputStream in = RecipeSchema.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is not on the class path");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return SchemaRegistry.withDefaultDialect(
                            SpecificationVersion.DRAFT_2020_12,
                            b -> b.schemaRegistryConfig(SchemaRegistryConfig.builder()
                                    .locale(Locale.ENGLISH)
                                    .build()))
                    .getSchema(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
