package dari.provisioner.recipe;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happens to the source as a whole before its columns are treated.
 *
 * @param sample share of persons drawn by the key, above 0 and at most 1
 * @param project whose releases share pseudonyms; null when only runs of this very recipe do
 * @param release name of a release whose pseudonyms differ from the project's others, or null
 * @param generation which key of the key file, 1 for the oldest; null for the newest
 * @param conditions how conditions that need special approval are handled, or null
 */
public record Preparation(
        double sample,
        @Nullable String project,
        @Nullable String release,
        @Nullable Integer generation,
        @Nullable SensitiveConditions conditions) {

    public static final Preparation NONE = new Preparation(1, null, null, null, null);

    /**
     * Conditions that need own consent or special approval (DOMAIN.md section 5).
     *
     * @param groups names of groups of codes
     * @param file the steward's own list ({@code group;code or range}); null for the built-in one
     * @param columns {@code table.column}s that hold ICD-10 or KCD codes
     * @param approval why the codes may leave ({@link Rule#ALLOW}); null otherwise
     */
    public record SensitiveConditions(
            Rule rule,
            List<String> groups,
            @Nullable Path file,
            List<String> columns,
            @Nullable String approval) {
        public SensitiveConditions {
            groups = List.copyOf(groups);
            columns = List.copyOf(columns);
        }

        /** What is done about them. */
        public enum Rule {
            /** Rows with such a code do not leave. */
            DROP_ROWS,
            /** Persons with such a code do not leave, in any table. */
            DROP_PERSONS,
            /** They leave, under the approval that the recipe names. */
            ALLOW
        }
    }
}
