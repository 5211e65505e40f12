package dari.load;

import dari.kernel.IdBytes;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Something that was made once by the application's own services, with all its rows, to be written again and again with
 * ids of its own: whatever the application keeps of such a thing, the copies have, too.
 */
final class Prototype {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final List<Row> rows;

    private Prototype(List<Row> rows) {
        this.rows = rows;
    }

    /** One row as the database has it. */
    private record Row(String table, Map<String, @Nullable Object> columns) {

        @Nullable
        UUID id() {
            return columns.get("id") instanceof byte[] bytes ? IdBytes.toId(bytes) : null;
        }
    }

    /** Says what differs in a copy: the new value of a column, or the one given. */
    @FunctionalInterface
    interface Change {
        @Nullable
        Object of(String table, String column, @Nullable Object value);
    }

    /**
     * @param tables SQL condition on the rows, by table; each {@code ?} is the root's id
     */
    static Prototype read(JdbcTemplate database, Map<String, String> tables, UUID root) {
        List<Row> rows = new ArrayList<>();
        tables.forEach((table, condition) -> {
            Object[] ids = condition
                    .chars()
                    .filter(letter -> letter == '?')
                    .mapToObj(any -> (Object) IdBytes.of(root))
                    .toArray();
            database.queryForList("SELECT * FROM " + table + " WHERE " + condition, ids)
                    .forEach(row -> rows.add(new Row(table, new LinkedHashMap<>(row))));
        });
        return new Prototype(rows);
    }

    /** The ids that stand in this column, in the order of the rows. */
    List<UUID> ids(String table, String column) {
        return rows.stream()
                .filter(row -> row.table.equals(table))
                .map(row -> row.columns.get(column))
                .filter(Objects::nonNull)
                .map(value -> IdBytes.toId((byte[]) value))
                .distinct()
                .toList();
    }

    /** The same without the rows of other tables. */
    Prototype only(String... tables) {
        return new Prototype(
                rows.stream().filter(row -> List.of(tables).contains(row.table)).toList());
    }

    /**
     * Writes a copy.
     *
     * @param others ids of what lies outside and is another in the copy, by the prototype's
     */
    void copy(BulkRows bulk, Supplier<UUID> ids, Map<UUID, UUID> others, Change change) throws SQLException {
        Map<UUID, UUID> known = new HashMap<>(others);
        for (Row row : rows) {
            UUID id = row.id();
            if (id != null && !known.containsKey(id)) {
                known.put(id, ids.get());
            }
        }
        for (Row row : rows) {
            Map<String, @Nullable Object> copied = new LinkedHashMap<>();
            for (Map.Entry<String, @Nullable Object> column : row.columns.entrySet()) {
                Object value = change.of(row.table, column.getKey(), column.getValue());
                copied.put(column.getKey(), renamed(value, known));
            }
            bulk.add(row.table, copied);
        }
    }

    private static @Nullable Object renamed(@Nullable Object value, Map<UUID, UUID> known) {
        if (value instanceof byte[] bytes && bytes.length == IdBytes.BYTES) {
            ByteBuffer id = ByteBuffer.wrap(bytes);
            UUID other = known.get(new UUID(id.getLong(), id.getLong()));
            return other == null ? bytes : IdBytes.of(other);
        }
        if (value instanceof String text && text.length() >= 36) {
            Matcher found = ID.matcher(text);
            return found.replaceAll(id -> {
                UUID other = known.get(UUID.fromString(id.group()));
                return other == null ? id.group() : other.toString();
            });
        }
        return value;
    }
}
