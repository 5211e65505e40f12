package dari.provisioner.synthesize.history;

import dari.provisioner.synthesize.ColumnDomain;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What histories may hold, known without looking at them.
 *
 * @param person columns of the person table, the year of birth among them
 * @param visits concepts of visits
 * @param codes concepts of each clinical table that is synthesised
 * @param rules what is publicly known of them together
 */
public record HistoryDomain(
        Period period,
        List<ColumnDomain> person,
        CodeList visits,
        Map<ClinicalTable, CodeList> codes,
        HistoryRules rules) {

    public static final String BIRTH = "year_of_birth";

    private static final String GENDER = "gender_concept_id";

    public HistoryDomain {
        person = List.copyOf(person);
        codes = codes.isEmpty() ? Map.of() : new EnumMap<>(codes);
    }

    /** Without rules. */
    public HistoryDomain(
            Period period, List<ColumnDomain> person, CodeList visits, Map<ClinicalTable, CodeList> codes) {
        this(period, person, visits, codes, HistoryRules.NONE);
    }

    /**
     * The same with rules.
     *
     * @throws dari.provisioner.BadInput when they leave a listed concept nobody who may have it
     */
    public HistoryDomain with(HistoryRules known) {
        HistoryDomain ruled = new HistoryDomain(period, person, visits, codes, known);
        new PossibleConcepts(ruled).require();
        return ruled;
    }

    /** Clinical tables in a fixed order. */
    public List<ClinicalTable> tables() {
        return List.of(ClinicalTable.values()).stream()
                .filter(codes::containsKey)
                .toList();
    }

    public CodeList codes(ClinicalTable table) {
        CodeList list = codes.get(table);
        if (list == null) {
            throw new IllegalArgumentException(table + " is not synthesised");
        }
        return list;
    }

    /** Of a contact that is no visit. */
    public int noVisit() {
        return visits.size() + 1;
    }

    /** Index of the column of the year of birth. */
    public int birth() {
        return column(BIRTH);
    }

    /** Index of the column of the gender, or −1. */
    int gender() {
        return column(GENDER);
    }

    private int column(String name) {
        for (int c = 0; c < person.size(); c++) {
            if (person.get(c).name().equalsIgnoreCase(name)) {
                return c;
            }
        }
        return -1;
    }
}
