package dari.provisioner.synthesize.history;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How many persons have each code of a table, a person with many codes counting less for each: with d distinct codes it adds
 * min(1, √(B/d)) to each, so that its vector's norm is at most √B however many rows it has. Leaving codes out instead, so that B
 * remain, has the same norm and tells less: B/d of each code on the average.
 */
final class ConceptPresence {

    /** Weights are counted in parts of this, rounded down: the norm stays below its bound. */
    static final int UNIT = 256;

    private final ClinicalTable table;
    private final int codesPerPerson;
    private final long[] counts;

    /**
     * @param codes of the list
     * @param codesPerPerson B: distinct codes of one person that count in full
     */
    ConceptPresence(ClinicalTable table, int codes, int codesPerPerson) {
        this.table = table;
        this.codesPerPerson = codesPerPerson;
        this.counts = new long[codes + 1];
    }

    void add(History history) {
        Set<Integer> codes = distinct(history, table);
        if (codes.isEmpty()) {
            return;
        }
        // integer root of B·UNIT²/d: exact, so nothing rounds up
        long weight = Math.min(UNIT, floorRoot((long) UNIT * UNIT * codesPerPerson / codes.size()));
        for (int code : codes) {
            counts[code] += weight;
        }
    }

    /** Exact, in parts of {@link #UNIT}: never leave without noise. */
    long[] counts() {
        return counts;
    }

    /** Squared norm of the most that one person adds. */
    long squaredSensitivity() {
        return (long) UNIT * UNIT * codesPerPerson;
    }

    /** Persons with each code of each table, every code counted in full: for the hospital's steward and attacks, never released. */
    static Map<ClinicalTable, double[]> exact(HistoryDomain domain, Histories real) {
        Map<ClinicalTable, double[]> exact = new EnumMap<>(ClinicalTable.class);
        for (ClinicalTable table : domain.tables()) {
            exact.put(table, new double[domain.codes(table).size() + 1]);
        }
        real.each(history ->
                exact.forEach((table, persons) -> distinct(history, table).forEach(code -> persons[code]++)));
        return exact;
    }

    static Set<Integer> distinct(History history, ClinicalTable table) {
        Set<Integer> codes = new TreeSet<>();
        for (History.Contact contact : history.contacts()) {
            for (History.Event event : contact.events()) {
                if (event.table() == table) {
                    codes.add(event.code());
                }
            }
        }
        return codes;
    }

    private static long floorRoot(long value) {
        long root = (long) Math.sqrt((double) value);
        while (root * root > value) {
            root--;
        }
        return root;
    }
}
