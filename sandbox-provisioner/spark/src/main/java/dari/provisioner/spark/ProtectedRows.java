package dari.provisioner.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;

import dari.provisioner.deidentify.Histories;
import dari.provisioner.deidentify.KeyedMac;
import dari.provisioner.deidentify.PlannedTable;
import dari.provisioner.deidentify.SmallTables;
import dari.provisioner.recipe.TableRecipe;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Protects what the rows of one table say together about a person: counts on the cluster, chooses where the persons are. */
final class ProtectedRows {

    /** Joined column that is null where the row's code stays. */
    static final String LOST = "lost_code";

    private static final String DRAWN = "drawn";

    private final Handover handover;
    private final SmallTables.Protection protection;
    private final KeyedMac mac;
    private final TableColumns columns;
    private final PlannedTable table;
    private final Column person;
    private final Column code;
    private final List<Integer> dates;

    /** @param dates columns of which only the day is kept, by their number */
    ProtectedRows(
            Handover handover,
            SmallTables small,
            KeyedMac mac,
            TableColumns columns,
            TableRecipe.History history,
            List<String> dates) {
        this.handover = handover;
        this.mac = mac;
        this.columns = columns;
        this.table = columns.table();
        this.protection = small.protecting(table, history);
        this.person = col(columns.person());
        this.code = col(columns.source(table.column(history.code()).source()));
        this.dates = dates.stream().map(table.read()::indexOf).toList();
    }

    /** @param rows of released persons */
    Dataset<Row> keepAlikeCounts(Dataset<Row> rows) {
        String counted = handover.toDuckDb(
                "counted_" + table.name(),
                "person VARCHAR, n BIGINT",
                rows.groupBy(person).agg(count(lit(1))));
        Dataset<Row> quotas = handover.toCluster(protection.quotas(counted), List.of("quoted", "quota"));
        return drawn(rows)
                .join(quotas, person.equalTo(col("quoted")), "left_outer")
                .withColumn("rank", row_number().over(Window.partitionBy(person).orderBy(col(DRAWN))))
                .where(col("quota").isNull().or(col("rank").leq(col("quota").cast(DataTypes.LongType))))
                .drop(DRAWN, "rank", "quota", "quoted");
    }

    /** The rows with what the key draws for each. */
    private Dataset<Row> drawn(Dataset<Row> rows) {
        List<String> names = List.of(rows.columns());
        List<Cell> cells = new ArrayList<>();
        IntStream.range(0, names.size()).forEach(i -> cells.add((row, tools) -> row.get(i)));
        int[] read = IntStream.range(0, table.read().size())
                .map(i -> names.indexOf("c" + i))
                .toArray();
        boolean[] day = new boolean[read.length];
        dates.forEach(i -> day[i] = true);
        String purpose = protection.rowsPurpose();
        cells.add((row, tools) -> {
            StringBuilder whole = new StringBuilder();
            for (int i = 0; i < read.length; i++) {
                String value = day[i] ? tools.casts().dayAsText(row.getString(read[i])) : row.getString(read[i]);
                whole.append(i == 0 ? "" : "\u001f").append(value == null ? "" : value);
            }
            return tools.mac().integer(purpose, whole.toString());
        });
        StructType schema = rows.schema().add(DRAWN, DataTypes.LongType);
        return rows.mapPartitions(new RowTreatment(cells, mac), Encoders.row(schema));
    }

    Histories groupCodes(Dataset<Row> rows) {
        return protection.codes(handover.toDuckDb(
                "codes_" + table.name(),
                "person VARCHAR, code VARCHAR",
                rows.where(code.isNotNull()).select(person, code).distinct()));
    }

    /** The rows with {@link #LOST}. */
    Dataset<Row> withLost(Dataset<Row> rows) {
        Dataset<Row> lost = handover.toCluster(protection.lost(), List.of("lost_person", LOST));
        return rows.join(lost, person.equalTo(col("lost_person")).and(code.equalTo(col(LOST))), "left_outer");
    }
}
