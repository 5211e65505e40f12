package dari.provisioner.synthesize.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A row of a clinical table with its contact and its person, for P(kind of contact, age, gender, value | code). */
final class EventColumns {

    static final int KIND = 0;
    static final int AGE = 1;
    static final int CODE = 2;
    static final int VALUE = 3;
    static final int GENDER = 4;

    private static final int UNDECLARED = 2;

    private final HistoryDomain domain;
    private final ClinicalTable table;
    private final List<Integer> own;
    private final int[] places;

    /** @param own codes that are told apart; all others are one */
    EventColumns(HistoryDomain domain, ClinicalTable table, List<Integer> own) {
        this.domain = domain;
        this.table = table;
        this.own = List.copyOf(own);
        this.places = new int[domain.codes(table).size() + 1];
        Arrays.fill(places, own.size());
        for (int i = 0; i < own.size(); i++) {
            places[own.get(i)] = i;
        }
    }

    List<Integer> own() {
        return own;
    }

    ClinicalTable table() {
        return table;
    }

    int[] sizes() {
        int gender = domain.gender();
        int[] sizes = new int[gender < 0 ? GENDER : GENDER + 1];
        sizes[KIND] = domain.visits().size() + UNDECLARED;
        sizes[AGE] = Buckets.AGE.size() + UNDECLARED;
        sizes[CODE] = groups() + UNDECLARED;
        sizes[VALUE] = table.valueCodes() + UNDECLARED;
        if (gender >= 0) {
            sizes[GENDER] = domain.person().get(gender).size();
        }
        return sizes;
    }

    /** Codes that are told apart, all others being one. */
    int groups() {
        return own.size() + 1;
    }

    /** @param code position in the table's list */
    int group(int code) {
        return places[code];
    }

    /** Rows of all events of the table, by contact. */
    List<int[]> rows(History history) {
        List<int[]> rows = new ArrayList<>();
        for (History.Contact contact : history.contacts()) {
            for (History.Event event : contact.events()) {
                if (event.table() == table) {
                    rows.add(row(history, contact, event));
                }
            }
        }
        return rows;
    }

    private int[] row(History history, History.Contact contact, History.Event event) {
        int gender = domain.gender();
        int[] row = new int[gender < 0 ? GENDER : GENDER + 1];
        row[KIND] = contact.kind();
        row[AGE] = history.age(domain.period(), contact.first());
        row[CODE] = group(event.code());
        row[VALUE] = event.value();
        if (gender >= 0) {
            row[GENDER] = history.person()[gender];
        }
        return row;
    }
}
