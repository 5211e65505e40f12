package dari.provisioner.synthesize.history;

import dari.provisioner.privacy.Budget;
import dari.provisioner.privacy.Curator;
import dari.provisioner.privacy.RandomBits;
import dari.provisioner.privacy.Rho;
import dari.provisioner.synthesize.CodedTable;
import dari.provisioner.synthesize.FittedTable;
import dari.provisioner.synthesize.Synthesizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The only way to private histories: every answer is paid for and noisy. Two sets of histories are neighbours when one holds one
 * more person with everything it has. Each person adds to each answer at most what {@link Bounds} says, and what the others add
 * does not depend on it.
 */
final class PrivateHistories {

    private final Histories histories;
    private final HistoryDomain domain;
    private final Bounds bounds;
    private final Synthesizer synthesizer;
    private final Budget budget;
    private final RandomBits bits;

    PrivateHistories(
            Histories histories,
            HistoryDomain domain,
            Bounds bounds,
            Synthesizer synthesizer,
            Budget budget,
            RandomBits bits) {
        this.histories = histories;
        this.domain = domain;
        this.bounds = bounds;
        this.synthesizer = synthesizer;
        this.budget = budget;
        this.bits = bits;
    }

    /** What noise tells of the codes of each table; each table costs the price. */
    Map<ClinicalTable, Concepts> concepts(Rho price) {
        Map<ClinicalTable, Concepts> concepts = new EnumMap<>(ClinicalTable.class);
        noisyPresence(price)
                .forEach((table, noisy) ->
                        concepts.put(table, Concepts.of(domain.codes(table), noisy.persons(), noisy.deviation())));
        return concepts;
    }

    /** Persons with each code, with noise of a standard deviation. */
    @SuppressWarnings("ArrayRecordComponent") // numbers for a hot loop, never compared
    record Noisy(double[] persons, double deviation) {}

    Map<ClinicalTable, Noisy> noisyPresence(Rho price) {
        Map<ClinicalTable, Noisy> all = new EnumMap<>(ClinicalTable.class);
        Curator curator = new Curator(budget, bits);
        presence().forEach((table, presence) -> {
            long[] counts = presence.counts();
            double variance = curator.measure(
                            counts, presence.squaredSensitivity(), price, "persons with each code of " + table.table())
                    .variance()
                    .toDouble();
            double[] persons = new double[counts.length];
            for (int code = 0; code < persons.length; code++) {
                persons[code] = (double) counts[code] / ConceptPresence.UNIT;
            }
            all.put(table, new Noisy(persons, Math.sqrt(variance) / ConceptPresence.UNIT));
        });
        return all;
    }

    /** Exact: never leaves without noise. */
    Map<ClinicalTable, ConceptPresence> presence() {
        Map<ClinicalTable, ConceptPresence> presence = new EnumMap<>(ClinicalTable.class);
        for (ClinicalTable table : domain.tables()) {
            presence.put(table, new ConceptPresence(table, domain.codes(table).size(), bounds.codes()));
        }
        if (!presence.isEmpty()) {
            histories.each(history -> presence.values().forEach(each -> each.add(history)));
        }
        return presence;
    }

    /** What noise tells of the three sorts of rows. */
    record Fitted(FittedTable persons, FittedTable contacts, Map<ClinicalTable, FittedTable> events) {}

    /**
     * Fits a distribution to each sort of rows.
     *
     * @param event price for each clinical table
     */
    Fitted fit(PersonColumns columns, Map<ClinicalTable, EventColumns> events, Rho person, Rho contact, Rho event) {
        Rows rows = rows(columns, events);
        FittedTable persons = synthesizer.fit(rows.persons(), 1, budget, person, bits);
        FittedTable contacts = synthesizer.fit(rows.contacts(), bounds.contacts(), budget, contact, bits);
        Map<ClinicalTable, FittedTable> fitted = new EnumMap<>(ClinicalTable.class);
        rows.events()
                .forEach((table, of) -> fitted.put(table, synthesizer.fit(of, bounds.contacts(), budget, event, bits)));
        return new Fitted(persons, contacts, fitted);
    }

    /** Rows that count: one of each person, and of its contacts and events as many as {@link Bounds} says. */
    record Rows(CodedTable persons, CodedTable contacts, Map<ClinicalTable, CodedTable> events) {}

    /** Exact: never leaves without noise. */
    Rows rows(PersonColumns columns, Map<ClinicalTable, EventColumns> events) {
        ContactColumns contact = new ContactColumns(domain);
        RowBuffer persons = new RowBuffer(columns.sizes());
        RowBuffer contacts = new RowBuffer(contact.sizes());
        Map<ClinicalTable, RowBuffer> ofTable = new EnumMap<>(ClinicalTable.class);
        events.forEach((table, each) -> ofTable.put(table, new RowBuffer(each.sizes())));
        histories.each(history -> {
            persons.add(columns.row(history));
            for (int index : counted(history, 0, history.contacts().size())) {
                contacts.add(contact.row(history, index));
            }
            events.forEach((table, each) -> {
                RowBuffer buffer = ofTable.get(table);
                List<int[]> all = new ArrayList<>(each.rows(history));
                for (int index : counted(history, 1 + domain.tables().indexOf(table), all.size())) {
                    if (buffer != null) {
                        buffer.add(all.get(index));
                    }
                }
            });
        });
        Map<ClinicalTable, CodedTable> tables = new EnumMap<>(ClinicalTable.class);
        ofTable.forEach((table, buffer) -> tables.put(table, buffer.table()));
        return new Rows(persons.table(), contacts.table(), tables);
    }

    private int[] counted(History history, int purpose, int items) {
        return KeyedOrder.first(history.order(), purpose, items, bounds.contacts());
    }
}
