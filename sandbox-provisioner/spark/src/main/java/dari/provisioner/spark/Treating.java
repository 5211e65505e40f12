package dari.provisioner.spark;

import dari.provisioner.deidentify.PlannedTable;
import dari.provisioner.deidentify.TreatedColumn;
import dari.provisioner.engine.ColumnTypes;
import dari.provisioner.engine.Sql;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * How a released column is made on the cluster and read back.
 *
 * @param handed its type in the files that are handed over
 */
record Treating(TreatedColumn column, Cell cell, DataType handed) {

    /** Of a number that was computed. */
    static Treating computed(PlannedTable.Column column, Cell cell, ColumnTypes.Type type) {
        String name = Sql.name(column.name());
        DataType handed = type == ColumnTypes.Type.INTEGER ? DataTypes.LongType : DataTypes.DoubleType;
        return new Treating(new TreatedColumn(column.name(), name, name, type), cell, handed);
    }

    /** Of days since 1970-01-01. */
    static Treating day(PlannedTable.Column column, Cell cell) {
        String name = Sql.name(column.name());
        return new Treating(
                new TreatedColumn(column.name(), name, "DATE '1970-01-01' + " + name, ColumnTypes.Type.DATE),
                cell,
                DataTypes.IntegerType);
    }

    /** @param type what the texts hold; null when only a look at every one can tell */
    static Treating text(PlannedTable.Column column, Cell cell, ColumnTypes.@Nullable Type type) {
        String name = Sql.name(column.name());
        String published =
                type == null || type == ColumnTypes.Type.TEXT ? name : "CAST(" + name + " AS " + type.sql() + ")";
        return new Treating(new TreatedColumn(column.name(), name, published, type), cell, DataTypes.StringType);
    }

    Treating with(Cell other) {
        return new Treating(column, other, handed);
    }

    /** Columns {@code v0}, {@code v1} …. */
    static StructType schema(List<Treating> columns) {
        return new StructType(IntStream.range(0, columns.size())
                .mapToObj(
                        i -> DataTypes.createStructField("v" + i, columns.get(i).handed(), true))
                .toArray(StructField[]::new));
    }
}
