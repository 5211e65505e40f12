package dari.provisioner.synthesize;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns a source's rows of text into a {@link CodedTable}, one after the other. */
public final class CodedRows {

    private static final int FIRST_ROWS = 1024;

    private final List<ColumnDomain> domain;
    private final short[][] columns;
    private int rows;

    public CodedRows(List<ColumnDomain> domain) {
        this.domain = List.copyOf(domain);
        this.columns = new short[domain.size()][FIRST_ROWS];
    }

    /** One row's texts. */
    @FunctionalInterface
    public interface Cells<E extends Exception> {
        @Nullable
        String at(int column) throws E;
    }

    public <E extends Exception> void add(Cells<E> row) throws E {
        if (rows == columns[0].length) {
            for (int c = 0; c < columns.length; c++) {
                columns[c] = Arrays.copyOf(columns[c], Math.multiplyExact(rows, 2));
            }
        }
        for (int c = 0; c < columns.length; c++) {
            columns[c][rows] = (short) domain.get(c).code(row.at(c));
        }
        rows++;
    }

    public CodedTable table() {
        short[][] trimmed = new short[columns.length][];
        for (int c = 0; c < columns.length; c++) {
            trimmed[c] = Arrays.copyOf(columns[c], rows);
        }
        return new CodedTable(
                trimmed, domain.stream().mapToInt(ColumnDomain::size).toArray());
    }
}
