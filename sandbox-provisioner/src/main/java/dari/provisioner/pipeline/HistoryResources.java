package dari.provisioner.pipeline;

import dari.provisioner.engine.DuckDb;
import dari.provisioner.fhir.FhirModel;
import dari.provisioner.fhir.FhirWriter;
import dari.provisioner.omop.HistoryTables;
import dari.provisioner.release.Release;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Released histories of OMOP as FHIR resources: persons as patients, visits as encounters, conditions, drug exposures as
 * administrations, measurements as observations. Concepts stay OMOP's: which code of which vocabulary a concept stands for, a
 * release does not know.
 */
final class HistoryResources {

    /** How FHIR calls OMOP's concepts (HL7's FHIR to OMOP guide). */
    private static final String OMOP = "https://fhir-terminology.ohdsi.org";

    private static final String PATIENT = """
            SELECT person_id AS patient_id,
              CASE gender_concept_id WHEN '8507' THEN 'male' WHEN '8532' THEN 'female' ELSE 'unknown' END AS gender,
              year_of_birth AS birth_date
            FROM %1$s
            """;

    /** Inpatient, outpatient, emergency, both of the last; FHIR wants a class, so another visit's is masked. */
    private static final String ENCOUNTER = """
            SELECT visit_occurrence_id AS encounter_id, person_id AS patient_id, 'finished' AS status,
              CASE visit_concept_id WHEN '9201' THEN 'IMP' WHEN '9202' THEN 'AMB' WHEN '9203' THEN 'EMER' WHEN '262' THEN 'IMP'
                END AS class,
              '%2$s' AS type_system, visit_concept_id AS type_code, visit_start_date AS start_time, visit_end_date AS end_time
            FROM %1$s
            """;

    /** A condition that ended is resolved: FHIR wants both or neither. */
    private static final String CONDITION = """
            SELECT condition_occurrence_id AS condition_id, person_id AS patient_id, visit_occurrence_id AS encounter_id,
              CASE WHEN condition_end_date IS NOT NULL THEN 'resolved' END AS clinical_status,
              '%2$s' AS system, condition_concept_id AS code, condition_start_date AS onset_time,
              condition_end_date AS abatement_time
            FROM %1$s
            """;

    private static final String DRUG = """
            SELECT drug_exposure_id AS medication_administration_id, person_id AS patient_id, visit_occurrence_id AS encounter_id,
              'completed' AS status, '%2$s' AS system, drug_concept_id AS code, drug_exposure_start_date AS effective_time
            FROM %1$s
            """;

    private static final String MEASUREMENT = """
            SELECT measurement_id AS observation_id, person_id AS patient_id, visit_occurrence_id AS encounter_id,
              'final' AS status, '%2$s' AS system, measurement_concept_id AS code, measurement_date AS effective_time,
              value_as_number AS value_number, 'concept ' || unit_concept_id AS value_unit
            FROM %1$s
            """;

    /** By the table that they are made of: the type, and a query of its columns. */
    private static final Map<String, Made> RESOURCES = resources();

    private record Made(String type, String query) {}

    private static Map<String, Made> resources() {
        Map<String, Made> resources = new LinkedHashMap<>();
        resources.put(HistoryTables.PERSON, new Made("Patient", PATIENT));
        resources.put(HistoryTables.VISIT, new Made("Encounter", ENCOUNTER));
        resources.put("condition_occurrence", new Made("Condition", CONDITION));
        resources.put("drug_exposure", new Made("MedicationAdministration", DRUG));
        resources.put("measurement", new Made("Observation", MEASUREMENT));
        return resources;
    }

    private HistoryResources() {}

    /**
     * Writes one {@code TYPE.ndjson} per resource type into the release's data folder.
     *
     * @param tables that were released, by the engine's relation of their rows as text
     */
    static void write(DuckDb engine, Path release, Map<String, String> tables) {
        FhirModel model = new FhirModel();
        RESOURCES.forEach((table, made) -> {
            String relation = tables.get(table);
            if (relation != null) {
                FhirWriter writer = model.inventedWriter(made.type())
                        .orElseThrow(() -> new IllegalStateException(made.type() + " has no mapping"));
                String query = made.query().formatted(relation, OMOP);
                List<String> columns = engine.list("DESCRIBE " + query, row -> row.getString(1));
                ResourceLines.write(
                        engine,
                        query,
                        release.resolve(Release.DATA),
                        writer,
                        row -> writer.line(values(columns, row), List.of()));
            }
        });
    }

    private static Map<String, @Nullable String> values(List<String> columns, ResultSet row) throws SQLException {
        Map<String, @Nullable String> values = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            values.put(columns.get(i), row.getString(i + 1));
        }
        return values;
    }
}
