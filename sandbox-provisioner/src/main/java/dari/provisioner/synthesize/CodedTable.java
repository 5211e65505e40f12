package dari.provisioner.synthesize;

/**
 * Rows as codes of their columns' public domains, one flat array per column. The last {@value #UNDECLARED} codes of each column
 * stand for what its domain does not declare (see {@link ColumnDomain}). The arrays are shared, not copied: whoever makes one
 * gives them away.
 */
public final class CodedTable {

    /** Codes for other and missing values, the last ones of each column. */
    static final int UNDECLARED = 2;

    private final short[][] columns;
    private final int[] sizes;
    private final int rows;

    /**
     * @param columns per column, per row, a code from 0 to the column's size − 1
     * @param sizes codes per column
     */
    public CodedTable(short[][] columns, int[] sizes) {
        if (columns.length != sizes.length || columns.length == 0) {
            throw new IllegalArgumentException("a table needs one size per column and at least one column");
        }
        this.columns = columns;
        this.sizes = sizes.clone();
        this.rows = columns[0].length;
    }

    public int rows() {
        return rows;
    }

    public int width() {
        return columns.length;
    }

    /** Codes per column. */
    public int[] sizes() {
        return sizes.clone();
    }

    int size(int column) {
        return sizes[column];
    }

    /** Shared, not copied. */
    public short[] column(int column) {
        return columns[column];
    }

    /** The same rows in coarser codes. */
    CodedTable grouped(Grouping[] groupings) {
        short[][] coarse = new short[columns.length][rows];
        int[] groups = new int[columns.length];
        for (int c = 0; c < columns.length; c++) {
            short[] from = columns[c];
            short[] to = coarse[c];
            Grouping grouping = groupings[c];
            groups[c] = grouping.groups();
            for (int row = 0; row < rows; row++) {
                to[row] = (short) grouping.groupOf(from[row]);
            }
        }
        return new CodedTable(coarse, groups);
    }

    /** How often each combination of codes of some columns occurs; the last column's code moves fastest. */
    public long[] count(int... of) {
        int cells = Cells.product(sizes, of);
        int[] index = new int[rows];
        for (int column : of) {
            short[] codes = columns[column];
            int size = sizes[column];
            for (int row = 0; row < rows; row++) {
                index[row] = index[row] * size + codes[row];
            }
        }
        long[] counts = new long[cells];
        for (int at : index) {
            counts[at]++;
        }
        return counts;
    }
}
