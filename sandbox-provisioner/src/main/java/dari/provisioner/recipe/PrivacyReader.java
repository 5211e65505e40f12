package dari.provisioner.recipe;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what a recipe asks of the person table. */
final class PrivacyReader {

    private static final double DEFAULT_CONFIDENCE = 0.99;

    private final YamlDocument document;
    private final NamedFiles files;

    PrivacyReader(YamlDocument document, NamedFiles files) {
        this.document = document;
        this.files = files;
    }

    PrivacyModel read(List<TableRecipe> tables, @Nullable String personTable) {
        JsonNode node = document.root().path("privacy");
        if (!node.has("k") && !node.has("kMap")) {
            boolean more = node.has("l") || node.has("t") || node.has("deltaPresence");
            if (more || personTable != null) {
                throw RecipeProblem.K_MISSING.at(document.at("/privacy"));
            }
        }
        if (!node.has("k") && tables.stream().anyMatch(t -> t.history() != null)) {
            throw RecipeProblem.K_FOR_HISTORY.at(document.at("/privacy"));
        }
        if (!node.has("k") && !node.has("kMap")) {
            return PrivacyModel.NONE;
        }
        TableRecipe persons = tables.stream()
                .filter(t -> t.name().equals(personTable))
                .findFirst()
                .orElseThrow(
                        () -> RecipeProblem.NO_QUASI.at(document.at(node.has("k") ? "/privacy/k" : "/privacy/kMap")));
        boolean global = "global".equals(node.path("recoding").asString("local"));
        return new PrivacyModel(
                node.path("k").asInt(1),
                diversities(node.path("l"), persons),
                closenesses(node.path("t"), persons),
                kMap(node.path("kMap")),
                presence(node.path("deltaPresence"), global, node.path("kMap").path("population")),
                global ? PrivacyModel.Recoding.GLOBAL : PrivacyModel.Recoding.LOCAL,
                node.path("suppressionLimit").asDouble(0));
    }

    private List<PrivacyModel.Diversity> diversities(JsonNode node, TableRecipe persons) {
        List<PrivacyModel.Diversity> list = new ArrayList<>();
        each(
                node,
                "/privacy/l",
                (at, one) -> list.add(new PrivacyModel.Diversity(
                        sensitive(at, persons, one),
                        "entropy".equals(one.path("kind").asString("distinct")),
                        one.get("value").doubleValue())));
        return list;
    }

    private List<PrivacyModel.Closeness> closenesses(JsonNode node, TableRecipe persons) {
        List<PrivacyModel.Closeness> list = new ArrayList<>();
        each(node, "/privacy/t", (at, one) -> {
            boolean ordered = "ordered".equals(one.path("distance").asString("equal"));
            List<String> order = new ArrayList<>();
            one.path("order").forEach(value -> order.add(value.asString()));
            if (!ordered && !order.isEmpty()) {
                throw RecipeProblem.ORDER_ALONE.at(document.at(at + "/order"));
            }
            list.add(new PrivacyModel.Closeness(
                    sensitive(at, persons, one),
                    ordered ? PrivacyModel.Distance.ORDERED : PrivacyModel.Distance.EQUAL,
                    one.get("value").doubleValue(),
                    order));
        });
        return list;
    }

    @FunctionalInterface
    private interface Each {
        void read(String at, JsonNode one);
    }

    private static void each(JsonNode node, String at, Each reader) {
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                reader.read(at + "/" + i, node.get(i));
            }
        } else if (!node.isMissingNode()) {
            reader.read(at, node);
        }
    }

    private PrivacyModel.@Nullable KMap kMap(JsonNode node) {
        if (node.isMissingNode()) {
            return null;
        }
        JsonNode population = node.get("population");
        int k = node.get("k").intValue();
        return population.isString()
                ? new PrivacyModel.KMap(k, file("/privacy/kMap/population", population), 0, 0)
                : new PrivacyModel.KMap(
                        k,
                        null,
                        population.get("persons").longValue(),
                        population.path("confidence").asDouble(DEFAULT_CONFIDENCE));
    }

    private PrivacyModel.@Nullable Presence presence(JsonNode node, boolean global, JsonNode ofKMap) {
        if (node.isMissingNode()) {
            return null;
        }
        if (!global) {
            throw RecipeProblem.PRESENCE_RECODING.at(document.at("/privacy/deltaPresence"));
        }
        double min = node.path("min").asDouble(0);
        double max = node.get("max").doubleValue();
        if (min > max) {
            throw RecipeProblem.MIN_ABOVE_MAX.at(document.at("/privacy/deltaPresence/min"));
        }
        JsonNode population = node.get("population");
        if (ofKMap.isString() && !ofKMap.equals(population)) {
            throw RecipeProblem.OTHER_POPULATION.at(document.at("/privacy/deltaPresence/population"));
        }
        return new PrivacyModel.Presence(min, max, file("/privacy/deltaPresence/population", population));
    }

    private Path file(String at, JsonNode node) {
        return files.find(document, at, node.stringValue());
    }

    private String sensitive(String at, TableRecipe persons, JsonNode node) {
        String column = node.get("column").stringValue();
        return persons.column(column)
                .filter(c -> c.role() == Role.SENSITIVE && c.treatment() instanceof Treatment.Keep)
                .map(ColumnRecipe::name)
                .orElseThrow(() -> RecipeProblem.NOT_SENSITIVE.at(document.at(at + "/column"), persons.name()));
    }
}
