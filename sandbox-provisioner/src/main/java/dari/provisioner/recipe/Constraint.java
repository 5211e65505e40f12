package dari.provisioner.recipe;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the steward declares of what is synthesised: a public fact that every invented row or history keeps. */
public sealed interface Constraint {

    /** File, line and path of it, for errors. */
    String where();

    /** As a certificate says it: names, values and signs, in no language. */
    String words();

    /**
     * Values that no row has together.
     *
     * @param values by column, as the recipe names it
     */
    record Never(Map<String, Part> values, String where) implements Constraint {
        public Never {
            values = Map.copyOf(values);
        }

        @Override
        public String words() {
            return values.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(part -> part.getKey() + " " + part.getValue().words())
                    .collect(Collectors.joining(" & ", "¬(", ")"));
        }
    }

    /**
     * Some values of a column: listed ones or a range.
     *
     * @param listed null for a missing value
     * @param min smallest value of the range; null for a list, or from the least
     * @param max largest value of the range; null for a list, or to the greatest
     */
    record Part(
            List<@Nullable String> listed,
            @Nullable String min,
            @Nullable String max,
            String where) {

        public Part {
            listed = Collections.unmodifiableList(new ArrayList<>(listed)); // holds null
        }

        /** Whether it is what lies between the bounds. */
        public boolean isRange() {
            return listed.isEmpty();
        }

        private String words() {
            return isRange()
                    ? Objects.requireNonNullElse(min, "") + "…" + Objects.requireNonNullElse(max, "")
                    : listed.stream().map(value -> value == null ? "∅" : value).collect(Collectors.joining("|"));
        }
    }

    /** Columns whose values never fall from one to the next, where both are declared. */
    record Ascending(List<String> columns, String where) implements Constraint {
        public Ascending {
            columns = List.copyOf(columns);
        }

        @Override
        public String words() {
            return String.join(" ≤ ", columns);
        }
    }

    /** Two columns that always say the same. */
    record Equal(String column, String other, String where) implements Constraint {
        @Override
        public String words() {
            return column + " = " + other;
        }
    }

    /**
     * A column whose value follows from another's.
     *
     * @param from the deciding column
     * @param to the decided one
     * @param hierarchy of the deciding column's values
     * @param level of the hierarchy whose labels are the decided column's values
     */
    record Decides(String from, String to, HierarchySpec hierarchy, int level, String where) implements Constraint {
        @Override
        public String words() {
            return from + " → " + to;
        }
    }

    /** Concepts that are recorded of nobody before the first of certain others; of histories. */
    record Follows(Concepts later, Concepts earlier, String where) implements Constraint {
        @Override
        public String words() {
            return earlier.words() + " ≤ " + later.words();
        }
    }

    /**
     * Concepts of one clinical table.
     *
     * @param column the table's column of concepts, as the recipe names it
     */
    record Concepts(String column, List<String> ids, String where) {
        public Concepts {
            ids = List.copyOf(ids);
        }

        private String words() {
            return column + " " + String.join("|", ids);
        }
    }
}
