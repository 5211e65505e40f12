package dari.provisioner.spark;

import static org.apache.spark.sql.functions.approx_count_distinct;
import static org.apache.spark.sql.functions.col;

import dari.provisioner.BadInput;
import dari.provisioner.SourceProblem;
import dari.provisioner.SurroundingsFailed;
import dari.provisioner.deidentify.PlannedTable;
import dari.provisioner.engine.ColumnTypes;
import dari.provisioner.engine.DuckDb;
import dari.provisioner.engine.LeftOut;
import dari.provisioner.engine.Loading;
import dari.provisioner.engine.SourceTable;
import dari.provisioner.engine.Sql;
import dari.provisioner.engine.StoredColumn;
import dari.provisioner.engine.TableFiles;
import dari.provisioner.engine.WordTypes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;

/**
 * A table of the source on the cluster: read once, kept there in memory or on the workers' disks, the rows of a person
 * together.
 *
 * @param plan with what each column holds, as the engine in process would find
 * @param rows columns {@code c0}, {@code c1} … of text, in the order of {@link PlannedTable#read}
 */
record LoadedTable(PlannedTable plan, Dataset<Row> rows) {

    private static final String PROBLEM = "problem";

    /** The column of values whose rows are left out. */
    private static final String LEFT = "left_out";

    /** The rows of a table's files that its view has, and whatever is wrong with the files. */
    static Dataset<Row> ofFiles(Cluster cluster, Handover handover, PlannedTable table, TableFiles files) {
        List<LeftOut> leftOut = table.source().leftOut();
        // what decides whether a row stays need not be released: it is read, and let go
        List<String> read = Stream.concat(
                        table.read().stream(), leftOut.stream().map(LeftOut::column))
                .distinct()
                .toList();
        List<String> names = new ArrayList<>(Handover.numbered("c", read.size()));
        names.add(PROBLEM);
        Dataset<Row> rows = cluster.run(() -> {
            List<SourceRows.File> all = SourceRows.File.of(files);
            JavaSparkContext context =
                    JavaSparkContext.fromSparkContext(cluster.session().sparkContext());
            return cluster.session()
                    .createDataFrame(
                            context.parallelize(all, all.size())
                                    .flatMap(new SourceRows(table.source().columns(), read)),
                            Handover.texts(names));
        });
        for (LeftOut left : leftOut) {
            Dataset<Row> values = handover.toCluster(left.values(), List.of(LEFT));
            rows = without(rows, names.get(read.indexOf(left.column())), values);
        }
        List<String> columns = columns(table);
        return leftOut.isEmpty()
                ? rows
                : rows.select(columns.stream().map(functions::col).toArray(Column[]::new));
    }

    /** The rows that the run's DuckDB has read. */
    static Dataset<Row> ofEngine(Handover handover, PlannedTable table) {
        String columns = table.read().stream().map(Sql::name).collect(Collectors.joining(", "));
        return handover.toCluster(
                "SELECT " + columns + ", NULL AS " + PROBLEM + " FROM "
                        + Sql.name(table.source().view()),
                columns(table));
    }

    /** Without the rows that have one of the values in a column; those that have none stay. */
    private static Dataset<Row> without(Dataset<Row> rows, String column, Dataset<Row> values) {
        return rows.join(values, rows.col(column).equalTo(values.col(LEFT)), "left_anti");
    }

    private static List<String> columns(PlannedTable table) {
        List<String> columns =
                new ArrayList<>(Handover.numbered("c", table.read().size()));
        columns.add(PROBLEM);
        return columns;
    }

