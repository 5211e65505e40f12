package dari.provisioner.omop;

import dari.provisioner.engine.ColumnTypes;
import dari.provisioner.engine.DuckDb;
import dari.provisioner.engine.Sql;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** One table's invented rows, written to files in parts as they come, so that memory does not grow with their number. */
final class TableParts {

    /** An empty cell. */
    static final long EMPTY = Long.MIN_VALUE;

    private static final int ROWS = 100_000;

    private final DuckDb engine;
    private final String name;
    private final Map<String, ColumnTypes.Type> columns;
    private final LocalDate from;
    private final Path folder;
    private final long[] cells;
    private final List<String> texts = new ArrayList<>();
    private final Map<String, Long> known = new HashMap<>();
    private final List<Path> parts = new ArrayList<>();
    private int rows;
    private long written;

    /**
     * @param columns in their order; dates are given as days since {@code from}, decimals by their bits, texts by {@link #text}
     * @param folder private, of this table
     */
    TableParts(DuckDb engine, String name, Map<String, ColumnTypes.Type> columns, LocalDate from, Path folder) {
        this.engine = engine;
        this.name = name;
        this.columns = columns;
        this.from = from;
        this.folder = folder;
        this.cells = new long[ROWS * columns.size()];
        engine.execute("CREATE OR REPLACE TABLE " + batch()
                + columns.entrySet().stream()
                        .map(c -> Sql.name(c.getKey()) + " "
                                + (c.getValue() == ColumnTypes.Type.DATE
                                        ? "INTEGER"
                                        : c.getValue().sql()))
                        .collect(Collectors.joining(", ", " (", ")")));
    }

    /** The number of the next row, from 1. */
    long next() {
        return written + rows + 1;
    }

    /** A text as a cell; there are few different ones. */
    long text(String text) {
        return known.computeIfAbsent(text, t -> {
            texts.add(t);
            return texts.size() - 1L;
        });
    }

    void add(long... row) {
        System.arraycopy(row, 0, cells, rows * columns.size(), row.length);
        rows++;
        if (rows == ROWS) {
            flush();
        }
    }

    /** Writes what is left and tells what reads it all: a query of the table's columns in their order. */
    String finish() {
        if (rows > 0 || parts.isEmpty()) {
            flush();
        }
        engine.execute("DROP TABLE " + batch());
        return "SELECT * FROM read_parquet("
                + parts.stream().map(p -> Sql.text(p.toString())).collect(Collectors.joining(", ", "[", "]")) + ")";
    }

    /** Rows so far. */
    long count() {
        return written + rows;
    }

    private void flush() {
        List<ColumnTypes.Type> types = List.copyOf(columns.values());
        engine.append(batch(), appender -> {
            for (int row = 0; row < rows; row++) {
                appender.beginRow();
                for (int c = 0; c < types.size(); c++) {
                    long cell = cells[row * types.size() + c];
                    if (cell == EMPTY) {
                        appender.appendNull();
                    } else if (types.get(c) == ColumnTypes.Type.DATE) {
                        appender.append((int) cell);
                    } else if (types.get(c) == ColumnTypes.Type.DECIMAL) {
                        appender.append(Double.longBitsToDouble(cell));
                    } else if (types.get(c) == ColumnTypes.Type.TEXT) {
                        appender.append(texts.get((int) cell));
                    } else {
                        appender.append(cell);
                    }
                }
                appender.endRow();
            }
        });
        Path part = folder.resolve(String.format(Locale.ROOT, "%s.%05d.part", name, parts.size()));
        engine.execute("COPY (SELECT "
                + columns.entrySet().stream()
                        .map(c -> (c.getValue() == ColumnTypes.Type.DATE
                                        ? "DATE " + Sql.text(from.toString()) + " + " + Sql.name(c.getKey())
                                        : Sql.name(c.getKey()))
                                + " AS " + Sql.name(c.getKey()))
                        .collect(Collectors.joining(", "))
                + " FROM " + batch() + ") TO " + Sql.text(part.toString()) + " (FORMAT parquet, COMPRESSION zstd)");
        engine.execute("TRUNCATE " + batch());
        parts.add(part);
        written += rows;
        rows = 0;
    }

    private String batch() {
        return "batch_" + name; // one of OMOP's own names: it needs no quotes
    }
}
