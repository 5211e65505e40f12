package dari.provisioner.profile;

import dari.provisioner.release.Distribution;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a steward leaves out of a profile before it is shown.
 *
 * @param hiddenColumns {@code table.column}, compared without case: not even the name is shown
 * @param hiddenDistributions {@code table.column}: name, type and counts are shown, values are not
 */
public record Coarsening(Set<String> hiddenColumns, Set<String> hiddenDistributions) {

    public static final Coarsening NONE = new Coarsening(Set.of(), Set.of());

    public Coarsening {
        hiddenColumns = lower(hiddenColumns);
        hiddenDistributions = lower(hiddenDistributions);
    }

    public boolean hides(Profile.Table table, String column) {
        return hiddenColumns.contains(name(table.name(), column));
    }

    public boolean hidesDistribution(Profile.Table table, String column) {
        return hiddenDistributions.contains(name(table.name(), column));
    }

    /** A table whose columns are all hidden is left out itself, and so is a reference to a hidden column. */
    public Profile applied(Profile profile) {
        return new Profile(
                profile.profile(),
                profile.madeAt(),
                profile.standard(),
                profile.tables().stream()
                        .map(this::applied)
                        .filter(table -> !table.columns().isEmpty())
                        .toList());
    }

    private Profile.Table applied(Profile.Table table) {
        String key = table.personKey();
        List<Profile.Column> columns = table.columns().stream()
                .filter(column -> !hides(table, column.name()))
                .map(column -> hidesDistribution(table, column.name()) ? withoutValues(column) : column)
                .toList();
        return new Profile.Table(
                table.name(),
                table.rows(),
                table.persons(),
                key == null || hides(table, key) ? null : key,
                columns,
                table.references().stream()
                        .filter(reference -> !hides(table, reference.column())
                                && !hiddenColumns.contains(reference.refersTo().toLowerCase(Locale.ROOT)))
                        .toList());
    }

    private static Profile.Column withoutValues(Profile.Column column) {
        return new Profile.Column(
                column.name(),
                column.type(),
                column.role(),
                column.evidence(),
                column.missing(),
                column.distinct(),
                Distribution.NONE);
    }

    private static String name(String table, String column) {
        return (table + "." + column).toLowerCase(Locale.ROOT);
    }

    private static Set<String> lower(Set<String> names) {
        return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }
}
