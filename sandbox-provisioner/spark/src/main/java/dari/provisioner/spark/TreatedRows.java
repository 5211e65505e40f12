package dari.provisioner.spark;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.xxhash64;

import dari.provisioner.SurroundingsFailed;
import dari.provisioner.deidentify.Histories;
import dari.provisioner.deidentify.KeyedMac;
import dari.provisioner.deidentify.PlannedTable;
import dari.provisioner.deidentify.ScrubbedColumn;
import dari.provisioner.deidentify.SmallTables;
import dari.provisioner.deidentify.TreatedTable;
import dari.provisioner.engine.ColumnTypes;
import dari.provisioner.engine.Sql;
import dari.provisioner.recipe.TableRecipe;
import dari.provisioner.recipe.Treatment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** One table's released rows: joined, treated and put into keyed-random order on the cluster, then handed over as files. */
final class TreatedRows {

    /** Different values up to which every worker gets all labels of a column. */
    private static final long FEW = 200_000;

    private final Cluster cluster;
    private final Handover handover;
    private final SmallTables small;
    private final KeyedMac mac;
    private final PlannedTable table;
    private final TableColumns columns;
    private final List<String> dates;
    private final TableRecipe.@Nullable History history;
    private final List<ScrubbedColumn> scrubbed = new ArrayList<>();

    /** @param dates the source's columns of which the day is enough */
    TreatedRows(
            Cluster cluster,
            Handover handover,
            SmallTables small,
            KeyedMac mac,
            PlannedTable table,
            TableColumns columns,
            List<String> dates) {
        this.cluster = cluster;
        this.handover = handover;
        this.small = small;
        this.mac = mac;
        this.table = table;
        this.columns = columns;
        this.dates = dates;
        this.history = table.recipe().history();
    }

    /**
     * @param rows untreated, of everybody
     * @param released columns {@code released} and {@code class}: the persons who are released
     * @param parts new folder for the files
     */
    TreatedTable.Treated treat(Dataset<Row> rows, Dataset<Row> released, Path parts) {
        Dataset<Row> ours = rows.join(released, col(columns.person()).equalTo(col("released")));
        Histories histories = null;
        Dataset<Row> joined = ours;
        if (history != null) {
            ProtectedRows safe = new ProtectedRows(handover, small, mac, columns, history, dates);
            joined = history.alikeCounts() ? safe.keepAlikeCounts(ours) : ours;
            histories = safe.groupCodes(joined);
            joined = safe.withLost(joined);
        }
        List<Looked> looked = new ArrayList<>();
        for (PlannedTable.Column column : table.columns()) {
            Treatment treatment = column.recipe().treatment();
            ColumnTypes.Type type = null;
            if (treatment instanceof Treatment.Generalise
                    || (treatment instanceof Treatment.GroupRare && !isCode(column))) {
                String label = "label" + looked.size();
                SmallTables.Lookup lookup = lookup(column, rows, released);
                type = lookup.type();
                joined = withLabel(joined, column, lookup, label);
            } else if (treatment instanceof Treatment.Scrub scrub) {
                ScrubbedNotes notes = ScrubbedNotes.of(cluster, mac, columns, column, scrub, ours);
                scrubbed.add(notes.counted());
                joined = notes.join(joined, "label" + looked.size());
            }
            looked.add(new Looked(column, type));
        }
        List<Treating> treated = new ArrayList<>();
        Cells cells = new Cells(columns, List.of(joined.columns()));
        for (int i = 0; i < looked.size(); i++) {
            Looked at = looked.get(i);
            treated.add(cells.treating(
                    at.column(),
                    "label" + i,
                    at.type(),
                    table.source().stored(at.column().source())));
        }
        write(joined, treated, parts);
        return new TreatedTable.Treated(
                treated.stream().map(Treating::column).toList(), query(treated, parts), true, histories, scrubbed);
    }

