package dari.provisioner.assess.synthetic;

import java.util.Arrays;

/**
 * Coded rows, with one set of bits per value of a column: bit r says whether row r has it. Questions over all rows are then a
 * few thousand machine words. Sets are made when first asked for; not thread-safe.
 */
public final class BitRows {

    private final short[][] columns;
    private final int rows;
    private final int words;
    private final long[][][] having;

    /** Stands for a set that was not asked for yet. */
    private final long[] unasked = {};

    private final long[] nobody;

    /**
     * @param columns per column, per row, a code from 0 to the column's size − 1; shared, not copied
     * @param sizes codes per column
     */
    public BitRows(short[][] columns, int[] sizes) {
        if (columns.length == 0 || columns.length != sizes.length) {
            throw new IllegalArgumentException("a table needs columns, and one size for each");
        }
        this.columns = columns;
        this.rows = columns[0].length;
        this.words = (rows + Long.SIZE - 1) / Long.SIZE;
        this.having = new long[sizes.length][][];
        for (int c = 0; c < sizes.length; c++) {
            having[c] = new long[sizes[c]][];
            Arrays.fill(having[c], unasked);
        }
        this.nobody = new long[words];
    }

    public int rows() {
        return rows;
    }

    public int width() {
        return columns.length;
    }

    int size(int column) {
        return having[column].length;
    }

    int code(int column, int row) {
        return columns[column][row];
    }

    int[] record(int row) {
        int[] record = new int[columns.length];
        for (int c = 0; c < record.length; c++) {
            record[c] = columns[c][row];
        }
        return record;
    }

    /** Only these rows, in this order. */
    BitRows only(int[] chosen) {
        short[][] fewer = new short[columns.length][chosen.length];
        int[] sizes = new int[columns.length];
        for (int c = 0; c < columns.length; c++) {
            sizes[c] = having[c].length;
            for (int i = 0; i < chosen.length; i++) {
                fewer[c][i] = columns[c][chosen[i]];
            }
        }
        return new BitRows(fewer, sizes);
    }

    /** Rows with this code; shared, not to be changed. */
    long[] having(int column, int code) {
        long[] set = having[column][code];
        if (set == unasked) {
            set = nobody;
            short[] codes = columns[column];
            for (int row = 0; row < rows; row++) {
                if (codes[row] == code) {
                    if (set == nobody) {
                        set = new long[words];
                    }
                    set[row >> 6] |= 1L << row;
                }
            }
            having[column][code] = set;
        }
        return set;
    }

    /** How many rows equal the record in these columns. */
    int fitting(int[] of, int[] record) {
        long[][] sets = sets(of, record);
        int count = 0;
        for (int w = 0; w < words; w++) {
            long all = -1;
            for (long[] set : sets) {
                all &= set[w];
            }
            count += Long.bitCount(all);
        }
        return count;
    }

    /**
     * The rows that equal the record in the most of these columns, all of them when several do. Counts equal columns for 64 rows
     * at once: the k-th plane holds the k-th binary digit of every row's count.
     */
    long[] nearest(int[] of, int[] record) {
        long[][] sets = sets(of, record);
        int digits = Integer.SIZE - Integer.numberOfLeadingZeros(of.length);
        long[][] planes = new long[digits][words];
        for (long[] set : sets) {
            for (int w = 0; w < words; w++) {
                long carry = set[w];
                for (int k = 0; carry != 0; k++) {
                    long digit = planes[k][w];
                    planes[k][w] = digit ^ carry;
                    carry &= digit;
                }
            }
        }
        long[] best = everybody();
        for (int k = digits - 1; k >= 0; k--) {
            long[] with = and(best, planes[k]);
            if (!isEmpty(with)) {
                best = with;
            }
        }
        return best;
    }

    private long[][] sets(int[] of, int[] record) {
        long[][] sets = new long[of.length][];
        for (int i = 0; i < of.length; i++) {
            sets[i] = having(of[i], record[of[i]]);
        }
        return sets;
    }

    private long[] everybody() {
        long[] all = new long[words];
        Arrays.fill(all, -1);
        if (rows % Long.SIZE != 0) {
            all[words - 1] = (1L << rows) - 1;
        }
        return all;
    }

    static long[] and(long[] a, long[] b) {
        long[] both = new long[a.length];
        for (int w = 0; w < both.length; w++) {
            both[w] = a[w] & b[w];
        }
        return both;
    }

    static int count(long[] set) {
        int count = 0;
        for (long word : set) {
            count += Long.bitCount(word);
        }
        return count;
    }

    private static boolean isEmpty(long[] set) {
        for (long word : set) {
            if (word != 0) {
                return false;
            }
        }
        return true;
    }
}
