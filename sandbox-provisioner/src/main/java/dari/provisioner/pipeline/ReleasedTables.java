package dari.provisioner.pipeline;

import dari.provisioner.SurroundingsFailed;
import dari.provisioner.deidentify.PlannedTable;
import dari.provisioner.deidentify.TreatedColumn;
import dari.provisioner.deidentify.TreatedTable;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes treated tables as Parquet and CSV and describes what was written; knows nothing of the originals. */
final class ReleasedTables {

    /**
     * Sorted by a hash, rows repeat in dictionaries and not side by side: a higher level takes longer and saves nothing, and
     * every part of the file has nearly every frequent value, so a filter by value would leave out none.
     */
    private static final String PARQUET =
            " (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1, WRITE_BLOOM_FILTER false)";

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

    Dictionary.Table write(PlannedTable table, TreatedTable.Treated treated) {
        Path data = release.resolve(Release.DATA);
        Path parquet = data.resolve(table.name() + ".parquet");
        List<TreatedColumn> columns = treated.columns();
        // where a look at every value has to tell a column's type, or its spelling would not survive the type, the rows
        // are sorted into a private file first: a table of the engine would have to fit beside the sort in its memory
        boolean known = columns.stream().allMatch(c -> c.type() != null);
        Path sorted = known ? parquet : work.resolve(table.name() + ".sorted");
        // where the query sorts, remembering the files' order as well would cost memory
        engine.keepingInputOrder(treated.inFileOrder());
        engine.execute("COPY (SELECT "
                + columns.stream()
                        .map(c -> (c.type() == null ? "CAST(" + c.published() + " AS VARCHAR)" : c.published()) + " AS "
                                + Sql.name(c.name()))
                        .collect(Collectors.joining(", "))
                + " FROM (" + treated.query() + ")) TO " + Sql.text(sorted.toString())
                + PARQUET);
        engine.keepingInputOrder(true);
        String spelled = read(sorted);
        Map<String, ColumnTypes.Type> types = types(columns, spelled);
        if (!known) {
            engine.execute("COPY (SELECT "
                    + columns.stream()
                            .map(c -> "CAST(" + Sql.name(c.name()) + " AS "
                                    + type(types, c.name()).sql() + ") AS " + Sql.name(c.name()))
                            .collect(Collectors.joining(", "))
                    + " FROM " + spelled + ") TO " + Sql.text(parquet.toString())
                    + PARQUET);
        }
        engine.execute("COPY (SELECT * FROM " + spelled + ") TO "
                + Sql.text(data.resolve(table.name() + ".csv").toString()) + " (FORMAT csv, HEADER true)");
        engine.execute("CREATE VIEW " + relation(table) + " AS SELECT "
                + columns.stream()
                        .map(c -> "CAST(" + Sql.name(c.name()) + " AS VARCHAR) AS " + Sql.name(c.name()))
                        .collect(Collectors.joining(", "))
                + " FROM " + spelled);
        return describe(table, read(parquet), types);
    }

    private static String read(Path parquet) {
        return "read_parquet(" + Sql.text(parquet.toString()) + ")";
    }

    private Map<String, ColumnTypes.Type> types(List<TreatedColumn> columns, String spelled) {
        Map<String, ColumnTypes.Type> types = new HashMap<>();
        List<String> unknown = new ArrayList<>();
        for (TreatedColumn column : columns) {
            ColumnTypes.Type type = column.type();
            if (type == null) {
                unknown.add(column.name());
            } else {
                types.put(column.name(), type);
            }
        }
        if (!unknown.isEmpty()) {
            types.putAll(ColumnTypes.of(engine, spelled, unknown));
        }
        return types;
    }

    private static ColumnTypes.Type type(Map<String, ColumnTypes.Type> types, String column) {
        return types.getOrDefault(column, ColumnTypes.Type.TEXT);
    }

    private Dictionary.Table describe(PlannedTable table, String relation, Map<String, ColumnTypes.Type> types) {
        long rows = engine.number("SELECT count(*) FROM " + relation);
        Distributions distributions = Distributions.ofRelease(engine, relation);
        List<Long> missing = missing(table, relation);
        List<Dictionary.Column> columns = new ArrayList<>();
        for (PlannedTable.Column column : table.columns()) {
            String name = column.name();
            ColumnTypes.Type type = type(types, name);
            Treatment treatment = column.recipe().treatment();
            Distribution distribution =
                    treatment instanceof Treatment.Pseudonym ? Distribution.NONE : distributions.of(name, type);
            columns.add(new Dictionary.Column(
                    name,
                    type.word(),
                    column.recipe().role().word(),
                    treatment.words(),
                    descriptions.column(table.name(), name),
                    Distributions.shown(missing.get(columns.size())),
                    distribution));
        }
        return new Dictionary.Table(table.name(), descriptions.table(table.name()), rows, columns);
    }

    /** How many values each column lacks, in one reading. */
    private List<Long> missing(PlannedTable table, String relation) {
        String counts = table.columns().stream()
                .map(column -> "count(*) - count(" + Sql.name(column.name()) + ")")
                .collect(Collectors.joining(", "));
        List<Long> missing = new ArrayList<>();
        engine.each("SELECT " + counts + " FROM " + relation, row -> {
            for (int i = 1; i <= table.columns().size(); i++) {
                missing.add(row.getLong(i));
            }
            return missing;
        });
        return missing;
    }
}
