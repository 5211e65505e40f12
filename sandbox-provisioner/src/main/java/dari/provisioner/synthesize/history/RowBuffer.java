package dari.provisioner.synthesize.history;

import dari.provisioner.synthesize.CodedTable;
import java.util.Arrays;

/** Collects rows of codes. */
final class RowBuffer {

    private static final int FIRST_ROWS = 1024;

    private final int[] sizes;
    private final short[][] columns;
    private int rows;

    /** @param sizes codes per column, those for other and missing included */
    RowBuffer(int[] sizes) {
        this.sizes = sizes.clone();
        this.columns = new short[sizes.length][FIRST_ROWS];
    }

    void add(int[] codes) {
        if (rows == columns[0].length) {
            for (int c = 0; c < columns.length; c++) {
                columns[c] = Arrays.copyOf(columns[c], Math.multiplyExact(rows, 2));
            }
        }
        set(rows++, codes);
    }

    /** Puts a row in the place of another. */
    void set(int row, int[] codes) {
        for (int c = 0; c < columns.length; c++) {
            columns[c][row] = (short) codes[c];
        }
    }

    CodedTable table() {
        short[][] trimmed = new short[columns.length][];
        for (int c = 0; c < columns.length; c++) {
            trimmed[c] = Arrays.copyOf(columns[c], rows);
        }
        return new CodedTable(trimmed, sizes);
    }
}
