package dari.provisioner.assess.synthetic;

import dari.provisioner.synthesize.CodedTable;
import java.util.Arrays;

/**
 * Coded rows, with one set of bits per value of a column: bit r says whether row r has it. Questions over all rows are then a
 * few thousand machine words. Sets are made when first asked for, and those of rare values forgotten again, so that a column of
 * many codes takes no more than {@value #KEPT} sets; not thread-safe.
 */
public final class BitRows {

    /** A set is kept when at least one in so many rows has the value: of no column that holds for more values. */
    private static final int KEPT = 64;

    private final short[][] columns;
    private final int[] sizes;
    private final int rows;
    private final int words;
    private final long[][][] having;
    private final ByCode[] byCode;
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
        this.sizes = sizes.clone();
        this.rows = columns[0].length;
        this.words = (rows + Long.SIZE - 1) / Long.SIZE;
        this.having = new long[sizes.length][][];
        this.byCode = new ByCode[sizes.length];
        this.nobody = new long[words];
    }

    /** Shares the table's codes. */
    public static BitRows of(CodedTable table) {
        short[][] columns = new short[table.width()][];
        for (int c = 0; c < columns.length; c++) {
            columns[c] = table.column(c);
        }
        return new BitRows(columns, table.sizes());
    }

    public int rows() {
        return rows;
    }

    public int width() {
        return columns.length;
    }

    int size(int column) {
        return sizes[column];
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
        for (int c = 0; c < columns.length; c++) {
            for (int i = 0; i < chosen.length; i++) {
                fewer[c][i] = columns[c][chosen[i]];
            }
        }
        return new BitRows(fewer, sizes);
    }

    /** Rows with this code; shared, not to be changed. */
    long[] having(int column, int code) {
        ByCode order = byCode(column);
        long[] kept = having[column][code];
        if (kept != null) {
            return kept;
        }
        int from = order.starts[code];
        int to = order.starts[code + 1];
        long[] set = from == to ? nobody : new long[words];
        for (int i = from; i < to; i++) {
            set[order.rows[i] >> 6] |= 1L << order.rows[i];
        }
        if (from == to || (long) (to - from) * KEPT >= rows) {
            having[column][code] = set;
        }
        return set;
    }

    private ByCode byCode(int column) {
        if (byCode[column] == null) {
            having[column] = new long[sizes[column]][];
            byCode[column] = ByCode.of(columns[column], sizes[column]);
        }
        return byCode[column];
    }

    /** A column's rows by their code: those of code c stand from {@code starts[c]} to before {@code starts[c + 1]}. */
    @SuppressWarnings("ArrayRecordComponent") // numbers for a hot loop, never compared
    private record ByCode(int[] starts, int[] rows) {

        static ByCode of(short[] codes, int size) {
            int[] starts = new int[size + 1];
            for (short code : codes) {
                starts[code + 1]++;
            }
            for (int code = 0; code < size; code++) {
                starts[code + 1] += starts[code];
            }
            int[] next = starts.clone();
            int[] rows = new int[codes.length];
            for (int row = 0; row < codes.length; row++) {
                rows[next[codes[row]]++] = row;
            }
            return new ByCode(starts, rows);
        }
    }

    /** How many rows equal the record in these columns. */
    int fitting(int[] of, int[] record) {
        if (of.length == 1) {
            int[] starts = byCode(of[0]).starts;
            return starts[record[of[0]] + 1] - starts[record[of[0]]];
        }
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

    /** The rows that equal the record in the most of these columns, all of them when several do. */
    long[] nearest(int[] of, int[] record) {
        return closest(of, record).rows;
    }

    /** In how many of these columns the nearest rows equal the record. */
    int agreement(int[] of, int[] record) {
        return closest(of, record).equal;
    }

    @SuppressWarnings("ArrayRecordComponent") // a set of bits, never compared
    private record Closest(long[] rows, int equal) {}

    /** Counts equal columns for 64 rows at once: the k-th plane holds the k-th binary digit of every row's count. */
    private Closest closest(int[] of, int[] record) {
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
        int equal = 0;
        for (int k = digits - 1; k >= 0; k--) {
            long[] with = and(best, planes[k]);
            if (!isEmpty(with)) {
                best = with;
                equal |= 1 << k;
            }
        }
        return new Closest(best, equal);
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
