package dari.provisioner.profile;

import dari.provisioner.release.Distribution;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a hospital may show of a source before anyone applies ({@code profile.json}). Counts are rounded to 10, anything
 * below 10 is null, and no value appears that fewer than 10 persons (or rows, where no person is known) share.
 *
 * @param profile version of this shape, 1
 * @param standard {@code omop-5.3} when the tables and columns are OMOP's, else null
 */
public record Profile(int profile, Instant madeAt, @Nullable String standard, List<Table> tables) {

    public Profile {
        tables = List.copyOf(tables);
    }

    /** The table of the persons by its name, else the first. */
    Table personTable() {
        return tables.stream()
                .filter(table -> Keys.PERSON_TABLES.contains(table.name().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(tables.get(0));
    }

    /**
     * The same without some columns, references to them included; a table without any column left is left out.
     *
     * @param columns {@code table.column}, compared without case
     */
    public Profile without(Collection<String> columns) {
        return new Coarsening(Set.copyOf(columns), Set.of()).applied(this);
    }

    /**
     * @param rows rounded to 10; null below 10
     * @param persons distinct persons, rounded to 10; null below 10 or when no person key was found
     * @param personKey column that names the person, or null
     */
    public record Table(
            String name,
            @Nullable Long rows,
            @Nullable Long persons,
            @Nullable String personKey,
            List<Column> columns,
            List<Reference> references) {
        public Table {
            columns = List.copyOf(columns);
            references = List.copyOf(references);
        }
    }

    /**
     * @param type text, integer, decimal, date or timestamp
     * @param role the proposed role
     * @param evidence codes of what led to the role, for example {@code name:birthdate}, {@code shape:uuid}
     * @param missing rows without a value, rounded to 10; null when between 1 and 9
     * @param distinct different values, rounded to 10; null below 10
     */
    public record Column(
            String name,
            String type,
            ProposedRole role,
            List<String> evidence,
            @Nullable Long missing,
            @Nullable Long distinct,
            Distribution distribution) {
        public Column {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * A column that refers to another table's key.
     *
     * @param dangling rows that point at nothing, rounded to 10; null when between 1 and 9
     */
    public record Reference(
            String column, String refersTo, @Nullable Long dangling) {}

    /** What a column seems to be; the steward decides. */
    public enum ProposedRole {
        IDENTIFIER,
        QUASI,
        SENSITIVE,
        DATE,
        KEY,
        FREE_TEXT,
        OTHER
    }
}
