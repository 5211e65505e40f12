package dari.provisioner.synthesize.history;

import dari.provisioner.synthesize.ColumnDomain;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A patient's whole history as one row of facts, the same for real and for invented ones: what somebody may know who attacks a
 * release. First come the columns in which a mechanism looks at a person ({@link PersonColumns}), then what it does not look at:
 * in which months and in what kind of contact the patient was first and last seen, and of each clinical table the rarest and
 * the latest code. Exact facts of persons: never part of a release.
 */
public final class HistoryFacts {

    /** Codes of a table that get a column of their own. */
    private static final int FREQUENT = 8;

    private static final int DAYS_OF_MONTH = 31;

    private final HistoryDomain domain;
    private final PersonColumns person;
    private final Map<ClinicalTable, double[]> having;
    private final int measured;
    private final int months;
    private final int[] sizes;

    private HistoryFacts(HistoryDomain domain, Map<ClinicalTable, double[]> having) {
        this.domain = domain;
        this.having = having;
        Map<ClinicalTable, List<Integer>> frequent = new EnumMap<>(ClinicalTable.class);
        having.forEach((table, counts) -> frequent.put(table, new Concepts(counts, 0).frequent(0, FREQUENT)));
        this.person = new PersonColumns(domain, frequent);
        this.measured = person.sizes().length;
        this.months = Math.min(Short.MAX_VALUE - 1, domain.period().lastDay() / DAYS_OF_MONTH + 1);
        int kinds = domain.noVisit() + 1;
        IntStream ofContacts = IntStream.of(months + 1, months + 1, kinds + 1, kinds + 1);
        IntStream ofTables = domain.tables().stream()
                .flatMapToInt(t -> IntStream.of(codes(t) + 1, codes(t) + 1, t.valueCodes() + 3));
        this.sizes = IntStream.concat(IntStream.of(person.sizes()), IntStream.concat(ofContacts, ofTables))
                .toArray();
    }

    /**
     * @param real everybody who is attacked, those whom a release was made from and those who were withheld: codes are rare or
     *     frequent among all of them, so that how facts are told favours neither
     */
    public static HistoryFacts of(HistoryDomain domain, Histories real) {
        return new HistoryFacts(domain, ConceptPresence.exact(domain, real));
    }

    /** Codes of each column. */
    public int[] sizes() {
        return sizes.clone();
    }

    /** So many columns, the first ones, are those in which a mechanism looks at persons; it may have measured pairs of them. */
    public int measured() {
        return measured;
    }

    /**
     * What can be hidden from an attacker and guessed: columns of the person, and of each clinical table the latest code, with
     * all that the table tells of the person's codes, and the latest measured value.
     *
     * @return columns to be hidden together, of which the first is guessed, by the name of OMOP's column
     */
    public Map<String, List<Integer>> secrets() {
        Map<String, List<Integer>> secrets = new LinkedHashMap<>();
        List<ColumnDomain> own = domain.person();
        for (int c = 0; c < own.size(); c++) {
            secrets.put(own.get(c).name(), List.of(c));
        }
        for (ClinicalTable table : domain.tables()) {
            List<Integer> hidden =
                    new ArrayList<>(List.of(latest(table), rarest(table), value(table), person.tail(table)));
            for (int i = 0; i < person.frequent(table).size(); i++) {
                hidden.add(person.codes(table) + i);
            }
            secrets.put(table.code(), hidden);
            if (!table.lasts()) {
                secrets.put(table.value(), List.of(value(table)));
            }
        }
        return secrets;
    }

    /** A row of codes, each below its column's size. */
    public int[] row(History history) {
        int[] row = Arrays.copyOf(person.row(history), sizes.length);
        int seen = measured;
        List<History.Contact> contacts = history.contacts();
        int none = domain.noVisit() + 1;
        History.@Nullable Contact first = contacts.isEmpty() ? null : contacts.get(0);
        History.@Nullable Contact last = contacts.isEmpty() ? null : contacts.get(contacts.size() - 1);
        row[seen] = first == null ? months : month(first.first());
        row[seen + 1] = last == null ? months : month(last.first());
        row[seen + 2] = first == null ? none : first.kind();
        row[seen + 3] = last == null ? none : last.kind();
        for (ClinicalTable table : domain.tables()) {
            ofTable(history, table, row);
        }
        return row;
    }

    private void ofTable(History history, ClinicalTable table, int[] row) {
        int none = codes(table);
        int rarest = none;
        History.@Nullable Event latest = null;
        for (History.Contact contact : history.contacts()) {
            for (History.Event event : contact.events()) {
                if (event.table() == table) {
                    latest = latest == null || event.day() >= latest.day() ? event : latest;
                    rarest = rarest == none || isRarer(table, event.code(), rarest) ? event.code() : rarest;
                }
            }
        }
        row[rarest(table)] = rarest;
        row[latest(table)] = latest == null ? none : latest.code();
        row[value(table)] = latest == null ? table.valueCodes() + 2 : latest.value();
    }

    private boolean isRarer(ClinicalTable table, int code, int than) {
        double[] persons = having.getOrDefault(table, new double[0]);
        return persons[code] < persons[than] || (persons[code] == persons[than] && code < than);
    }

    private int month(int day) {
        return Math.min(months - 1, day / DAYS_OF_MONTH);
    }

    /** Codes of a table, those for other among them. */
    private int codes(ClinicalTable table) {
        return domain.codes(table).size() + 1;
    }

    private int rarest(ClinicalTable table) {
        return measured + 4 + 3 * domain.tables().indexOf(table);
    }

    private int latest(ClinicalTable table) {
        return rarest(table) + 1;
    }

    private int value(ClinicalTable table) {
        return rarest(table) + 2;
    }
}
