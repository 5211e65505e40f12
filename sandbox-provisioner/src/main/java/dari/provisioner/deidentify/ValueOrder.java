package dari.provisioner.deidentify;

import dari.provisioner.recipe.RecipeProblem;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Values from least to most, for an ordered distance: a missing one first, then as the recipe says, or as numbers or dates. */
public final class ValueOrder {

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+([.][0-9]+)?([eE][+-]?[0-9]{1,3})?");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}.*");

    private ValueOrder() {}

    /**
     * @param order as the recipe names it; empty for numbers and dates
     * @param values different values
     * @param where the recipe's line, for errors
     */
    public static List<String> sorted(List<String> order, Collection<String> values, String where) {
        if (!order.isEmpty()) {
            long unknown = values.stream()
                    .filter(v -> !v.isEmpty() && !order.contains(v))
                    .count();
            if (unknown > 0) {
                throw RecipeProblem.ORDER_LACKS.at(where, unknown);
            }
            return sorted(values, Comparator.comparing(order::indexOf));
        }
        if (values.stream().allMatch(v -> v.isEmpty() || NUMBER.matcher(v).matches())) {
            return sorted(values, Comparator.comparing(BigDecimal::new));
        }
        if (values.stream().allMatch(v -> v.isEmpty() || DATE.matcher(v).matches())) {
            return sorted(values, Comparator.comparing(Function.identity()));
        }
        throw RecipeProblem.NO_ORDER.at(where);
    }

    private static List<String> sorted(Collection<String> values, Comparator<String> order) {
        return values.stream()
                .distinct()
                .sorted((a, b) -> a.isEmpty() || b.isEmpty()
                        ? Boolean.compare(b.isEmpty(), a.isEmpty())
                        : order.thenComparing(Comparator.naturalOrder()).compare(a, b))
                .toList();
    }
}
