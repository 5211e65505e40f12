package dari.provisioner.synthesize;

/**
 * Values that no row has together.
 *
 * @param columns ascending, two or more
 * @param codes per column, per code, whether it belongs to them
 * @param where file and line of the rule, for errors
 */
@SuppressWarnings("ArrayRecordComponent") // numbers for a hot loop, never compared
record Impossible(int[] columns, boolean[][] codes, String where) {

    boolean concerns(int column) {
        return Cells.contains(columns, column);
    }

    /** Whether a code of one of its columns belongs to the impossible ones. */
    boolean holds(int column, int code) {
        for (int i = 0; i < columns.length; i++) {
            if (columns[i] == column) {
                return codes[i][code];
            }
        }
        return false;
    }
}
