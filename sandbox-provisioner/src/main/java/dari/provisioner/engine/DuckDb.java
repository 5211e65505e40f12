package dari.provisioner.engine;

import dari.provisioner.BadInput;
import dari.provisioner.Progress;
import dari.provisioner.ProvisionerException;
import dari.provisioner.SourceProblem;
import dari.provisioner.SurroundingsFailed;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBScalarFunction;
import org.duckdb.DuckDBScalarFunctionBuilder;
import org.duckdb.QueryProgress;
import org.jspecify.annotations.Nullable;

/**
 * A DuckDB that lives as long as one run: in memory up to a limit, beyond it in encrypted spill files in a private folder.
 * Its errors quote data ("Original Line: …"), so none of its messages ever reaches ours. Not thread-safe.
 */
public final class DuckDb implements AutoCloseable, Progress.Meter {

    private static final Pattern LINE = Pattern.compile("CSV Error on Line: ([0-9]+)");
    private static final Pattern FILE = Pattern.compile("\\n {2}file ?= ?([^\\n]+)");

    private static final String GUARD = "dari-guard:";
    private static final Pattern GUARDED = Pattern.compile("^Invalid Input Error: " + GUARD + "([0-9]+)");

    /** Before a message of a query that failed while its result was being made. */
    private static final Pattern PENDING =
            Pattern.compile("^Invalid Input Error: Attempting to execute [^\\n]+\\nError: ");

    private final Connection connection;

    /** What runs now, for another thread that asks how far it is. */
    private volatile @Nullable Statement running;

    private DuckDb(Connection connection) {
        this.connection = connection;
    }

    /**
     * @param memory of the whole process, for example {@code 2g} or {@code 512m}; the engine takes its share of it
     * @param spill existing private folder for spill files
     */
    public static DuckDb open(String memory, Path spill) {
        return open(limit(memory).engine(), spill);
    }

    /** The same for a run that holds nothing of persons or rows in the Java heap, whose share the engine takes as well. */
    public static DuckDb openAlone(String memory, Path spill) {
        return open(limit(memory).engineAlone(), spill);
    }

    private static MemoryLimit limit(String memory) {
        if (!MemoryLimit.isSize(memory)) {
            throw new BadInput("--memory", "is not a size", "write for example 2g or 512m");
        }
        return MemoryLimit.of(memory);
    }

    private static DuckDb open(long limit, Path spill) {
        Properties settings = new Properties();
        settings.put("memory_limit", (limit >> 20) + "MiB");
        settings.put("temp_directory", spill.toAbsolutePath().toString());
        settings.put("temp_file_encryption", "true");
        // without the engine's network extension only its built-in cipher can write; the engine calls that unsafe,
        // since the
        // spill key comes from its own random generator: a second fence behind a private folder that is deleted
        settings.put("force_mbedtls_unsafe", "true");
        settings.put("threads", String.valueOf(Runtime.getRuntime().availableProcessors()));
        settings.put("preserve_insertion_order", "true");
        // every join of ours has the large side left; guessing sizes of files, the engine would hold the large one in
        // memory
        settings.put("disabled_optimizers", "join_order,build_side_probe_side");
        settings.put("autoinstall_known_extensions", "false");
        settings.put("autoload_known_extensions", "false");
        try {
            DuckDb engine = new DuckDb(DriverManager.getConnection("jdbc:duckdb:", settings));
            engine.execute("SET enable_progress_bar = true"); // or it does not count; a connection's setting only
            engine.execute("SET enable_progress_bar_print = false");
            return engine;
        } catch (SQLException e) {
            throw new SurroundingsFailed("the table engine does not start", withoutData(e));
        } catch (LinkageError e) { // its driver unpacks its library into the temporary folder
            throw new SurroundingsFailed(
                    "the table engine cannot be unpacked; free the temporary folder's disk, or name another by"
                            + " -Djava.io.tmpdir",
                    new IllegalStateException(e));
        }
    }

    /** Turns one row of a result into a value. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Adds rows to a table. */
    @FunctionalInterface
    public interface RowWriter {
        void write(DuckDBAppender rows) throws SQLException;
    }

