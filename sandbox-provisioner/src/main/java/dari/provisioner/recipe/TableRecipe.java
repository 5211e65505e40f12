package dari.provisioner.recipe;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One table's treatment.
 *
 * @param delimiter of its CSV file; 0 where the recipe leaves it to the file's header line
 * @param personKey column that names the person, or null when rows are persons
 * @param columns in the order of the recipe
 * @param dropOthers whether unlisted columns are dropped; otherwise one is an error
 * @param history protection of the set of codes a person has, or null
 * @param where file and line of it, for errors
 */
public record TableRecipe(
        String name,
        char delimiter,
        @Nullable String personKey,
        List<ColumnRecipe> columns,
        boolean dropOthers,
        @Nullable History history,
        String where) {

    public TableRecipe {
        columns = List.copyOf(columns);
    }

    /** @param column compared without case */
    public Optional<ColumnRecipe> column(String column) {
        return columns.stream().filter(c -> c.name().equalsIgnoreCase(column)).findFirst();
    }

    public List<ColumnRecipe> ofRole(Role role) {
        return columns.stream().filter(c -> c.role() == role).toList();
    }

    /**
     * Codes are grouped until any {@code known} codes of one person are shared by at least {@code minPersons} persons of the
     * same class of the person table (k^m-anonymity: Terrovitis, Mamoulis, Kalnis, PVLDB 1(1), 2008, within each class).
     *
     * @param code column of the codes
     * @param known m: codes of one person that an acquaintance may know, 1 or 2
     * @param minPersons persons of a class that must share them
     * @param with columns that say the same as the code and are emptied where it is grouped
     * @param alikeCounts whether rows are left out until each number of rows per person is shared by that many as well
     * @param other what a grouped code becomes
     */
    public record History(
            String code, int known, int minPersons, List<String> with, boolean alikeCounts, String other) {
        public History {
            with = List.copyOf(with);
        }
    }

    boolean isRowByRow() {
        return history == null && columns.stream().noneMatch(column -> column.treatment() instanceof Treatment.Scrub);
    }
}
