package dari.provisioner.synthesize.history;

import java.util.List;

/**
 * One person's life as a table of codes sees it.
 *
 * @param order decides, by a keyed hash of who the person is, which of its contacts count; says nothing else
 * @param person codes of the person's columns, in the order of {@link HistoryDomain#person}
 * @param birthYear or {@link #UNKNOWN}
 * @param contacts by first day
 */
@SuppressWarnings("ArrayRecordComponent") // numbers for a hot loop, never compared
public record History(long order, short[] person, int birthYear, List<Contact> contacts) {

    public static final int UNKNOWN = Integer.MIN_VALUE;

    public History {
        contacts = List.copyOf(contacts);
    }

    /**
     * A visit, or a day on which something was recorded without one.
     *
     * @param first day of the public period
     * @param last not before the first
     * @param kind position in the list of visit concepts; its size for any other; one more where there was no visit
     */
    public record Contact(int first, int last, int kind, List<Event> events) {
        public Contact {
            events = List.copyOf(events);
        }

        int rows(ClinicalTable table) {
            int rows = 0;
            for (Event event : events) {
                rows += event.table() == table ? 1 : 0;
            }
            return rows;
        }
    }

    /**
     * A row of a clinical table.
     *
     * @param code position in the table's list of codes; its size for any other
     * @param day its first
     * @param value code of its duration or of the interval of what was measured, see {@link ClinicalTable#valueCodes}
     */
    public record Event(ClinicalTable table, int code, int day, int value) {}

    /** Code of the age at a day, or of none where the year of birth is not known. */
    int age(Period period, int day) {
        return birthYear == UNKNOWN ? Buckets.AGE.size() + 1 : Buckets.AGE.code(period.yearOf(day) - (long) birthYear);
    }

    /** Days between the first and the last contact's start over the steps between them, as a gap's code; none below two contacts. */
    int pace() {
        int steps = contacts.size() - 1;
        return steps < 1
                ? Buckets.GAP.size() + 1
                : Buckets.GAP.code(Math.round(
                        (double) (contacts.get(steps).first() - contacts.get(0).first()) / steps));
    }
}
