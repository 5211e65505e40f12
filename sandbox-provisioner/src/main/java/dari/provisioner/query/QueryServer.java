package dari.provisioner.query;

import dari.provisioner.SurroundingsFailed;
import dari.provisioner.engine.Sql;
import dari.provisioner.json.Json;
import dari.provisioner.query.QueryAnswer.Problem;
import dari.provisioner.query.QueryAnswer.Refusal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The inside of a session's process: a copy of the tables, and one answer line for each query line. */
public final class QueryServer {

    private static final String DATABASE = "release.duckdb";
    private static final Set<Integer> NUMBERS = Set.of(
            Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.FLOAT, Types.DOUBLE, Types.DECIMAL);
    private static final int MOST_DETAIL = 500;
    private static final JsonMapper ONE_LINE =
            Json.mapper().rebuild().disable(SerializationFeature.INDENT_OUTPUT).build();

    private final Connection connection;
    private final QueryGuard guard;
    private final QueryLimits limits;

    private QueryServer(Connection connection, QueryGuard guard, QueryLimits limits) {
        this.connection = connection;
        this.guard = guard;
        this.limits = limits;
    }

    /**
     * Copies the tables, then answers until the input ends.
     *
     * @param data folder of the release's Parquet files
     * @param work private folder for the copy
     */
    public static void serve(Path data, Path work, QueryLimits limits, BufferedReader in, PrintStream out) {
        try {
            List<String> tables = copy(data, work.resolve(DATABASE), limits);
            try (Connection connection = DriverManager.getConnection(
                    "jdbc:duckdb:" + work.resolve(DATABASE).toAbsolutePath(), locked(limits))) {
                QueryServer server = new QueryServer(connection, new QueryGuard(connection, tables), limits);
                out.println(line(new Ready(tables)));
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    out.println(line(server.answer(
                            ONE_LINE.readValue(line, Question.class).sql())));
                }
            }
        } catch (SQLException | IOException e) {
            throw new SurroundingsFailed("the session cannot go on", e);
        } finally {
            remove(work.resolve(DATABASE));
        }
    }

    /** By the session itself, whose input also ends when the program that started it was killed. */
    private static void remove(Path copy) {
        try {
            Files.deleteIfExists(copy);
        } catch (IOException e) {
            throw new SurroundingsFailed("the session's copy could not be removed", e);
        }
    }

    /** What comes first: the tables that can be asked about. */
    record Ready(List<String> tables) {}

    /** A line in. */
    record Question(String sql) {}

    static String line(Object value) {
        return ONE_LINE.writeValueAsString(value);
    }

    static <T> T parse(String line, Class<T> type) {
        return ONE_LINE.readValue(line, type);
    }

    private QueryAnswer answer(String sql) {
        long start = System.nanoTime();
        try {
            Optional<Problem> problem = guard.problem(sql);
            if (problem.isPresent()) {
                return QueryAnswer.refused(
                        problem.get().refusal(), shortened(problem.get().detail()));
            }
            return run(sql, start);
        } catch (SQLException e) {
            String message = innermost(String.valueOf(e.getMessage()));
            return QueryAnswer.refused(refusal(message), shortened(message));
        }
    }

    private QueryAnswer run(String sql, long start) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(Math.toIntExact(limits.time().toSeconds()));
            try (ResultSet result = statement.executeQuery(sql)) {
                ResultSetMetaData about = result.getMetaData();
                List<QueryAnswer.Column> columns = new ArrayList<>();
                for (int i = 1; i <= about.getColumnCount(); i++) {
                    columns.add(new QueryAnswer.Column(
                            about.getColumnLabel(i),
                            about.getColumnTypeName(i),
                            NUMBERS.contains(about.getColumnType(i))));
                }
                List<List<@Nullable String>> rows = new ArrayList<>();
                boolean more = false;
                while (!more && result.next()) {
                    more = rows.size() == limits.rows();
                    if (!more) {
                        rows.add(row(result, columns.size()));
                    }
                }
                return new QueryAnswer(columns, rows, more, (System.nanoTime() - start) / 1_000_000, null);
            }
        }
    }

    private List<@Nullable String> row(ResultSet result, int columns) throws SQLException {
        List<@Nullable String> row = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
            String value = result.getString(i);
            row.add(
                    value != null && value.length() > limits.cellCharacters()
                            ? value.substring(0, limits.cellCharacters()) + "…"
                            : value);
        }
        return row;
    }

    /** A streamed result wraps what went wrong into words about itself. */
    private static String innermost(String message) {
        int wrapped = message.indexOf("\nError: ");
        return wrapped < 0 ? message : message.substring(wrapped + "\nError: ".length());
    }

    private static Refusal refusal(String message) {
        if (message.startsWith("Out of Memory")) {
            return Refusal.MEMORY;
        }
        return message.contains("INTERRUPT") || message.contains("timeout") ? Refusal.TIME : Refusal.FAILED;
    }

    private static String shortened(String text) {
        return text.length() > MOST_DETAIL ? text.substring(0, MOST_DETAIL) + "…" : text;
    }

    private static List<String> copy(Path data, Path database, QueryLimits limits) throws SQLException, IOException {
        List<String> tables = new ArrayList<>();
        try (Stream<Path> files = Files.list(data);
                Connection writer = DriverManager.getConnection("jdbc:duckdb:" + database.toAbsolutePath());
                Statement statement = writer.createStatement()) {
            statement.execute("SET memory_limit = '" + limits.tableMegabytes() + "MB'");
            statement.execute("SET threads = 1");
            for (Path file : (Iterable<Path>)
                    files.filter(f -> f.toString().endsWith(".parquet")).sorted()::iterator) {
                String table = String.valueOf(file.getFileName()).replaceAll("\\.parquet$", "");
                statement.execute("CREATE TABLE " + Sql.name(table) + " AS SELECT * FROM read_parquet("
                        + Sql.text(file.toAbsolutePath().toString()) + ")");
                tables.add(table);
            }
        }
        return tables;
    }

    /** Nothing outside the copy can be reached, and none of this can be set otherwise afterwards. */
    private static Properties locked(QueryLimits limits) {
        Properties settings = new Properties();
        settings.put("duckdb.read_only", "true");
        settings.put("jdbc_stream_results", "true");
        settings.put("enable_external_access", "false");
        settings.put("autoinstall_known_extensions", "false");
        settings.put("autoload_known_extensions", "false");
        settings.put("allow_community_extensions", "false");
        settings.put("memory_limit", limits.tableMegabytes() + "MB");
        settings.put("threads", "1");
        settings.put("temp_directory", "");
        settings.put("max_temp_directory_size", "0B");
        settings.put("lock_configuration", "true");
        return settings;
    }
}