    /**
     * @param untouched as one of the methods above gives them
     * @param parts in which the rows are kept
     */
    static LoadedTable load(
            Cluster cluster,
            DuckDb local,
            PlannedTable table,
            Dataset<Row> untouched,
            Collection<String> known,
            int parts) {
        List<String> read = table.read();
        List<String> dates = table.dates(known);
        Loading.Suggested suggested = Loading.suggest(local, table.source(), read, dates);
        List<SeenForms.Form> forms = read.stream()
                .map(c -> dates.contains(c) ? SeenForms.Form.ANYTHING : form(suggested, c))
                .toList();
        Map<Integer, Set<String>> words = new HashMap<>();
        suggested.words().forEach((column, found) -> words.put(read.indexOf(column), found));
        List<String> columns = columns(table);
        String person = columns.get(read.indexOf(table.personKey()));
        return cluster.run(() -> {
            Dataset<Row> rows = untouched.repartition(parts, col(person)).persist(StorageLevel.MEMORY_AND_DISK());
            String seen = seen(rows, forms, words);
            Map<String, StoredColumn> stored = new HashMap<>();
            for (int i = 0; i < read.size(); i++) {
                String column = read.get(i);
                boolean kept = seen.charAt(i) == SeenForms.KEPT;
                StoredColumn guess = suggested.stored().getOrDefault(column, StoredColumn.text(column));
                if (forms.get(i) == SeenForms.Form.WORD) {
                    Set<String> found =
                            kept ? suggested.words().getOrDefault(column, Set.of()) : words(rows, columns.get(i));
                    stored.put(column, text(column, found.isEmpty() ? null : WordTypes.typeOf(local, found)));
                } else {
                    stored.put(column, kept ? guess : StoredColumn.text(column));
                }
            }
            SourceTable source = table.source();
            PlannedTable plan = table.reading(new SourceTable(
                    source.name(), source.view(), source.file(), source.columns(), source.view(), stored));
            return new LoadedTable(plan, rows.drop(PROBLEM));
        });
    }

    private static StoredColumn text(String column, ColumnTypes.@org.jspecify.annotations.Nullable Type type) {
        return new StoredColumn(column, "VARCHAR", type);
    }

    private static SeenForms.Form form(Loading.Suggested suggested, String column) {
        if (suggested.words().containsKey(column)) {
            return SeenForms.Form.WORD;
        }
        return switch (suggested
                .stored()
                .getOrDefault(column, StoredColumn.text(column))
                .sqlType()) {
            case "BIGINT" -> SeenForms.Form.INTEGER;
            case "DATE" -> SeenForms.Form.DATE;
            case "TIMESTAMP" -> SeenForms.Form.TIMESTAMP;
            case "UUID" -> SeenForms.Form.UUID;
            default -> SeenForms.Form.ANYTHING;
        };
    }

    /** Reads all, and keeps it. */
    private static String seen(Dataset<Row> rows, List<SeenForms.Form> forms, Map<Integer, Set<String>> words) {
        StructType summary = Handover.texts(List.of(PROBLEM, "seen"));
        char[] all = String.valueOf(SeenForms.KEPT).repeat(forms.size()).toCharArray();
        for (Row part : rows.mapPartitions(new SeenForms(forms, words), Encoders.row(summary))
                .collectAsList()) {
            if (!part.isNullAt(0)) {
                throw problem(part.getString(0));
            }
            for (int i = 0; i < all.length; i++) {
                if (part.getString(1).charAt(i) == SeenForms.BROKEN) {
                    all[i] = SeenForms.BROKEN;
                }
            }
        }
        return new String(all);
    }

    private static RuntimeException problem(String written) {
        if (written.startsWith("! ")) {
            return new SurroundingsFailed(
                    "a worker cannot read " + written.substring(2)
                            + "; give the source a place that every worker sees by the same path",
                    null);
        }
        String[] parts = written.split("\n", 3);
        return new BadInput(SourceProblem.LINE, parts[0], parts[1], parts[2]);
    }

    /** All different values; none when there are too many for the engine in process to look at them. */
    private static Set<String> words(Dataset<Row> rows, String column) {
        long different = rows.agg(approx_count_distinct(col(column))).first().getLong(0);
        Set<String> found = new TreeSet<>();
        if (different <= Loading.DICTIONARY) {
            rows.select(column)
                    .where(col(column).isNotNull())
                    .distinct()
                    .collectAsList()
                    .forEach(r -> found.add(r.getString(0)));
        }
        return found;
    }
}
