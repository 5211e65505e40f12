package dari.provisioner.spark;

import static org.apache.spark.sql.functions.col;

import dari.provisioner.SurroundingsFailed;
import dari.provisioner.deidentify.Keyed;
import dari.provisioner.deidentify.PersonBase;
import dari.provisioner.deidentify.PlannedTable;
import dari.provisioner.deidentify.SmallTables;
import dari.provisioner.deidentify.TableEngine;
import dari.provisioner.deidentify.TreatedTable;
import dari.provisioner.engine.DuckDb;
import dari.provisioner.engine.SourceDirectory;
import dari.provisioner.engine.Sql;
import dari.provisioner.engine.TableFiles;
import dari.provisioner.recipe.Recipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * Rows on a Spark cluster. The person table alone is read by the run's DuckDB, since the model is solved beside it in this
 * process's memory, and sent out again to be treated; whatever is per person or per different value is decided by
 * {@link SmallTables}, as in process.
 */
final class SparkTables implements TableEngine {

    /** Bytes of source that become one part of a table. */
    private static final long BYTES_OF_A_PART = 32L << 20;

    private static final long ROWS_OF_A_PART = 200_000;

    private static final int FEWEST_PARTS = 2;
    private static final int MOST_PARTS = 2_000;

    private final Cluster cluster;
    private final AutoCloseable closing;
    private final DuckDb local;
    private final Recipe recipe;
    private final SourceDirectory source;
    private final Path work;
    private final Collection<String> known;
    private final SmallTables small;
    private final Handover handover;
    private final Map<String, Dataset<Row>> loaded = new HashMap<>();
    private @Nullable Dataset<Row> released;

    /** @param closing what ends with this run */
    SparkTables(
            Cluster cluster, AutoCloseable closing, DuckDb local, Recipe recipe, SourceDirectory source, Path work) {
        this.cluster = cluster;
        this.closing = closing;
        this.local = local;
        this.recipe = recipe;
        this.source = source;
        this.work = work;
        this.known = recipe.attack().columns();
        this.small = new SmallTables(local);
        this.handover = new Handover(cluster, local);
    }

    @Override
    public PlannedTable load(PlannedTable table) {
        if (PersonBase.isPersons(table, recipe.personTable())) {
            return table.loaded(local, known);
        }
        int parts = source.isFhir() ? partsOfRows(table) : partsOfFiles(source.files(table.source()));
        cluster.session().conf().set("spark.sql.shuffle.partitions", String.valueOf(parts));
        LoadedTable read = LoadedTable.load(cluster, local, table, untouched(table), known, parts);
        loaded.put(table.name(), read.rows());
        return read.plan();
    }

    /** Resources are parsed in this process, as the profile does; rows of files are read where they are treated. */
    private Dataset<Row> untouched(PlannedTable table) {
        if (source.isFhir()) {
            return LoadedTable.ofEngine(handover, table);
        }
        return LoadedTable.ofFiles(cluster, handover, table, source.files(table.source()));
    }

    private int partsOfRows(PlannedTable table) {
        long rows =
                local.number("SELECT count(*) FROM " + Sql.name(table.source().view()));
        return (int) Math.max(FEWEST_PARTS, Math.min(MOST_PARTS, rows / ROWS_OF_A_PART));
    }

    /** By the source's size alone, so that neither cluster nor load shows in a release. */
    private static int partsOfFiles(TableFiles files) {
        long bytes = 0;
        for (TableFiles.File file : files.files()) {
            try {
                bytes += Files.size(Path.of(file.path()));
            } catch (IOException e) {
                throw new SurroundingsFailed("a source file vanished", e);
            }
        }
        return (int) Math.max(FEWEST_PARTS, Math.min(MOST_PARTS, bytes / BYTES_OF_A_PART));
    }

    @Override
    public String persons(PlannedTable table) {
        Dataset<Row> rows = rows(table);
        String person = TableColumns.of(table).person();
        String all = handover.toDuckDb(
                "persons_" + table.name(),
                "person VARCHAR",
                rows.select(col(person)).where(col(person).isNotNull()).distinct());
        return "SELECT person FROM " + all;
    }

    @Override
    public long rows(PersonBase base, PlannedTable table) {
        return loaded.containsKey(table.name()) ? cluster.run(() -> rows(table).count()) : base.rowCount(table);
    }

    @Override
    public long rowsWithoutPerson(PersonBase base, PlannedTable table) {
        if (!loaded.containsKey(table.name())) {
            return base.rowsWithoutPerson(table);
        }
        Dataset<Row> rows = rows(table);
        String person = TableColumns.of(table).person();
        if (base.table() == null) { // then everybody whom any table names takes part
            return cluster.run(() -> rows.where(col(person).isNull()).count());
        }
        Dataset<Row> everybody = handover.toCluster(small.everybody(), List.of("known"));
        return cluster.run(() -> rows.select(person)
                .join(everybody, col(person).equalTo(col("known")), "left_anti")
                .count());
    }

    @Override
    public TreatedTable.Treated treat(Keyed keyed, PersonBase base, PlannedTable table) {
        boolean persons = !loaded.containsKey(table.name());
        TableColumns columns =
                persons ? TableColumns.ofPersons(table, SmallTables.labels(table)) : TableColumns.of(table);
        Dataset<Row> rows = persons ? handover.toCluster(small.personRows(base, table), columns.names()) : rows(table);
        Path parts = work.resolve("parts-" + table.name());
        return new TreatedRows(cluster, handover, small, keyed.mac(), table, columns, table.dates(known))
                .treat(rows, released(), parts);
    }

    private Dataset<Row> released() {
        if (released == null) {
            released = handover.toCluster(small.released(), List.of("released", "class"));
        }
        return released;
    }

    private Dataset<Row> rows(PlannedTable table) {
        Dataset<Row> rows = loaded.get(table.name());
        if (rows == null) {
            throw new IllegalStateException("table " + table.name() + " was not loaded here");
        }
        return rows;
    }

    @Override
    public void close() {
        loaded.values().forEach(Dataset::unpersist);
        try {
            closing.close();
        } catch (Exception e) {
            throw new SurroundingsFailed("the Spark session does not end", e);
        }
    }
}
