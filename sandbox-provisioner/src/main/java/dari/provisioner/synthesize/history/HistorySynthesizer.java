package dari.provisioner.synthesize.history;

import dari.provisioner.privacy.Budget;
import dari.provisioner.privacy.RandomBits;
import dari.provisioner.privacy.Rho;
import dari.provisioner.synthesize.Synthesizer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Learns histories for a price. Three questions, each answered once: which codes persons have at all; what persons are like, with a
 * summary of their history, as one row each; what a contact and a clinical row are like, one drawn row of each person. The rows are
 * fitted by the same mechanism as a single table. Stateless.
 */
public final class HistorySynthesizer {

    /** Shares of the price where there are clinical tables; those of concepts and events are split evenly among the tables. */
    private static final long PERSONS = 45;

    private static final long CONTACTS = 27;
    private static final long CONCEPTS = 10;
    private static final long EVENTS = 18;
    private static final long ALL = 100;

    private static final long PERSONS_ALONE = 60;

    /** Most codes of a table that get a column of the person table: the mechanism looks at every pair of columns. */
    private static final int MOST_COLUMNS = 12;

    /** Most codes of a table whose contacts and values are told apart. */
    private static final int MOST_EVENT_CODES = 40;

    /** A column is worth its noise when so many standard deviations of a measured pair have the code. */
    private static final double DEVIATIONS = 10;

    /** Pairs that are measured in the end, per column: see Resolution. */
    private static final double PAIRS_PER_COLUMN = 1.5;

    private final Synthesizer synthesizer;

    /** @param synthesizer of each sort of rows */
    public HistorySynthesizer(Synthesizer synthesizer) {
        this.synthesizer = synthesizer;
    }

    /**
     * @param budget is asked before each noisy answer; nothing is known after it refuses
     * @param price all that may be spent, above zero
     * @param bits all chance comes from here
     * @return what depends on the histories through paid answers alone
     */
    public HistoryModel fit(
            Histories histories, HistoryDomain domain, Bounds bounds, Budget budget, Rho price, RandomBits bits) {
        PrivateHistories data = new PrivateHistories(histories, domain, bounds, synthesizer, budget, bits);
        List<ClinicalTable> tables = domain.tables();
        boolean clinical = !tables.isEmpty();
        Rho persons = price.times(clinical ? PERSONS : PERSONS_ALONE, ALL);
        Rho contacts = price.times(clinical ? CONTACTS : ALL - PERSONS_ALONE, ALL);
        long parts = ALL * Math.max(1, tables.size());
        Map<ClinicalTable, Concepts> concepts = data.concepts(price.times(CONCEPTS, parts));
        Map<ClinicalTable, List<Integer>> frequent = new EnumMap<>(ClinicalTable.class);
        Map<ClinicalTable, EventColumns> events = new EnumMap<>(ClinicalTable.class);
        int columns = domain.person().size() + MOST_COLUMNS * tables.size();
        double least = DEVIATIONS * Math.sqrt(PAIRS_PER_COLUMN * columns / (2 * persons.toDouble()));
        concepts.forEach((table, found) -> {
            frequent.put(table, found.frequent(least, MOST_COLUMNS));
            events.put(table, new EventColumns(domain, table, found.frequent(0, MOST_EVENT_CODES)));
        });
        PersonColumns person = new PersonColumns(domain, frequent);
        PrivateHistories.Fitted fitted = data.fit(person, events, persons, contacts, price.times(EVENTS, parts));
        return new HistoryModel(domain, concepts, person, events, fitted, bits);
    }
}
