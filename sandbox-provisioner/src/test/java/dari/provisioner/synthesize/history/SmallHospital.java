package dari.provisioner.synthesize.history;

import dari.provisioner.synthesize.Domain;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;

/** Histories for tests: visits alternate more than chance would, and a drug goes with each of the first conditions. */
final class SmallHospital {

    static final int CONDITIONS = 12;

    static final HistoryDomain DOMAIN = new HistoryDomain(
            new Period(LocalDate.of(2010, 1, 1), LocalDate.of(2019, 12, 31)),
            Domain.parse("""
                            {"gender_concept_id": {"values": ["8507", "8532"]},
                             "year_of_birth": {"min": 1920, "max": 2019, "bins": 20}}
                            """, "test").columns(),
            codes(9201, 3),
            Map.of(
                    ClinicalTable.CONDITION, codes(100, CONDITIONS),
                    ClinicalTable.DRUG, codes(200, CONDITIONS),
                    ClinicalTable.MEASUREMENT,
                            CodeList.of(
                                    List.of(new CodeList.Concept(300, null, new CodeList.Bounds(0, 120), 8840)),
                                    "test")));

    private SmallHospital() {}

    static CodeList codes(long first, int count) {
        return CodeList.of(
                LongStream.range(first, first + count)
                        .mapToObj(id -> new CodeList.Concept(id, null, null, 0))
                        .toList(),
                "test");
    }

    static List<History> persons(int count, long seed) {
        Random random = new Random(seed);
        List<History> persons = new ArrayList<>();
        for (int p = 0; p < count; p++) {
            persons.add(person(random, p));
        }
        return persons;
    }

    private static History person(Random random, long order) {
        int gender = random.nextInt(2);
        int born = 1930 + random.nextInt(80);
        int disease = random.nextInt(gender == 0 ? 3 : 6);
        List<History.Contact> contacts = new ArrayList<>();
        int day = Math.max(0, DOMAIN.period().firstDayOf(born)) + random.nextInt(200);
        int kind = 0;
        while (day < DOMAIN.period().lastDay() && contacts.size() < 2 + 4 * disease) {
            List<History.Event> events = new ArrayList<>();
            events.add(new History.Event(ClinicalTable.CONDITION, disease, day, 3));
            events.add(new History.Event(ClinicalTable.DRUG, disease, day, 6));
            if (kind == 0) {
                events.add(new History.Event(ClinicalTable.MEASUREMENT, 0, day, 2 * disease));
            }
            contacts.add(new History.Contact(day, day + (kind == 0 ? 3 : 0), kind, events));
            day += 20 + random.nextInt(60);
            kind = random.nextInt(10) < 9 ? 1 - kind : 2 * random.nextInt(2);
            kind = Math.max(0, kind);
        }
        return new History(
                order,
                new short[] {(short) gender, (short) DOMAIN.person().get(1).code(String.valueOf(born))},
                born,
                contacts);
    }

    /** Who comes every day, sometimes thrice, with every code there is. */
    static History heavy(int visits) {
        List<History.Contact> contacts = new ArrayList<>();
        for (int v = 0; v < visits; v++) {
            int day = v / 3;
            contacts.add(new History.Contact(
                    day,
                    day,
                    1,
                    List.of(
                            new History.Event(ClinicalTable.CONDITION, v % (CONDITIONS + 1), day, 1),
                            new History.Event(ClinicalTable.DRUG, 3, day, 1),
                            new History.Event(ClinicalTable.MEASUREMENT, 0, day, 1))));
        }
        return new History(4711, new short[] {1, 3}, 1950, contacts);
    }
}
