package dari.provisioner.synthesize.history;

import dari.provisioner.privacy.RandomBits;
import dari.provisioner.synthesize.CodedTable;
import dari.provisioner.synthesize.Synthesizer;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** What paid answers say of histories: as many as wanted can be invented, at no further price, each handed on as it is made. */
public final class HistoryModel {

    /** Persons drawn at a time: memory does not grow with how many are wanted. */
    private static final int BATCH = 100_000;

    /** Rows from which contacts and events are taken. */
    private static final int DONORS = 300_000;

    private final HistoryDomain domain;
    private final Map<ClinicalTable, Concepts> concepts;
    private final PersonColumns columns;
    private final Map<ClinicalTable, EventColumns> events;
    private final PrivateHistories.Fitted fitted;
    private final RandomBits bits;

    HistoryModel(
            HistoryDomain domain,
            Map<ClinicalTable, Concepts> concepts,
            PersonColumns columns,
            Map<ClinicalTable, EventColumns> events,
            PrivateHistories.Fitted fitted,
            RandomBits bits) {
        this.domain = domain;
        this.concepts = Map.copyOf(concepts);
        this.columns = columns;
        this.events = Map.copyOf(events);
        this.fitted = fitted;
        this.bits = bits;
    }

    /** How many persons there are, as the noise tells it; at least 1. */
    public int persons() {
        return fitted.persons().rows();
    }

    /** Invents persons one after the other. */
    public void invent(int persons, Consumer<History> reader) {
        // what is drawn from paid answers needs no more than a good generator, begun from secure bits
        RandomGenerator random =
                new SplittableRandom(Synthesizer.generator(bits).nextLong());
        Timeline timeline = new Timeline(domain, fitted.contacts().draw(DONORS, random));
        Map<ClinicalTable, Chart> charts = new EnumMap<>(ClinicalTable.class);
        for (ClinicalTable table : domain.tables()) {
            charts.put(table, chart(table, random));
        }
        Inventor inventor = new Inventor(domain, columns, timeline, charts);
        for (int made = 0; made < persons; ) {
            CodedTable rows = fitted.persons().draw(Math.min(BATCH, persons - made), random);
            inventor.learnBirths(rows);
            for (int row = 0; row < rows.rows(); row++) {
                reader.accept(inventor.invent(rows, row, random));
            }
            made += rows.rows();
        }
    }

    private Chart chart(ClinicalTable table, RandomGenerator random) {
        EventColumns own = events.get(table);
        Concepts found = concepts.get(table);
        PrivateHistories.Fitted all = fitted;
        if (own == null || found == null || all.events().get(table) == null) {
            throw new IllegalStateException(table + " was not measured");
        }
        return new Chart(domain, own, found, columns, all.events().get(table).draw(DONORS, random), persons());
    }
}
