package dari.provisioner.omop;

import dari.provisioner.synthesize.history.ClinicalTable;
import dari.provisioner.synthesize.history.CodeList;
import dari.provisioner.synthesize.history.History;
import dari.provisioner.synthesize.history.HistoryDomain;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One person's rows on their way to a history: its own row first, then its visits, then what happened in them. */
final class PersonRows {

    static final int NO_DAY = Integer.MIN_VALUE;

    private final HistoryDomain domain;
    private @Nullable String key;
    private short @Nullable [] person;
    private int birthYear = History.UNKNOWN;
    private final Map<String, Open> visits = new HashMap<>();
    private final Map<Integer, Open> days = new HashMap<>();
    private final List<Open> contacts = new ArrayList<>();

    PersonRows(HistoryDomain domain) {
        this.domain = domain;
    }

    private record Open(int first, int last, int kind, List<History.Event> events) {}

    @Nullable
    String key() {
        return key;
    }

    void begin(String next) {
        key = next;
        person = null;
        birthYear = History.UNKNOWN;
        visits.clear();
        days.clear();
        contacts.clear();
    }

    /** Of several rows with one key the first counts. */
    void person(String[] cells) {
        if (person != null) {
            return;
        }
        short[] codes = new short[domain.person().size()];
        for (int c = 0; c < codes.length; c++) {
            codes[c] = (short) domain.person().get(c).code(cells[c]);
        }
        person = codes;
        birthYear = year(cells[domain.birth()]);
    }

    private static int year(String text) {
        try {
            double year = Double.parseDouble(text.strip());
            return year > 1800 && year < 3000 ? (int) year : History.UNKNOWN;
        } catch (NumberFormatException e) {
            return History.UNKNOWN;
        }
    }

    void visit(@Nullable String id, @Nullable String concept, int day, int until) {
        int last = Math.min(domain.period().lastDay(), Math.max(day, until));
        Open visit = new Open(day, last, domain.visits().position(concept), new ArrayList<>());
        if (id == null || visits.putIfAbsent(id, visit) == null) {
            contacts.add(visit);
        }
    }

    void event(
            ClinicalTable table,
            @Nullable String visit,
            @Nullable String concept,
            int day,
            int until,
            @Nullable String measured) {
        Open contact = visit == null ? null : visits.get(visit);
        if (contact == null) {
            contact = days.computeIfAbsent(day, d -> {
                Open alone = new Open(d, d, domain.noVisit(), new ArrayList<>());
                contacts.add(alone);
                return alone;
            });
        }
        CodeList codes = domain.codes(table);
        int code = codes.position(concept);
        int value = table.lasts() ? table.durationCode(day, until) : codes.valueCode(code, measured);
        contact.events().add(new History.Event(table, code, day, value));
    }

    /** Null when the person has no row of its own. */
    @Nullable
    History history(long order) {
        short[] codes = person;
        if (codes == null) {
            return null;
        }
        contacts.sort(Comparator.comparingInt(Open::first)
                .thenComparingInt(Open::kind)
                .thenComparingInt(Open::last));
        return new History(
                order,
                codes,
                birthYear,
                contacts.stream()
                        .map(c -> new History.Contact(c.first(), c.last(), c.kind(), c.events()))
                        .toList());
    }
}
