package dari.profiles;

import dari.provisioner.profile.Profile;
import dari.workspace.ChartBars;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table of a profile as pages show it.
 *
 * @param rows rounded to 10; null below 10
 * @param persons rounded to 10; null below 10 or when no person is known
 */
public record ProfileTable(
        String name, @Nullable Long rows, @Nullable Long persons, List<ProfileColumn> columns) {

    /**
     * @param missing rows without a value, rounded to 10; null between 1 and 9
     * @param distinct different values, rounded to 10; null below 10
     */
    public record ProfileColumn(
            String name,
            String type,
            Profile.ProposedRole role,
            @Nullable Long missing,
            @Nullable Long distinct,
            ChartBars chart) {}

    static List<ProfileTable> of(Profile profile) {
        return profile.tables().stream()
                .map(table -> new ProfileTable(
                        table.name(),
                        table.rows(),
                        table.persons(),
                        table.columns().stream()
                                .map(column -> new ProfileColumn(
                                        column.name(),
                                        column.type(),
                                        column.role(),
                                        column.missing(),
                                        column.distinct(),
                                        ChartBars.of(column.distribution())))
                                .toList()))
                .toList();
    }
}
