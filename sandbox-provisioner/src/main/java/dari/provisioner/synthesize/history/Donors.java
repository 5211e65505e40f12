package dari.provisioner.synthesize.history;

import dari.provisioner.synthesize.CodedTable;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Invented rows to take values from: those that agree with what is known, in as many columns as enough rows allow. It stands for a
 * conditional distribution of the model that the rows were drawn from.
 */
final class Donors {

    /** Fewer rows would repeat themselves. */
    private static final int ENOUGH = 20;

    private final CodedTable rows;
    private final List<Index> indices = new ArrayList<>();

    /** @param levels columns that shall agree, the more specific ones first; an empty one, which always fits, is added */
    Donors(CodedTable rows, List<int[]> levels) {
        this.rows = rows;
        levels.forEach(columns -> indices.add(new Index(rows, columns)));
        indices.add(new Index(rows, new int[0]));
    }

    CodedTable rows() {
        return rows;
    }

    /** @param known one code per column; those outside the levels are not looked at */
    int pick(int[] known, RandomGenerator random) {
        for (Index index : indices) {
            int key = index.key(known);
            int count = index.start[key + 1] - index.start[key];
            if (count >= ENOUGH || index.columns.length == 0) {
                return index.members[index.start[key] + random.nextInt(count)];
            }
        }
        throw new IllegalStateException("the last level always fits");
    }

    /** Rows by the codes of some columns. */
    private static final class Index {

        private final int[] columns;
        private final int[] sizes;
        private final int[] start;
        private final int[] members;

        Index(CodedTable rows, int[] columns) {
            this.columns = columns;
            this.sizes = rows.sizes();
            int keys = 1;
            for (int column : columns) {
                keys = Math.multiplyExact(keys, sizes[column]);
            }
            start = new int[keys + 1];
            int[] key = new int[rows.rows()];
            for (int column : columns) {
                short[] codes = rows.column(column);
                for (int row = 0; row < key.length; row++) {
                    key[row] = key[row] * sizes[column] + codes[row];
                }
            }
            for (int k : key) {
                start[k + 1]++;
            }
            for (int k = 0; k < keys; k++) {
                start[k + 1] += start[k];
            }
            int[] filled = start.clone();
            members = new int[key.length];
            for (int row = 0; row < key.length; row++) {
                members[filled[key[row]]++] = row;
            }
        }

        int key(int[] known) {
            int key = 0;
            for (int column : columns) {
                key = key * sizes[column] + known[column];
            }
            return key;
        }
    }
}
