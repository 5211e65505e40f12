package dari.exports.scan;

import dari.documents.ContentRefused;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A table of results.
 *
 * @param number which of its file, from 1
 * @param firstRow the file's number of the first row below the header
 */
public record ResultTable(int number, List<String> header, List<List<String>> rows, int firstRow) {

    private static final Pattern NUMBER =
            Pattern.compile("[-+]?(?=\\.?\\d)(?:\\d[\\d,]*+)?+(?:\\.\\d++)?+([eE][-+]?\\d+)?%?");

    /** Rows are filled up to the widest: one of them alone could make a small file large. */
    private static final long MOST_CELLS = 4_000_000;

    public ResultTable {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }

    /**
     * The first row is the header unless it holds a number; lines before it that begin with # are remarks.
     *
     * @throws ContentRefused when it would be too large to be looked at
     */
    static ResultTable of(int number, List<List<String>> cells) {
        List<List<String>> all = cells.stream()
                .map(row -> row.stream().map(String::strip).toList())
                .toList();
        int skipped = 0;
        while (skipped < all.size() && isRemark(all.get(skipped))) {
            skipped++;
        }
        List<List<String>> rest = all.subList(skipped, all.size());
        int width = rest.stream().mapToInt(List::size).max().orElse(0);
        if ((long) width * rest.size() > MOST_CELLS) {
            throw new ContentRefused("unreadable");
        }
        boolean headed = !rest.isEmpty()
                && rest.get(0).stream().noneMatch(cell -> NUMBER.matcher(cell).matches());
        List<String> header = headed ? filled(rest.get(0), width) : Collections.nCopies(width, "");
        return new ResultTable(
                number,
                header,
                rest.subList(headed ? 1 : 0, rest.size()).stream()
                        .filter(row -> row.stream().anyMatch(cell -> !cell.isEmpty()))
                        .map(row -> filled(row, width))
                        .toList(),
                skipped + (headed ? 2 : 1));
    }

    private static boolean isRemark(List<String> row) {
        return row.isEmpty() || row.get(0).startsWith("#");
    }

    private static List<String> filled(List<String> row, int width) {
        List<String> cells = new ArrayList<>(row);
        while (cells.size() < width) {
            cells.add("");
        }
        return cells;
    }

    public int width() {
        return header.size();
    }

    /** The names of the columns in lower case, in order. */
    public List<String> names() {
        return header.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    }

    List<String> column(int column) {
        return rows.stream().map(row -> row.get(column)).toList();
    }

    Place cell(int row, int column) {
        return Place.of(Place.Kind.CELL, number, row + firstRow, column + 1);
    }

    Place at() {
        return Place.of(Place.Kind.TABLE, number);
    }

    /** All of it, the header as a row like the others. */
    List<List<String>> withHeader() {
        List<List<String>> all = new ArrayList<>();
        all.add(header);
        all.addAll(rows);
        return all;
    }

    IntStream columns() {
        return IntStream.range(0, width());
    }
}
