package dari.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Writes rows in bulk: many to a statement, of all tables in one transaction after the other. */
final class BulkRows implements AutoCloseable {

    private static final int ROWS = 250;

    private final Connection connection;
    private final Map<List<String>, List<Map<String, @Nullable Object>>> waiting = new LinkedHashMap<>();
    private final Map<String, Long> written = new LinkedHashMap<>();

    BulkRows(DataSource database) throws SQLException {
        connection = database.getConnection();
        connection.setAutoCommit(false);
        try (Statement session = connection.createStatement()) {
            // rows of one thing are written table by table; together they are whole
            session.execute("SET SESSION foreign_key_checks = 0");
        }
    }

    void add(String table, Map<String, @Nullable Object> row) throws SQLException {
        List<String> shape = new ArrayList<>(row.keySet());
        shape.add(0, table);
        List<Map<String, @Nullable Object>> rows = waiting.computeIfAbsent(shape, any -> new ArrayList<>());
        rows.add(row);
        written.merge(table, 1L, Long::sum);
        if (rows.size() == ROWS) {
            write(shape, rows);
            rows.clear();
        }
    }

    /** How many rows each table got. */
    Map<String, Long> written() {
        return Collections.unmodifiableMap(written);
    }

    void flush() throws SQLException {
        for (Map.Entry<List<String>, List<Map<String, @Nullable Object>>> rest : waiting.entrySet()) {
            if (!rest.getValue().isEmpty()) {
                write(rest.getKey(), rest.getValue());
            }
        }
        waiting.clear();
        connection.commit();
    }

    private void write(List<String> shape, List<Map<String, @Nullable Object>> rows) throws SQLException {
        List<String> columns = shape.subList(1, shape.size());
        String places = "(" + String.join(",", Collections.nCopies(columns.size(), "?")) + ")";
        String sql = "INSERT INTO " + shape.get(0) + " (" + String.join(",", columns) + ") VALUES "
                + String.join(",", Collections.nCopies(rows.size(), places));
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            int at = 1;
            for (Map<String, @Nullable Object> row : rows) {
                for (String column : columns) {
                    insert.setObject(at++, row.get(column));
                }
            }
            insert.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        flush();
        try (Statement session = connection.createStatement()) {
            session.execute("SET SESSION foreign_key_checks = 1");
        }
        connection.setAutoCommit(true);
        connection.close();
    }
}
