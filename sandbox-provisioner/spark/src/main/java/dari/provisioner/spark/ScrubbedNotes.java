package dari.provisioner.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import dari.provisioner.deidentify.KeyedMac;
import dari.provisioner.deidentify.PlannedTable;
import dari.provisioner.deidentify.ScrubbedColumn;
import dari.provisioner.recipe.Treatment;
import dari.provisioner.scrub.IdentifierType;
import dari.provisioner.scrub.ScrubAction;
import dari.provisioner.scrub.ScrubPlan;
import dari.provisioner.scrub.ScrubbedNote;
import dari.provisioner.scrub.Scrubber;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;

/**
 * A column of free text, each person's different texts scrubbed once, on the workers.
 *
 * @param notes each once, with its person and what is left of it
 */
record ScrubbedNotes(ScrubbedColumn counted, TableColumns columns, PlannedTable.Column column, Dataset<Row> notes) {

    private static final StructType SCHEMA =
            Handover.texts(java.util.List.of("noted", "note", "scrubbed")).add("undecided", DataTypes.LongType);

    static ScrubbedNotes of(
            Cluster cluster,
            KeyedMac mac,
            TableColumns columns,
            PlannedTable.Column column,
            Treatment.Scrub treatment,
            Dataset<Row> rows) {
        String text = columns.source(column.source());
        Dataset<Row> notes = rows.where(col(text).isNotNull())
                .select(columns.person(), text)
                .distinct()
                .mapPartitions(new Scrubbing(treatment.plan(), mac), Encoders.row(SCHEMA))
                .persist(StorageLevel.MEMORY_AND_DISK());
        Row counts = cluster.run(() -> notes.agg(
                        count(lit(1)),
                        coalesce(sum("undecided"), lit(0L)),
                        count(when(col("undecided").gt(0), 1)))
                .first());
        return new ScrubbedNotes(
                new ScrubbedColumn(
                        columns.table().name() + "." + column.name(),
                        "",
                        counts.getLong(0),
                        counts.getLong(1),
                        counts.getLong(2)),
                columns,
                column,
                notes);
    }

    /** The rows with the scrubbed text. */
    Dataset<Row> join(Dataset<Row> rows, String label) {
        return rows.join(
                notes.select(
                        col("noted").as("noted" + label),
                        col("note").as("note" + label),
                        col("scrubbed").as(label)),
                col(columns.person())
                        .equalTo(col("noted" + label))
                        .and(col(columns.source(column.source())).equalTo(col("note" + label))),
                "left_outer");
    }

    private static final class Scrubbing implements MapPartitionsFunction<Row, Row> {

        private static final long serialVersionUID = 1L;

        private final byte[] key;
        private final HashMap<IdentifierType, ScrubAction> actions;
        private final ScrubPlan.Language language;
        private final int maxDays;
        private final boolean keepWeekday;

        Scrubbing(ScrubPlan plan, KeyedMac mac) {
            this.key = mac.key();
            this.actions = new HashMap<>(plan.actions());
            this.language = plan.language();
            this.maxDays = plan.maxDays();
            this.keepWeekday = plan.keepWeekday();
        }

        @Override
        public Iterator<Row> call(Iterator<Row> rows) {
            Scrubber scrubber =
                    new KeyedMac(key).scrubber(new ScrubPlan(Map.copyOf(actions), language, maxDays, keepWeekday));
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return rows.hasNext();
                }

                @Override
                public Row next() {
                    Row row = rows.next();
                    ScrubbedNote note = scrubber.scrub(row.getString(0), row.getString(1));
                    return RowFactory.create(row.getString(0), row.getString(1), note.text(), (long) note.undecided());
                }
            };
        }
    }
}
