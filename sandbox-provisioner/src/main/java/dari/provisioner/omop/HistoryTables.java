package dari.provisioner.omop;

import dari.provisioner.engine.ColumnTypes;
import dari.provisioner.synthesize.history.Bounds;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tables of OMOP that histories are made of, and the columns that invented ones have: those the model requires, and few more. */
public final class HistoryTables {

    public static final String PERSON = "person";
    public static final String VISIT = "visit_occurrence";

    /** Made of the invented visits; not read. */
    static final String OBSERVATION_PERIOD = "observation_period";

    /** What a recipe may name. */
    public static final List<String> ALL =
            List.of(PERSON, VISIT, "condition_occurrence", "drug_exposure", "measurement");

    /** Where a recipe does not say. */
    public static final int CODES_PER_PERSON = Bounds.DEFAULT_CODES;

    /** Besides the columns of its domain. */
    static final List<String> PERSON_COLUMNS =
            List.of("person_id", "gender_concept_id", "year_of_birth", "race_concept_id", "ethnicity_concept_id");

    private static final Map<String, Map<String, ColumnTypes.Type>> COLUMNS = Map.of(
            VISIT,
            columns(
                    "visit_occurrence_id",
                    "person_id",
                    "visit_concept_id",
                    "visit_start_date",
                    "visit_end_date",
                    "visit_type_concept_id"),
            "condition_occurrence",
            columns(
                    "condition_occurrence_id",
                    "person_id",
                    "condition_concept_id",
                    "condition_start_date",
                    "condition_end_date",
                    "condition_type_concept_id",
                    "visit_occurrence_id"),
            "drug_exposure",
            columns(
                    "drug_exposure_id",
                    "person_id",
                    "drug_concept_id",
                    "drug_exposure_start_date",
                    "drug_exposure_end_date",
                    "drug_type_concept_id",
                    "visit_occurrence_id"),
            "measurement",
            columns(
                    "measurement_id",
                    "person_id",
                    "measurement_concept_id",
                    "measurement_date",
                    "measurement_type_concept_id",
                    "value_as_number",
                    "unit_concept_id",
                    "visit_occurrence_id"),
            OBSERVATION_PERIOD,
            columns(
                    "observation_period_id",
                    "person_id",
                    "observation_period_start_date",
                    "observation_period_end_date",
                    "period_type_concept_id"));

    private HistoryTables() {}

    private static Map<String, ColumnTypes.Type> columns(String... names) {
        Map<String, ColumnTypes.Type> columns = new LinkedHashMap<>();
        for (String name : names) {
            columns.put(
                    name,
                    name.endsWith("_date")
                            ? ColumnTypes.Type.DATE
                            : name.endsWith("_number") ? ColumnTypes.Type.DECIMAL : ColumnTypes.Type.INTEGER);
        }
        return columns;
    }

    /** Columns of a released table, those that only a person's domain names left out. */
    public static List<String> released(String table) {
        return table.equals(PERSON) ? PERSON_COLUMNS : List.copyOf(types(table).keySet());
    }

    /** In the order of the release. */
    static Map<String, ColumnTypes.Type> types(String table) {
        return COLUMNS.getOrDefault(table, Map.of());
    }
}
