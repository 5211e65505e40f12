package dari.provisioner.recipe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What two texts of a recipe say differently, whatever their spacing, order and comments. */
public final class RecipeDifference {

    private RecipeDifference() {}

    /**
     * One value.
     *
     * @param place for example {@code tables.person.columns.birth.do}
     * @param before null where it was not said
     * @param after null where it is said no more
     */
    public record Change(
            String place, @Nullable String before, @Nullable String after) {}

    /**
     * In the order of the first text, then of the second.
     *
     * @throws dari.provisioner.BadInput naming the line where one of them is no YAML
     */
    public static List<Change> between(String before, String after) {
        return between(values(before), values(after));
    }

    /**
     * The same of the domain that a recipe names: {@code file.column} is a place.
     *
     * @throws dari.provisioner.BadInput naming the line where one of them is no JSON
     */
    public static List<Change> ofDomains(String file, String before, String after) {
        Map<String, String> old = new LinkedHashMap<>();
        Map<String, String> now = new LinkedHashMap<>();
        DomainFields.read(before, file).properties().forEach(c -> collect(file + "." + c.getKey(), c.getValue(), old));
        DomainFields.read(after, file).properties().forEach(c -> collect(file + "." + c.getKey(), c.getValue(), now));
        return between(old, now);
    }

    private static List<Change> between(Map<String, String> old, Map<String, String> now) {
        Set<String> places = new LinkedHashSet<>(old.keySet());
        places.addAll(now.keySet());
        return places.stream()
                .map(place -> new Change(place, old.get(place), now.get(place)))
                .filter(change -> !Objects.equals(change.before(), change.after()))
                .toList();
    }

    private static Map<String, String> values(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        if (!text.isBlank()) {
            collect("", YamlDocument.parse(text, "recipe").root(), values);
        }
        return values;
    }

    private static void collect(String place, JsonNode node, Map<String, String> values) {
        String inside = place.isEmpty() ? "" : place + ".";
        if (node.isObject() && !node.isEmpty()) {
            node.properties().forEach(entry -> collect(inside + entry.getKey(), entry.getValue(), values));
        } else if (node.isArray() && node.valueStream().allMatch(JsonNode::isValueNode)) {
            List<String> items = new ArrayList<>();
            node.forEach(item -> items.add(item.asString()));
            values.put(place, String.join(", ", items));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(inside + i, node.get(i), values);
            }
        } else {
            values.put(place, node.isObject() ? "{}" : node.asString());
        }
    }
}
