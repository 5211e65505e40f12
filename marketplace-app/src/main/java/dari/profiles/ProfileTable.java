package dari.profiles;

import dari.provisioner.profile.Profile;
import dari.provisioner.samples.SampleRows;
import dari.provisioner.samples.SampleTable;
import dari.workspace.ChartBars;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table of a profile as pages show it.
 *
 * @param rows rounded to 10; null below 10
 * @param persons rounded to 10; null below 10 or when no person is known
 * @param sample a few rows made up from what is shown, none from a patient; one value per column
 */
public record ProfileTable(
        String name,
        @Nullable Long rows,
        @Nullable Long persons,
        List<ProfileColumn> columns,
        List<List<@Nullable String>> sample) {

    private static final int SAMPLE_ROWS = 5;

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
        List<SampleTable> samples = SampleRows.of(profile, SAMPLE_ROWS);
        List<ProfileTable> shown = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            Profile.Table table = profile.tables().get(i);
            shown.add(new ProfileTable(
                    table.name(),
                    table.rows(),
                    table.persons(),
                    table.columns().stream().map(ProfileTable::column).toList(),
                    samples.get(i).rows()));
        }
        return shown;
    }

    private static ProfileColumn column(Profile.Column column) {
        return new ProfileColumn(
                column.name(),
                column.type(),
                column.role(),
                column.missing(),
                column.distinct(),
                ChartBars.of(column.distribution()));
    }
}
