package dari.provisioner.synthesize.history;

import dari.provisioner.synthesize.CodedTable;
import dari.provisioner.synthesize.MarginalError;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is compared between real and invented histories. Exact counts of real persons: for the hospital's steward alone, never part
 * of a release.
 */
public final class HistoryStatistics implements Consumer<History> {

    /** Codes of a table that are told apart when its rows are compared in pairs of columns. */
    private static final int CODES_APART = 40;

    private static final double PREVALENT = 0.01;

    private final HistoryDomain domain;
    private final ContactColumns contactColumns;
    private final PersonColumns personColumns;
    private final Map<ClinicalTable, EventColumns> eventColumns = new EnumMap<>(ClinicalTable.class);
    private final RowBuffer persons;
    private final RowBuffer contacts;
    private final Map<ClinicalTable, RowBuffer> events = new EnumMap<>(ClinicalTable.class);
    private final Map<ClinicalTable, int[]> rowsOfCode = new EnumMap<>(ClinicalTable.class);
    private final Map<ClinicalTable, int[]> personsWithCode = new EnumMap<>(ClinicalTable.class);
    private final Map<String, Map<Integer, Integer>> counted = new LinkedHashMap<>();
    private int count;

    private HistoryStatistics(HistoryDomain domain, Map<ClinicalTable, List<Integer>> apart) {
        this.domain = domain;
        this.contactColumns = new ContactColumns(domain);
        this.personColumns = new PersonColumns(domain, Map.of());
        this.persons = new RowBuffer(personColumns.sizes());
        this.contacts = new RowBuffer(contactColumns.sizes());
        for (ClinicalTable table : domain.tables()) {
            EventColumns columns = new EventColumns(domain, table, apart.getOrDefault(table, List.of()));
            eventColumns.put(table, columns);
            events.put(table, new RowBuffer(columns.sizes()));
            rowsOfCode.put(table, new int[domain.codes(table).size() + 1]);
            personsWithCode.put(table, new int[domain.codes(table).size() + 1]);
        }
    }

    /** Of real histories, whose frequent codes decide which are told apart. */
    public static HistoryStatistics ofReal(HistoryDomain domain, Histories real) {
        Map<ClinicalTable, List<Integer>> apart = new EnumMap<>(ClinicalTable.class);
        ConceptPresence.exact(domain, real)
                .forEach((table, having) -> apart.put(table, new Concepts(having, 0).frequent(0, CODES_APART)));
        HistoryStatistics statistics = new HistoryStatistics(domain, apart);
        real.each(statistics);
        return statistics;
    }

    /** Empty, for histories to be compared with these. */
    public HistoryStatistics sameColumns() {
        Map<ClinicalTable, List<Integer>> apart = new EnumMap<>(ClinicalTable.class);
        eventColumns.forEach((table, columns) -> apart.put(table, columns.own()));
        return new HistoryStatistics(domain, apart);
    }

    @Override
    public void accept(History history) {
        count++;
        persons.add(personColumns.row(history));
        List<History.Contact> all = history.contacts();
        tally("contacts of a person", Buckets.CONTACTS.code(all.size()));
        for (int i = 0; i < all.size(); i++) {
            contacts.add(contactColumns.row(history, i));
            if (i > 0) {
                tally(
                        "gap",
                        Buckets.GAP.code(
                                all.get(i).first() - (long) all.get(i - 1).first()));
            }
            if (i > 1) {
                int kinds = domain.noVisit() + 1;
                tally(
                        "three kinds in a row",
                        (all.get(i - 2).kind() * kinds + all.get(i - 1).kind()) * kinds
                                + all.get(i).kind());
            }
        }
        for (ClinicalTable table : domain.tables()) {
            RowBuffer rows = events.get(table);
            EventColumns columns = eventColumns.get(table);
            int[] ofCode = rowsOfCode.get(table);
            int[] having = personsWithCode.get(table);
            if (rows == null || columns == null || ofCode == null || having == null) {
                throw new IllegalStateException("every table has its counts");
            }
            int rowsOfPerson = 0;
            columns.rows(history).forEach(rows::add);
            for (History.Contact contact : all) {
                for (History.Event event : contact.events()) {
                    if (event.table() == table) {
                        ofCode[event.code()]++;
                        rowsOfPerson++;
                    }
                }
            }
            Set<Integer> distinct = new TreeSet<>(ConceptPresence.distinct(history, table));
            distinct.forEach(code -> having[code]++);
            tally("codes of a person, " + table.table(), Buckets.TAIL.code(distinct.size()));
            tally("rows of a person, " + table.table(), Buckets.CONTACTS.code(rowsOfPerson));
        }
    }