    public void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            running = statement;
            statement.execute(sql);
        } catch (SQLException e) {
            throw translated(e);
        } finally {
            running = null;
        }
    }

    @Override
    public Progress.@Nullable Rows rows() {
        try {
            if (running instanceof DuckDBPreparedStatement statement) {
                QueryProgress progress = statement.getQueryProgress();
                return progress.getPercentage() < 0
                        ? null
                        : new Progress.Rows(progress.getRowsProcessed(), progress.getTotalRowsToProcess());
            }
        } catch (SQLException e) {
            return null; // it ended while it was asked
        }
        return null;
    }

    /** An expression that ends a statement of {@link #executeGuarded} with its number. */
    static String guard(int number) {
        return "error('" + GUARD + number + "')";
    }

    /** @return the number of the guard that ended the statement; empty when it was carried out */
    OptionalInt executeGuarded(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return OptionalInt.empty();
        } catch (SQLException e) {
            Matcher guard = GUARDED.matcher(String.valueOf(e.getMessage()));
            if (guard.find()) {
                return OptionalInt.of(Integer.parseInt(guard.group(1)));
            }
            throw translated(e);
        }
    }

    /**
     * Makes a Java function of a text and a value known to the engine, which calls it for many rows at once from several
     * threads.
     *
     * @param function called with (purpose, value); purpose is the same in all rows of a call
     */
    public void function(
            String name, DuckDBColumnType value, DuckDBColumnType returned, DuckDBScalarFunction function) {
        try (DuckDBScalarFunctionBuilder builder = DuckDBFunctions.scalarFunction()) {
            builder.withName(name)
                    .withParameters(DuckDBColumnType.VARCHAR, value)
                    .withReturnType(returned)
                    .withVectorizedFunction(function)
                    .register(connection);
        } catch (SQLException e) {
            throw translated(e);
        }
    }

    /** Whether a query without ORDER BY gives rows in the order of the file it reads; at first it does. */
    public void keepingInputOrder(boolean kept) {
        execute("SET preserve_insertion_order = " + kept);
    }

    public <T> List<T> list(String sql, RowReader<T> reader) {
        List<T> rows = new ArrayList<>();
        each(sql, row -> rows.add(reader.read(row)));
        return rows;
    }

    /** Streams a result; the reader's own value is ignored. */
    public void each(String sql, RowReader<?> reader) {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                reader.read(result);
            }
        } catch (SQLException e) {
            throw translated(e);
        }
    }

    public long number(String sql) {
        return list(sql, row -> row.getLong(1)).get(0);
    }

    public void append(String table, RowWriter writer) {
        try (DuckDBAppender appender =
                connection.unwrap(DuckDBConnection.class).createAppender(DuckDBConnection.DEFAULT_SCHEMA, table)) {
            writer.write(appender);
        } catch (SQLException e) {
            throw translated(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw translated(e);
        }
    }

    private static ProvisionerException translated(SQLException failure) {
        String message = PENDING.matcher(String.valueOf(failure.getMessage())).replaceFirst("");
        Matcher line = LINE.matcher(message);
        if (line.find()) {
            Matcher file = FILE.matcher(message);
            String name = "source";
            while (file.find()) { // the last one is the engine's own: an earlier one could stand in the quoted line
                name = file.group(1).strip();
            }
            boolean encoding = message.contains("utf-8") || message.contains("unicode");
            return new BadInput(
                    encoding ? SourceProblem.ENCODING : SourceProblem.LINE,
                    name + ":" + line.group(1),
                    encoding ? "is not UTF-8" : "does not have the header's columns or has broken quoting",
                    encoding ? "convert the file to UTF-8" : "mend this line");
        }
        if (message.startsWith("Out of Memory")) {
            return new SurroundingsFailed(
                    "the memory limit or the disk for spill files is exhausted; raise --memory or free the disk",
                    withoutData(failure));
        }
        if (message.startsWith("IO Error")) {
            return new SurroundingsFailed("a file could not be read or written", withoutData(failure));
        }
        if (message.startsWith("Invalid Input Error")
                && message.toLowerCase(Locale.ROOT).contains("parquet")) {
            return new BadInput(
                    SourceProblem.PARQUET, "source", "holds a file that is not valid Parquet", "write that file again");
        }
        throw new IllegalStateException("the table engine refused a statement", withoutData(failure));
    }

    /** The kind of failure without the message, which may quote a row. */
    private static Exception withoutData(SQLException failure) {
        String message = String.valueOf(failure.getMessage());
        int colon = message.indexOf(':');
        SQLException kind = new SQLException(colon > 0 && colon < 40 ? message.substring(0, colon) : "DuckDB");
        kind.setStackTrace(failure.getStackTrace());
        return kind;
    }
}
