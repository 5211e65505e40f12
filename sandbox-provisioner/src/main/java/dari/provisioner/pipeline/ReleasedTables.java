package dari.provisioner.pipeline;

import dari.provisioner.SurroundingsFailed;
import dari.provisioner.deidentify.PlannedTable;
import dari.provisioner.engine.ColumnTypes;
import dari.provisioner.engine.DuckDb;
import dari.provisioner.engine.Sql;
import dari.provisioner.recipe.Treatment;
import dari.provisioner.release.Descriptions;
import dari.provisioner.release.Dictionary;
import dari.provisioner.release.Distribution;
import dari.provisioner.release.Distributions;
import dari.provisioner.release.Release;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes treated tables as Parquet and CSV and describes what was written; knows nothing of the originals. */
final class ReleasedTables {

    private final DuckDb engine;
    private final Path release;
    private final Path work;
    private final Descriptions descriptions = Descriptions.load();

    /**
     * @param work private folder for the sorted rows before their types are known
     */
    ReleasedTables(DuckDb engine, Path release, Path work) {
        this.engine = engine;
        this.release = release;
        this.work = work;
        try {
            Files.createDirectories(release.resolve(Release.DATA));
        } catch (IOException e) {
            throw new SurroundingsFailed("cannot make the data folder", e);
        }
    }

    /** The released rows as text, under the recipe's names: a view of the engine. */
    static String relation(PlannedTable table) {
        return Sql.name("out_" + table.name());
    }

    /** @param query the treated rows, columns of text */
    Dictionary.Table write(PlannedTable table, String query) {
        String relation = relation(table);
        // sorted into a file, not a table: the engine's tables would have to fit beside the sort in its memory
        String sorted = Sql.text(work.resolve(table.name() + ".sorted").toString());
        engine.keepingInputOrder(false); // the query sorts; remembering the files' order as well would cost memory
        engine.execute("COPY (" + query + ") TO " + sorted + " (FORMAT parquet)");
        engine.keepingInputOrder(true);
        engine.execute("CREATE VIEW " + relation + " AS SELECT * FROM read_parquet(" + sorted + ")");
        List<String> columns =
                table.columns().stream().map(PlannedTable.Column::name).toList();
        Map<String, ColumnTypes.Type> types = ColumnTypes.of(engine, relation, columns);
        Path data = release.resolve(Release.DATA);
        String typed = columns.stream()
                .map(c -> "CAST(" + Sql.name(c) + " AS "
                        + types.getOrDefault(c, ColumnTypes.Type.TEXT).sql() + ") AS " + Sql.name(c))
                .collect(Collectors.joining(", "));
        engine.execute("COPY (SELECT " + typed + " FROM " + relation + ") TO "
                + Sql.text(data.resolve(table.name() + ".parquet").toString()) + " (FORMAT parquet, COMPRESSION zstd)");
        engine.execute("COPY " + relation + " TO "
                + Sql.text(data.resolve(table.name() + ".csv").toString()) + " (FORMAT csv, HEADER true)");
        return describe(table, relation, types);
    }

    private Dictionary.Table describe(PlannedTable table, String relation, Map<String, ColumnTypes.Type> types) {
        long rows = engine.number("SELECT count(*) FROM " + relation);
        Distributions distributions = Distributions.ofRelease(engine, relation);
        List<Dictionary.Column> columns = new ArrayList<>();
        for (PlannedTable.Column column : table.columns()) {
            String name = column.name();
            ColumnTypes.Type type = types.getOrDefault(name, ColumnTypes.Type.TEXT);
            Treatment treatment = column.recipe().treatment();
            Distribution distribution =
                    treatment instanceof Treatment.Pseudonym ? Distribution.NONE : distributions.of(name, type);
            columns.add(new Dictionary.Column(
                    name,
                    type.word(),
                    column.recipe().role().word(),
                    treatment.words(),
                    descriptions.column(table.name(), name),
                    Distributions.shown(
                            engine.number("SELECT count(*) - count(" + Sql.name(name) + ") FROM " + relation)),
                    distribution));
        }
        return new Dictionary.Table(table.name(), descriptions.table(table.name()), rows, columns);
    }
}
