package dari.provisioner.synthesize.history;

import dari.provisioner.synthesize.CodedTable;
import dari.provisioner.synthesize.ColumnDomain;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Makes a person's history of its row: consistent in itself, whatever the noise said. Not thread-safe. */
final class Inventor {

    private final HistoryDomain domain;
    private final PersonColumns columns;
    private final Timeline timeline;
    private final Map<ClinicalTable, Chart> charts;
    private final List<ClinicalTable> tables;
    private int[] births = new int[0];

    Inventor(HistoryDomain domain, PersonColumns columns, Timeline timeline, Map<ClinicalTable, Chart> charts) {
        this.domain = domain;
        this.columns = columns;
        this.timeline = timeline;
        this.charts = Map.copyOf(charts);
        this.tables = domain.rules().order(domain.tables());
    }

    /** Codes of the year of birth to take one from where a person has none: OMOP knows no person without. */
    void learnBirths(CodedTable persons) {
        int declared = domain.person().get(domain.birth()).declared();
        short[] codes = persons.column(domain.birth());
        int[] known = new int[codes.length];
        int count = 0;
        for (short code : codes) {
            if (code < declared) {
                known[count++] = code;
            }
        }
        births = Arrays.copyOf(known, count);
    }

    History invent(CodedTable persons, int row, RandomGenerator random) {
        Period period = domain.period();
        short[] person = new short[domain.person().size()];
        for (int c = 0; c < person.length; c++) {
            person[c] = persons.column(c)[row];
        }
        int birthYear = birth(person, random);
        // a life that begins in the period begins on its year's first day: only the year is known
        int born = Math.max(0, Math.min(period.lastDay(), period.firstDayOf(birthYear)));
        int bucket = persons.column(columns.contacts())[row];
        int contacts = bucket < Buckets.CONTACTS.size() ? Buckets.CONTACTS.draw(bucket, random) : 0;
        int first = first(persons.column(columns.first())[row], born, random);
        int pace = contacts < 2 ? ContactColumns.noGap() : persons.column(columns.pace())[row];
        List<Timeline.Slot> slots = timeline.invent(contacts, pace, first, born, birthYear, random);
        int[] ages = slots.stream()
                .mapToInt(s -> Buckets.AGE.code(period.yearOf(s.first()) - (long) birthYear))
                .toArray();
        List<List<History.Event>> events = new ArrayList<>();
        slots.forEach(slot -> events.add(new ArrayList<>()));
        HistoryRules.Person known = domain.rules().about(released(person, birthYear));
        for (ClinicalTable table : tables) {
            Chart chart = charts.get(table);
            if (chart != null) {
                List<List<History.Event>> own = chart.invent(persons, row, slots, ages, known, random);
                known.add(own);
                for (int s = 0; s < own.size(); s++) {
                    events.get(s).addAll(own.get(s));
                }
            }
        }
        List<History.Contact> made = new ArrayList<>(slots.size());
        for (int s = 0; s < slots.size(); s++) {
            Timeline.Slot slot = slots.get(s);
            made.add(new History.Contact(slot.first(), slot.last(), slot.kind(), events.get(s)));
        }
        return new History(0, person, birthYear, made);
    }

    /** With the year of birth that is released, where the drawn one was none. */
    private int[] released(short[] person, int birthYear) {
        int[] codes = new int[person.length];
        for (int c = 0; c < codes.length; c++) {
            codes[c] = person[c];
        }
        codes[domain.birth()] = domain.person().get(domain.birth()).code(String.valueOf(birthYear));
        return codes;
    }

    private int birth(short[] person, RandomGenerator random) {
        ColumnDomain column = domain.person().get(domain.birth());
        int code = person[domain.birth()];
        if (code >= column.declared()) {
            code = births.length == 0 ? random.nextInt(column.declared()) : births[random.nextInt(births.length)];
        }
        String text = column.text(code, random);
        if (text == null) {
            throw new IllegalStateException("a declared code has a text");
        }
        return Math.min((int) Double.parseDouble(text), domain.period().to().getYear());
    }

    private int first(int part, int born, RandomGenerator random) {
        Period period = domain.period();
        int from = part < period.parts() ? period.start(part) : 0;
        int end = part + 1 < period.parts() ? period.start(part + 1) : period.lastDay() + 1;
        int drawn = from + random.nextInt(Math.max(1, end - from));
        return drawn >= born ? drawn : born + random.nextInt(Math.min(366, period.lastDay() - born + 1));
    }
}
