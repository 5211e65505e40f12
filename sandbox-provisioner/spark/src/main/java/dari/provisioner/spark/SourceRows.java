package dari.provisioner.spark;

import dari.provisioner.BadInput;
import dari.provisioner.engine.CsvRows;
import dari.provisioner.engine.Sql;
import dari.provisioner.engine.TableFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Iterator;
import java.util.List;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/**
 * Reads whole files on the workers, one a task, as text: CSV by the reader that the engine in process has for other charsets,
 * Parquet by the DuckDB that the engine in process is, so that every value is spelled alike. A line that does not fit ends the
 * file with one row that names it in the last column.
 */
final class SourceRows implements FlatMapFunction<SourceRows.File, Row> {

    private static final long serialVersionUID = 1L;

    private final String[] header;
    private final int[] wanted;

    /**
     * @param header of every file
     * @param wanted columns of the header
     */
    SourceRows(List<String> header, List<String> wanted) {
        this.header = header.toArray(new String[0]);
        this.wanted = wanted.stream().mapToInt(header::indexOf).toArray();
    }

    /** A file as it is sent to a worker. */
    record File(String path, String charset, char delimiter, boolean isParquet) implements java.io.Serializable {
        static List<File> of(TableFiles files) {
            return files.files().stream()
                    .map(f -> new File(f.path(), f.charset(), f.delimiter(), files.isParquet()))
                    .toList();
        }
    }

    @Override
    public Iterator<Row> call(File file) throws IOException {
        if (!Files.isReadable(Path.of(file.path()))) {
            return List.of(problem("! " + file.path())).iterator();
        }
        return file.isParquet() ? parquet(file) : csv(file);
    }

    private Iterator<Row> csv(File file) throws IOException {
        CsvRows rows =
                new CsvRows(Path.of(file.path()), Charset.forName(file.charset()), file.delimiter(), header.length);
        atEndOfTask(rows);
        return until(() -> {
            try {
                return rows.hasNext() ? row(rows.next()) : null;
            } catch (BadInput e) {
                return problem(e.where() + "\n" + e.what() + "\n" + e.whatToDo());
            }
        });
    }

    private Row row(CSVRecord record) {
        Object[] values = new Object[wanted.length + 1];
        for (int i = 0; i < wanted.length; i++) {
            String value = record.get(wanted[i]);
            values[i] = value.isEmpty() ? null : value;
        }
        return RowFactory.create(values);
    }

    private Iterator<Row> parquet(File file) {
        try {
            Properties settings = new Properties();
            settings.put("jdbc_stream_results", "true");
            settings.put("threads", "1");
            settings.put("memory_limit", "256MB");
            settings.put("temp_directory", "");
            settings.put("autoinstall_known_extensions", "false");
            settings.put("autoload_known_extensions", "false");
            Connection engine = DriverManager.getConnection("jdbc:duckdb:", settings);
            atEndOfTask(engine);
            Statement statement = engine.createStatement();
            ResultSet rows = statement.executeQuery("SELECT "
                    + java.util.Arrays.stream(wanted)
                            .mapToObj(i -> "nullif(CAST(" + Sql.name(header[i]) + " AS VARCHAR), '')")
                            .collect(Collectors.joining(", "))
                    + " FROM read_parquet(" + Sql.text(file.path()) + ")");
            return until(() -> {
                try {
                    return rows.next() ? row(rows) : null;
                } catch (SQLException e) {
                    return damaged(file);
                }
            });
        } catch (SQLException e) {
            return List.of(damaged(file)).iterator();
        }
    }

    private Row row(ResultSet rows) throws SQLException {
        Object[] values = new Object[wanted.length + 1];
        for (int i = 0; i < wanted.length; i++) {
            values[i] = rows.getString(i + 1);
        }
        return RowFactory.create(values);
    }

    private Row damaged(File file) {
        return problem(file.path() + "\nis not a valid Parquet file\nwrite it again");
    }

    private Row problem(String what) {
        Object[] values = new Object[wanted.length + 1];
        values[wanted.length] = what;
        return RowFactory.create(values);
    }

    private static void atEndOfTask(AutoCloseable open) {
        TaskContext.get().addTaskCompletionListener((org.apache.spark.util.TaskCompletionListener) done -> {
            try {
                open.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (Exception e) {
                throw new IllegalStateException("a source file does not close", e);
            }
        });
    }

    /** Up to the first null, or the row that names a problem. */
    private Iterator<Row> until(Supplier<@Nullable Row> source) {
        return new Iterator<>() {
            private @Nullable Row next = source.get();

            @Override
            public boolean hasNext() {
                return next != null;
            }

            @Override
            public Row next() {
                Row row = next;
                if (row == null) {
                    throw new java.util.NoSuchElementException();
                }
                next = row.isNullAt(wanted.length) ? source.get() : null;
                return row;
            }
        };
    }
}
