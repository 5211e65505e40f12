package dari.provisioner.deidentify;

import java.util.Arrays;

/**
 * The different rows of a table at some levels, each with how often it stands there: what any coarser levels are counted
 * from. Where persons have several rows they stay rows, ordered by person. Immutable.
 *
 * @param levels at which they differ
 * @param rows one row of the table for each
 * @param weights how many rows of the table are like it
 * @param counts how many of them have each sensitive value, for one row behind the other as {@link Criteria} has them; empty where
 *     there are too many such values: then rows with different ones stand apart
 */
@SuppressWarnings("ArrayRecordComponent") // numbers for a hot loop, never compared
record RolledUp(int[] levels, int[] rows, int[] weights, int[] counts) {

    /** Sensitive values, and their counts in all, up to which they are counted row by row. */
    private static final int FEW = 64;

    private static final long MOST_COUNTS = 1L << 24;

    private static final int[] NONE = {};

    /** Row by row. */
    static RolledUp whole(QuasiTable table) {
        int[] persons = table.persons();
        int[] rows = persons == null ? all(table) : byPerson(persons, table.people());
        int[] ones = new int[rows.length];
        Arrays.fill(ones, 1);
        return new RolledUp(new int[table.attributes()], rows, ones, NONE);
    }

    /** Every row of a table. */
    static int[] all(QuasiTable table) {
        int[] all = new int[table.rows()];
        Arrays.setAll(all, row -> row);
        return all;
    }

    private static int[] byPerson(int[] persons, int people) {
        int[] begin = new int[people + 1];
        for (int person : persons) {
            begin[person + 1]++;
        }
        for (int person = 0; person < people; person++) {
            begin[person + 1] += begin[person];
        }
        int[] ordered = new int[persons.length];
        for (int row = 0; row < persons.length; row++) {
            ordered[begin[persons[row]]++] = row;
        }
        return ordered;
    }

    /** The same at coarser levels. */
    RolledUp at(int[] coarser, GeneralisedRows generalised) {
        QuasiTable table = generalised.table();
        if (table.persons() != null) {
            return this;
        }
        int words = generalised.words();
        QuasiTable.Sensitive[] sensitive = table.sensitive();
        int width = counted(table);
        long[] keys = new long[rows.length * words];
        generalised.keys(table.leaves(), rows, coarser, keys);
        if (width == 0 && sensitive.length > 0) {
            keys = withSensitive(keys, words, sensitive);
            words += sensitive.length;
        }
        double different = words == generalised.words() ? generalised.different(coarser) : rows.length;
        int most = (int) Math.min(rows.length, different);
        KeyIndex index = new KeyIndex(words, most);
        index.clear(most, different);
        int[] first = new int[most];
        int[] summed = new int[most];
        int[] values = new int[most * width];
        for (int i = 0; i < rows.length; i++) {
            int number = index.number(keys, i * words);
            if (summed[number] == 0) {
                first[number] = rows[i];
            }
            summed[number] += weights[i];
            if (width > 0) {
                addCounts(sensitive, i, values, number * width, width);
            }
        }
        int size = index.size();
        return new RolledUp(
                coarser.clone(),
                Arrays.copyOf(first, size),
                Arrays.copyOf(summed, size),
                Arrays.copyOf(values, size * width));
    }

    private long[] withSensitive(long[] published, int words, QuasiTable.Sensitive[] sensitive) {
        int all = words + sensitive.length;
        long[] keys = new long[rows.length * all];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(published, i * words, keys, i * all, words);
            for (int j = 0; j < sensitive.length; j++) {
                keys[i * all + words + j] = sensitive[j].values()[rows[i]];
            }
        }
        return keys;
    }

    /** Different sensitive values of all columns together; 0 where they are too many to be counted for each row. */
    private static int counted(QuasiTable table) {
        int values = Arrays.stream(table.sensitive())
                .mapToInt(QuasiTable.Sensitive::size)
                .sum();
        return values <= FEW && (long) values * table.rows() <= MOST_COUNTS ? values : 0;
    }

    /**
     * Adds what a row stands for to the counts of a group.
     *
     * @param width of a group's counts
     */
    void addCounts(QuasiTable.Sensitive[] sensitive, int row, int[] sums, int at, int width) {
        if (counts.length > 0) {
            for (int value = 0; value < width; value++) {
                sums[at + value] += counts[row * width + value];
            }
            return;
        }
        int offset = at;
        for (QuasiTable.Sensitive column : sensitive) {
            sums[offset + column.values()[rows[row]]] += weights[row];
            offset += column.size();
        }
    }
}
