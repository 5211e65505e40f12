package dari.provisioner.spark;

import dari.provisioner.deidentify.KeyedMac;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Treats the rows of one task. */
final class RowTreatment implements MapPartitionsFunction<Row, Row> {

    private static final long serialVersionUID = 1L;

    private final Cell[] cells;
    private final byte[] key;

    RowTreatment(List<Cell> cells, KeyedMac mac) {
        this.cells = cells.toArray(new Cell[0]);
        this.key = mac.key();
    }

    @Override
    public Iterator<Row> call(Iterator<Row> rows) {
        EngineCasts casts = new EngineCasts();
        TaskContext.get()
                .addTaskCompletionListener((org.apache.spark.util.TaskCompletionListener) done -> casts.close());
        Cell.Tools tools = new Cell.Tools(new KeyedMac(key), casts);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public Row next() {
                Row row = rows.next();
                Object[] values = new Object[cells.length];
                for (int i = 0; i < values.length; i++) {
                    values[i] = cells[i].of(row, tools);
                }
                return RowFactory.create(values);
            }
        };
    }
}
