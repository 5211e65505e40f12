package dari.provisioner.recipe;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the steward declares about columns of a synthesised table together: a public fact that every invented row keeps. */
public sealed interface Constraint {

    /** File, line and path of it, for errors. */
    String where();

    /**
     * Values that no row has together.
     *
     * @param values by column, as the recipe names it
     */
    record Never(Map<String, Part> values, String where) implements Constraint {
        public Never {
            values = Map.copyOf(values);
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
    }

    /** Columns whose values never fall from one to the next, where both are declared. */
    record Ascending(List<String> columns, String where) implements Constraint {
        public Ascending {
            columns = List.copyOf(columns);
        }
    }

    /** Two columns that always say the same. */
    record Equal(String column, String other, String where) implements Constraint {}

    /**
     * A column whose value follows from another's.
     *
     * @param from the deciding column
     * @param to the decided one
     * @param hierarchy of the deciding column's values
     * @param level of the hierarchy whose labels are the decided column's values
     */
    record Decides(String from, String to, HierarchySpec hierarchy, int level, String where) implements Constraint {}
}
