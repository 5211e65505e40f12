package dari.provisioner.deidentify;

import dari.provisioner.Sha256;
import dari.provisioner.engine.DuckDb;
import dari.provisioner.engine.SourceDirectory;
import dari.provisioner.engine.Sql;
import dari.provisioner.recipe.RecipeProblem;
import dari.provisioner.recipe.Treatment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The CSV file of a population beside which k-map and δ-presence are counted: one person a row,
 * values and delimiter as in the source.
 */
public final class PopulationFile {

    private PopulationFile() {}

    /** Checks the file and answers the relation of its rows: columns of text, under their own names. */
    public static String relation(DuckDb engine, PlannedTable table, Path file) {
        String view = "population_" + Sha256.hex(file.toString().getBytes(StandardCharsets.UTF_8));
        List<String> columns = SourceDirectory.single(
                        engine, file, table.recipe().delimiter(), view)
                .stream()
                .map(column -> column.toLowerCase(Locale.ROOT))
                .toList();
        for (PlannedTable.Column column : table.quasi()) {
            if (!columns.contains(column.name().toLowerCase(Locale.ROOT))) {
                throw RecipeProblem.POPULATION_COLUMN.at(file + ":1", column.name());
            }
            Treatment treatment = column.recipe().treatment();
            if (!(treatment instanceof Treatment.ByModel) && !(treatment instanceof Treatment.Keep)) {
                throw RecipeProblem.POPULATION_TREATMENT.at(column.recipe().where());
            }
        }
        return Sql.name(view);
    }
}
