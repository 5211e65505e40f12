package dari.provisioner.spark;

import dari.provisioner.engine.DuckDb;
import dari.provisioner.engine.Sql;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Carries tables of one row per person or per value between the run's DuckDB and the cluster; never through a file. */
final class Handover {

    private static final int ROWS_OF_A_TASK = 50_000;

    private final Cluster cluster;
    private final DuckDb engine;

    Handover(Cluster cluster, DuckDb engine) {
        this.cluster = cluster;
        this.engine = engine;
    }

    /**
     * @param columns of the query's result, which are sent as text
     */
    Dataset<Row> toCluster(String query, List<String> columns) {
        List<Row> rows = new ArrayList<>();
        engine.each(query, row -> {
            Object[] values = new Object[columns.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = row.getString(i + 1);
            }
            return rows.add(RowFactory.create(values));
        });
        return cluster.run(() -> {
            JavaSparkContext context =
                    JavaSparkContext.fromSparkContext(cluster.session().sparkContext());
            return cluster.session()
                    .createDataFrame(context.parallelize(rows, rows.size() / ROWS_OF_A_TASK + 1), texts(columns));
        });
    }

    /**
     * @param definition columns of the new table
     * @return quoted name of the table
     */
    String toDuckDb(String name, String definition, Dataset<Row> rows) {
        engine.execute("CREATE TABLE " + Sql.name(name) + " (" + definition + ")");
        cluster.run(() -> {
            Iterator<Row> found = rows.toLocalIterator();
            engine.append(name, appender -> {
                while (found.hasNext()) {
                    Row row = found.next();
                    appender.beginRow();
                    for (int i = 0; i < row.size(); i++) {
                        if (row.isNullAt(i)) {
                            appender.appendNull();
                        } else if (row.get(i) instanceof Long number) {
                            appender.append(number.longValue());
                        } else {
                            appender.append(String.valueOf(row.get(i)));
                        }
                    }
                    appender.endRow();
                }
            });
            return name;
        });
        return Sql.name(name);
    }

    /** Rows that the run's DuckDB sees in files of the cluster. */
    long count(String relation) {
        return engine.number("SELECT count(*) FROM " + relation);
    }

    static StructType texts(List<String> columns) {
        return new StructType(columns.stream()
                .map(c -> DataTypes.createStructField(c, DataTypes.StringType, true))
                .toArray(org.apache.spark.sql.types.StructField[]::new));
    }

    static List<String> numbered(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
    }
}