    private void tally(String what, int value) {
        counted.computeIfAbsent(what, w -> new HashMap<>()).merge(value, 1, Integer::sum);
    }

    /** Half the L1 distance of shares, 0 to 1, unless the name says something else; by name. */
    public Map<String, Double> distances(HistoryStatistics other) {
        Map<String, Double> distances = new LinkedHashMap<>();
        marginals(distances, "person", persons.table(), other.persons.table());
        marginals(distances, "visit_occurrence", contacts.table(), other.contacts.table());
        events.forEach((table, rows) -> {
            RowBuffer others = other.events.get(table);
            if (others != null) {
                marginals(distances, table.table(), rows.table(), others.table());
            }
        });
        distances.put("transitions", transitions(contacts.table(), other.contacts.table()));
        counted.forEach((what, counts) ->
                distances.put(what, distance(counts, other.counted.getOrDefault(what, Map.of()))));
        for (ClinicalTable table : domain.tables()) {
            distances.put(
                    "rows of each concept, " + table.table(),
                    distance(numbered(rowsOfCode.get(table)), numbered(other.rowsOfCode.get(table))));
            distances.put("prevalence of concepts (mean difference), " + table.table(), prevalence(other, table));
        }
        return distances;
    }

    private static void marginals(Map<String, Double> distances, String table, CodedTable real, CodedTable other) {
        if (real.rows() > 0 && other.rows() > 0) {
            distances.put("1-way, " + table, MarginalError.of(real, other, 1) / 2);
            distances.put("2-way, " + table, MarginalError.of(real, other, 2) / 2);
        }
    }

    /** How far the kinds after each kind are from the real ones, weighed by how often each comes before. */
    private static double transitions(CodedTable real, CodedTable other) {
        int width = real.sizes()[ContactColumns.KIND];
        long[] mine = real.count(ContactColumns.BEFORE, ContactColumns.KIND);
        long[] theirs = other.count(ContactColumns.BEFORE, ContactColumns.KIND);
        double distance = 0;
        for (int before = 0; before < mine.length / width; before++) {
            double all = 0;
            double otherAll = 0;
            for (int kind = 0; kind < width; kind++) {
                all += mine[before * width + kind];
                otherAll += theirs[before * width + kind];
            }
            for (int kind = 0; kind < width; kind++) {
                double share = mine[before * width + kind] / Math.max(1, all);
                double otherShare = theirs[before * width + kind] / Math.max(1, otherAll);
                distance += all / Math.max(1, real.rows()) * Math.abs(share - otherShare) / 2;
            }
        }
        return distance;
    }

    private double prevalence(HistoryStatistics other, ClinicalTable table) {
        Map<Integer, Integer> mine = numbered(personsWithCode.get(table));
        Map<Integer, Integer> theirs = numbered(other.personsWithCode.get(table));
        double difference = 0;
        int codes = 0;
        for (int code = 0; code < domain.codes(table).size(); code++) {
            double share = (double) mine.getOrDefault(code, 0) / Math.max(1, count);
            if (share >= PREVALENT) {
                double otherShare = (double) theirs.getOrDefault(code, 0) / Math.max(1, other.count);
                difference += Math.abs(share - otherShare);
                codes++;
            }
        }
        return codes == 0 ? 0 : difference / codes;
    }

    private static Map<Integer, Integer> numbered(int @Nullable [] counts) {
        Map<Integer, Integer> numbered = new HashMap<>();
        for (int i = 0; counts != null && i < counts.length; i++) {
            if (counts[i] > 0) {
                numbered.put(i, counts[i]);
            }
        }
        return numbered;
    }

    private static double distance(Map<Integer, Integer> mine, Map<Integer, Integer> theirs) {
        double all = Math.max(1, mine.values().stream().mapToDouble(v -> v).sum());
        double otherAll =
                Math.max(1, theirs.values().stream().mapToDouble(v -> v).sum());
        Set<Integer> values = new TreeSet<>(mine.keySet());
        values.addAll(theirs.keySet());
        double distance = 0;
        for (int value : values) {
            distance += Math.abs(mine.getOrDefault(value, 0) / all - theirs.getOrDefault(value, 0) / otherAll) / 2;
        }
        return distance;
    }
}
