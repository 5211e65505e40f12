package dari.provisioner.deidentify;

import dari.provisioner.engine.DuckDb;

/** Takes the numbers of rows of a table's persons class by class, and writes down who may not keep all: see {@link CodeSets#alike}. */
final class AlikeCounts {

    private final DuckDb engine;
    private final String quota;
    private final int k;
    private final IntList members = new IntList();
    private final IntList counts = new IntList();
    private int current = -1;

    /** @param quota engine table (member, rows) to write to */
    AlikeCounts(DuckDb engine, String quota, int k) {
        this.engine = engine;
        this.quota = quota;
        this.k = k;
    }

    /** Members of one class come together. */
    void add(int member, int group, int rows) {
        if (group != current) {
            finish();
            current = group;
        }
        members.add(member);
        counts.add(rows);
    }

    /** Writes the last class. */
    void finish() {
        int[] may = CodeSets.alike(counts.toArray(), k);
        engine.append(quota, appender -> {
            for (int i = 0; i < may.length; i++) {
                if (may[i] < counts.get(i)) {
                    appender.beginRow();
                    appender.append(members.get(i));
                    appender.append(may[i]);
                    appender.endRow();
                }
            }
        });
        members.clear();
        counts.clear();
    }
}
