package dari.provisioner.deidentify;

import java.util.Arrays;

/**
 * The different rows of a table at some levels, each with how often it stands there: what any coarser levels are counted
 * from. Where persons have several rows they stay rows, ordered by person. Immutable.
 *
 * @param levels at which they differ
 * @param rows one row of the table for each
 * @param weights how many rows of the table are like it, sensitive values included
 */
@SuppressWarnings("ArrayRecordComponent") // numbers for a hot loop, never compared
record RolledUp(int[] levels, int[] rows, int[] weights) {

    static RolledUp whole(GeneralisedRows generalised) {
        QuasiTable table = generalised.table();
        int[] levels = new int[table.attributes()];
        int[] all = all(table);
        int[] ones = new int[all.length];
        Arrays.fill(ones, 1);
        int[] persons = table.persons();
        if (persons != null) {
            return new RolledUp(levels, byPerson(persons, table.people()), ones);
        }
        return new RolledUp(levels, all, ones).at(levels, generalised);
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
        long[] published = new long[rows.length * words];
        generalised.keys(table.leaves(), rows, coarser, published);
        long[] key = new long[words + sensitive.length];
        KeyIndex index = new KeyIndex(key.length, rows.length);
        int[] first = new int[rows.length];
        int[] summed = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(published, i * words, key, 0, words);
            for (int j = 0; j < sensitive.length; j++) {
                key[words + j] = sensitive[j].values()[rows[i]];
            }
            int number = index.number(key, 0);
            if (summed[number] == 0) {
                first[number] = rows[i];
            }
            summed[number] += weights[i];
        }
        return new RolledUp(coarser.clone(), Arrays.copyOf(first, index.size()), Arrays.copyOf(summed, index.size()));
    }
}
