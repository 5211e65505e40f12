package dari.provisioner.omop;

import dari.provisioner.engine.ColumnTypes;
import dari.provisioner.engine.DuckDb;
import dari.provisioner.synthesize.ColumnDomain;
import dari.provisioner.synthesize.history.ClinicalTable;
import dari.provisioner.synthesize.history.CodeList;
import dari.provisioner.synthesize.history.History;
import dari.provisioner.synthesize.history.HistoryDomain;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Writes invented histories as tables of OMOP. All numbers of rows are counted from 1 in the order of writing, every reference
 * points at a row, no date lies outside the public period. Takes the histories of {@link
 * dari.provisioner.synthesize.history.HistoryModel} one by one.
 */
public final class HistoryRelease implements Consumer<History> {

    /** "EHR": OMOP wants to be told where a row comes from and knows no concept for invented ones. */
    private static final long TYPE_CONCEPT = 32817;

    private final HistoryDomain domain;
    private final RandomGenerator random;
    private final Map<String, ColumnTypes.Type> personColumns = new LinkedHashMap<>();
    private final TableParts persons;
    private final TableParts visits;
    private final TableParts periods;
    private final Map<ClinicalTable, TableParts> clinical = new EnumMap<>(ClinicalTable.class);
    private final int[] personDomain;

    /**
     * @param folder private, for the parts
     * @param random for what needs no privacy: numbers within a code's range
     */
    public HistoryRelease(DuckDb engine, HistoryDomain domain, Path folder, RandomGenerator random) {
        this.domain = domain;
        this.random = random;
        HistoryTables.PERSON_COLUMNS.forEach(name -> personColumns.put(name, ColumnTypes.Type.INTEGER));
        for (ColumnDomain column : domain.person()) {
            personColumns.putIfAbsent(
                    column.name().toLowerCase(Locale.ROOT),
                    isWhole(column) ? ColumnTypes.Type.INTEGER : ColumnTypes.Type.TEXT);
        }
        this.personDomain = personColumns.keySet().stream()
                .mapToInt(name -> IntStream.range(0, domain.person().size())
                        .filter(c -> domain.person().get(c).name().equalsIgnoreCase(name))
                        .findFirst()
                        .orElse(-1))
                .toArray();
        this.persons = parts(engine, HistoryTables.PERSON, personColumns, folder);
        this.visits = parts(engine, HistoryTables.VISIT, HistoryTables.types(HistoryTables.VISIT), folder);
        this.periods = parts(
                engine,
                HistoryTables.OBSERVATION_PERIOD,
                HistoryTables.types(HistoryTables.OBSERVATION_PERIOD),
                folder);
        for (ClinicalTable table : domain.tables()) {
            clinical.put(table, parts(engine, table.table(), HistoryTables.types(table.table()), folder));
        }
    }

    private TableParts parts(DuckDb engine, String name, Map<String, ColumnTypes.Type> columns, Path folder) {
        return new TableParts(engine, name, columns, domain.period().from(), folder);
    }

    private static boolean isWhole(ColumnDomain column) {
        if (column instanceof ColumnDomain.Values values) {
            return values.values().stream().allMatch(v -> v.matches("0|-?[1-9][0-9]{0,17}"));
        }
        return !(column instanceof ColumnDomain.Bins bins) || bins.whole();
    }

    /**
     * A written table.
     *
     * @param query reads its rows, of these columns, in their order
     */
    public record Written(String name, Map<String, ColumnTypes.Type> columns, String query, long rows) {}

    /** Ends writing. */
    public List<Written> finish() {
        List<Written> written = new ArrayList<>();
        written.add(new Written(HistoryTables.PERSON, personColumns, persons.finish(), persons.count()));
        written.add(written(HistoryTables.OBSERVATION_PERIOD, periods));
        written.add(written(HistoryTables.VISIT, visits));
        clinical.forEach((table, parts) -> written.add(written(table.table(), parts)));
        return written;
    }

    private static Written written(String name, TableParts parts) {
        return new Written(name, HistoryTables.types(name), parts.finish(), parts.count());
    }

    @Override
    public void accept(History history) {
        long person = persons.next();
        persons.add(personRow(person, history));
        int last = 0;
        for (History.Contact contact : history.contacts()) {
            long visit = TableParts.EMPTY;
            if (contact.kind() != domain.noVisit()) {
                visit = visits.next();
                visits.add(
                        visit,
                        person,
                        domain.visits().id(contact.kind()),
                        contact.first(),
                        contact.last(),
                        TYPE_CONCEPT);
            }
            last = Math.max(last, contact.last());
            for (History.Event event : contact.events()) {
                event(event, person, visit);
            }
        }
        if (!history.contacts().isEmpty()) {
            periods.add(periods.next(), person, history.contacts().get(0).first(), last, TYPE_CONCEPT);
        }
    }

    private void event(History.Event event, long person, long visit) {
        TableParts parts = clinical.get(event.table());
        if (parts == null) {
            throw new IllegalStateException(event.table() + " is not synthesised");
        }
        CodeList codes = domain.codes(event.table());
        long concept = codes.id(event.code());
        if (event.table().lasts()) {
            int days = event.table().duration(event.value(), random);
            long end = days >= 0 ? Math.min(domain.period().lastDay(), event.day() + days) : TableParts.EMPTY;
            if (event.table() == ClinicalTable.DRUG && end == TableParts.EMPTY) {
                end = event.day(); // OMOP requires one
            }
            parts.add(parts.next(), person, concept, event.day(), end, TYPE_CONCEPT, visit);
        } else {
            double value = codes.value(event.code(), event.value(), random);
            boolean none = Double.isNaN(value);
            long unit = codes.unit(event.code());
            parts.add(
                    parts.next(),
                    person,
                    concept,
                    event.day(),
                    TYPE_CONCEPT,
                    none ? TableParts.EMPTY : Double.doubleToRawLongBits(value),
                    none || unit == 0 ? TableParts.EMPTY : unit,
                    visit);
        }
    }

    private long[] personRow(long person, History history) {
        long[] row = new long[personColumns.size()];
        int at = 0;
        for (Map.Entry<String, ColumnTypes.Type> column : personColumns.entrySet()) {
            int index = personDomain[at];
            if (at == 0) {
                row[at] = person;
            } else if (column.getKey().equals(HistoryDomain.BIRTH)) {
                row[at] = history.birthYear();
            } else {
                row[at] = index < 0 ? CodeList.NO_CONCEPT : cell(index, column, history.person()[index]);
            }
            at++;
        }
        return row;
    }

    private long cell(int index, Map.Entry<String, ColumnTypes.Type> column, int code) {
        ColumnDomain domainOf = domain.person().get(index);
        String text = code < domainOf.declared() ? domainOf.text(code, random) : null;
        if (text == null) {
            return column.getKey().endsWith("_concept_id") ? CodeList.NO_CONCEPT : TableParts.EMPTY;
        }
        return column.getValue() == ColumnTypes.Type.INTEGER ? Long.parseLong(text) : persons.text(text);
    }
}