    private record Looked(PlannedTable.Column column, ColumnTypes.@Nullable Type type) {}

    private boolean isCode(PlannedTable.Column column) {
        return history != null && history.code().equalsIgnoreCase(column.name());
    }

    private SmallTables.Lookup lookup(PlannedTable.Column column, Dataset<Row> rows, Dataset<Row> released) {
        Column value = col(columns.source(column.source()));
        Dataset<Row> values = rows.where(value.isNotNull());
        String name = "values_" + table.name() + "_" + table.columns().indexOf(column);
        if (column.recipe().treatment() instanceof Treatment.Generalise generalise) {
            String found = handover.toDuckDb(
                    name, "value VARCHAR", values.select(value).distinct());
            return small.generalised(table, column, generalise, found);
        }
        Dataset<Row> counted = values.join(released, col(columns.person()).equalTo(col("released")), "left_outer")
                .groupBy(value)
                .agg(count_distinct(col("released")));
        String found = handover.toDuckDb(name, "value VARCHAR, persons BIGINT", counted);
        return small.grouped(
                table, column, (Treatment.GroupRare) column.recipe().treatment(), found);
    }

    private Dataset<Row> withLabel(
            Dataset<Row> rows, PlannedTable.Column column, SmallTables.Lookup lookup, String label) {
        Dataset<Row> labels = handover.toCluster(lookup.query(), List.of("value" + label, label));
        boolean few = cluster.run(labels::count) <= FEW;
        return rows.join(
                few ? broadcast(labels) : labels,
                col(columns.source(column.source())).equalTo(col("value" + label)),
                "left_outer");
    }

    /** The order is a function of the released rows and the key, so it says nothing of the source's. */
    private void write(Dataset<Row> joined, List<Treating> treated, Path parts) {
        Observation written = new Observation();
        long rows = cluster.run(() -> {
            Dataset<Row> values = joined.mapPartitions(
                    new RowTreatment(treated.stream().map(Treating::cell).toList(), mac),
                    Encoders.row(Treating.schema(treated)));
            Column[] hashed = Stream.concat(
                            Stream.of(lit(mac.seed("order:" + table.name()))),
                            Stream.of(values.columns()).map(c -> col(c)))
                    .toArray(Column[]::new);
            int shuffled = Integer.parseInt(cluster.session().conf().get("spark.sql.shuffle.partitions"));
            values.withColumn("order", xxhash64(hashed))
                    .observe(written, count(lit(1)).as("rows"))
                    .repartition(shuffled, col("order"))
                    .sortWithinPartitions("order")
                    .drop("order")
                    .write()
                    .parquet(parts.toUri().toString());
            return (Long) written.getAsJava().get("rows");
        });
        long found = handover.count("read_parquet(" + list(parts) + ")");
        if (found != rows) {
            throw new SurroundingsFailed(
                    "workers wrote to another disk than this one; put --out where every worker sees it by the same path",
                    null);
        }
    }

    private static String query(List<Treating> treated, Path parts) {
        List<String> names = Handover.numbered("v", treated.size());
        return "SELECT "
                + names.stream()
                        .map(n -> n + " AS "
                                + Sql.name(
                                        treated.get(names.indexOf(n)).column().name()))
                        .collect(Collectors.joining(", "))
                + " FROM read_parquet(" + list(parts) + ")";
    }

    private static String list(Path parts) {
        try (Stream<Path> files = Files.list(parts)) {
            List<String> found = files.map(Path::toString)
                    .filter(f -> f.endsWith(".parquet"))
                    .sorted()
                    .map(Sql::text)
                    .toList();
            if (!found.isEmpty()) {
                return "[" + String.join(", ", found) + "]";
            }
        } catch (IOException e) {
            throw new SurroundingsFailed("cannot list what the workers wrote", e);
        }
        throw new SurroundingsFailed(
                "workers wrote to another disk than this one; put --out where every worker sees it by the same path",
                null);
    }
}
