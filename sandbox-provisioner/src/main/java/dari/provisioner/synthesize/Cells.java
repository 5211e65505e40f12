package dari.provisioner.synthesize;

/** Arithmetic of flat tables over several columns; columns ascend and the last one's code moves fastest. */
final class Cells {

    private Cells() {}

    /** Cells of a table that must fit into memory. */
    static int product(int[] sizes, int[] of) {
        return Math.toIntExact((long) weight(sizes, of));
    }

    /** Cells of a table that may be too large to make. */
    static double weight(int[] sizes, int[] of) {
        double cells = 1;
        for (int column : of) {
            cells *= sizes[column];
        }
        return cells;
    }

    /**
     * For every cell of a table its cell in a smaller one.
     *
     * @param columns ascending
     * @param part ascending, some of the columns
     */
    static int[] projection(int[] sizes, int[] columns, int[] part) {
        int[] strides = new int[columns.length];
        int stride = 1;
        for (int p = part.length - 1; p >= 0; p--) {
            for (int c = 0; c < columns.length; c++) {
                if (columns[c] == part[p]) {
                    strides[c] = stride;
                }
            }
            stride *= sizes[part[p]];
        }
        int[] map = new int[product(sizes, columns)];
        int filled = 1;
        for (int c = columns.length - 1; c >= 0; c--) {
            // the block filled so far is the table of the later columns: repeat it once per code of this one
            for (int code = 1; code < sizes[columns[c]]; code++) {
                int offset = code * strides[c];
                int to = code * filled;
                for (int i = 0; i < filled; i++) {
                    map[to + i] = map[i] + offset;
                }
            }
            filled *= sizes[columns[c]];
        }
        return map;
    }

    static boolean contains(int[] ascending, int column) {
        for (int each : ascending) {
            if (each == column) {
                return true;
            }
        }
        return false;
    }

    static boolean containsAll(int[] columns, int[] part) {
        for (int each : part) {
            if (!contains(columns, each)) {
                return false;
            }
        }
        return true;
    }
}
