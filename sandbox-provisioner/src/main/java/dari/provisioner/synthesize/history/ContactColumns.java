package dari.provisioner.synthesize.history;

import java.util.List;

/**
 * A contact as one row, with what came before it: P(kind, stay, rows | kind before, gap, class of the person) is learned from such
 * rows.
 */
final class ContactColumns {

    static final int CONTACTS = 0;
    static final int PACE = 1;
    static final int AGE = 2;
    static final int BEFORE = 3;
    static final int GAP = 4;
    static final int KIND = 5;
    static final int STAY = 6;
    static final int FIRST_TABLE = 7;

    private static final int UNDECLARED = 2;

    private final HistoryDomain domain;
    private final List<ClinicalTable> tables;

    ContactColumns(HistoryDomain domain) {
        this.domain = domain;
        this.tables = domain.tables();
    }

    int[] sizes() {
        int[] sizes = new int[FIRST_TABLE + tables.size()];
        sizes[CONTACTS] = Buckets.CONTACTS.size();
        sizes[PACE] = Buckets.GAP.size();
        sizes[AGE] = Buckets.AGE.size();
        sizes[BEFORE] = domain.visits().size() + 1;
        sizes[GAP] = Buckets.GAP.size();
        sizes[KIND] = domain.visits().size();
        sizes[STAY] = Buckets.DAYS.size();
        for (int t = 0; t < tables.size(); t++) {
            sizes[FIRST_TABLE + t] = Buckets.ROWS.size();
        }
        for (int c = 0; c < sizes.length; c++) {
            sizes[c] += UNDECLARED;
        }
        return sizes;
    }

    /** Of the column of the kind before, on a person's first contact. */
    int start() {
        return domain.visits().size();
    }

    /** Code of a kind in the column of the kind before, where the start comes between. */
    int before(int kind) {
        return kind < domain.visits().size() ? kind : kind + 1;
    }

    /** Of the column of the gap, on a person's first contact. */
    static int noGap() {
        return Buckets.GAP.size() + 1;
    }

    int[] row(History history, int index) {
        History.Contact contact = history.contacts().get(index);
        int[] row = new int[FIRST_TABLE + tables.size()];
        row[CONTACTS] = Buckets.CONTACTS.code(history.contacts().size());
        row[PACE] = history.pace();
        row[AGE] = history.age(domain.period(), contact.first());
        row[BEFORE] = start();
        row[GAP] = noGap();
        if (index > 0) {
            History.Contact before = history.contacts().get(index - 1);
            row[BEFORE] = before(before.kind());
            row[GAP] = Buckets.GAP.code(contact.first() - (long) before.first());
        }
        row[KIND] = contact.kind();
        row[STAY] = Buckets.DAYS.code(contact.last() - (long) contact.first());
        for (int t = 0; t < tables.size(); t++) {
            row[FIRST_TABLE + t] = Buckets.ROWS.code(contact.rows(tables.get(t)));
        }
        return row;
    }
}
