package dari.provisioner.synthesize.history;

import dari.provisioner.synthesize.ColumnDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A person as one row: its own columns, then what sums up its history: the number of contacts, their pace, when the first was, and
 * for each clinical table which of the frequent codes it has, how many others, and how many rows.
 */
final class PersonColumns {

    private static final int UNDECLARED = 2;

    private final HistoryDomain domain;
    private final Map<ClinicalTable, List<Integer>> frequent;
    private final int[] sizes;

    /** @param frequent codes with a column of their own, per table that is synthesised */
    PersonColumns(HistoryDomain domain, Map<ClinicalTable, List<Integer>> frequent) {
        this.domain = domain;
        this.frequent = Map.copyOf(frequent);
        List<Integer> all =
                new ArrayList<>(domain.person().stream().map(ColumnDomain::size).toList());
        all.add(Buckets.CONTACTS.size() + UNDECLARED);
        all.add(Buckets.GAP.size() + UNDECLARED);
        all.add(domain.period().parts() + UNDECLARED);
        for (ClinicalTable table : domain.tables()) {
            all.add(Buckets.TAIL.size() + UNDECLARED);
            all.add(Buckets.CONTACTS.size() + UNDECLARED);
            frequent(table).forEach(code -> all.add(2 + UNDECLARED));
        }
        sizes = all.stream().mapToInt(Integer::intValue).toArray();
    }

    int[] sizes() {
        return sizes.clone();
    }

    List<Integer> frequent(ClinicalTable table) {
        return frequent.getOrDefault(table, List.of());
    }

    int contacts() {
        return domain.person().size();
    }

    int pace() {
        return contacts() + 1;
    }

    int first() {
        return contacts() + 2;
    }

    /** Column of the number of codes that have no column of their own. */
    int tail(ClinicalTable table) {
        int column = contacts() + 3;
        for (ClinicalTable each : domain.tables()) {
            if (each == table) {
                break;
            }
            column += 2 + frequent(each).size();
        }
        return column;
    }

    /** Column of the number of rows in all contacts. */
    int rows(ClinicalTable table) {
        return tail(table) + 1;
    }

    /** Column of the first frequent code; the others follow. */
    int codes(ClinicalTable table) {
        return tail(table) + 2;
    }

    int[] row(History history) {
        int[] row = new int[sizes.length];
        for (int c = 0; c < contacts(); c++) {
            row[c] = history.person()[c];
        }
        List<History.Contact> contacts = history.contacts();
        row[contacts()] = Buckets.CONTACTS.code(contacts.size());
        row[pace()] = history.pace();
        row[first()] = contacts.isEmpty()
                ? domain.period().parts() + 1
                : domain.period().part(contacts.get(0).first());
        for (ClinicalTable table : domain.tables()) {
            Set<Integer> codes = ConceptPresence.distinct(history, table);
            int own = 0;
            for (int i = 0; i < frequent(table).size(); i++) {
                boolean has = codes.contains(frequent(table).get(i));
                row[codes(table) + i] = has ? 1 : 0;
                own += has ? 1 : 0;
            }
            row[tail(table)] = Buckets.TAIL.code(codes.size() - (long) own);
            long rows =
                    contacts.stream().mapToLong(contact -> contact.rows(table)).sum();
            row[rows(table)] = Buckets.CONTACTS.code(rows);
        }
        return row;
    }
}
