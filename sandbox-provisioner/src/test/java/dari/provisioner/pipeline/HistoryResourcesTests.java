package dari.provisioner.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.BaseRuntimeChildDefinition;
import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import dari.provisioner.BadInput;
import dari.provisioner.Progress;
import dari.provisioner.Sources;
import dari.provisioner.privacy.Ledger;
import dari.provisioner.recipe.Recipe;
import dari.provisioner.release.ReleaseVerifier;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Invented histories as FHIR, read back by HAPI: strictly, with every element that FHIR requires. */
class HistoryResourcesTests {

    private static final String RECIPE = """
            recipe: 1
            goal: synthesize
            standard: omop-5.4
            period: {from: 2015-01-01, to: 2020-12-31}
            also: fhir-r4
            tables:
              person: {domain: person.json}
              visit_occurrence: {codes: [9201, 9202]}
              condition_occurrence: {codes: [11, 12, 13, 14, 15]}
              drug_exposure: {codes: [21, 22]}
              measurement: {codes: tests.csv}
            dp: {mechanism: mst, epsilon: 30, delta: 1e-9, unit: person}
            budget: {dataset: d-1, population: all}
            assessment: none
            """;

    /** By type, the table that its resources are made of. */
    private static final Map<String, String> TABLES = Map.of(
            "Patient", "person",
            "Encounter", "visit_occurrence",
            "Condition", "condition_occurrence",
            "MedicationAdministration", "drug_exposure",
            "Observation", "measurement");

    @TempDir
    private Path folder;

    private final FhirContext context = FhirContext.forR4Cached();

    @BeforeEach
    void aHospital() {
        Sources.omop(folder.resolve("source"), 300, 1);
        Sources.write(
                folder.resolve("person.json"),
                "{\"gender_concept_id\": {\"values\": [8507, 8532]}, \"year_of_birth\":"
                        + " {\"min\": 1920, \"max\": 2019, \"bins\": 10}}");
        Sources.write(folder.resolve("tests.csv"), "concept_id,min,max,unit_concept_id\n31,0,200,8840\n");
        Ledger.open(folder.resolve("ledger"), Sources.CLOCK)
                .openAccount("d-1", "all", new BigDecimal(40), new BigDecimal("1e-9"), "test", "steward");
    }

    @Test
    void everyResourceIsOneThatHapiReadsStrictlyAndEveryReferencePointsAtOne() throws IOException {
        Path out = run(RECIPE);
        assertThat(ReleaseVerifier.verify(out, null)).isNotNull();
        Map<String, List<Resource>> resources = new LinkedHashMap<>();
        for (Map.Entry<String, String> type : TABLES.entrySet()) {
            List<Resource> read = read(out.resolve("data/" + type.getKey() + ".ndjson"));
            assertThat(read)
                    .as(type.getKey())
                    .hasSize(Files.readAllLines(out.resolve("data/" + type.getValue() + ".csv"))
                                    .size()
                            - 1)
                    .isNotEmpty()
                    .allSatisfy(this::hasWhatFhirRequires)
                    .allSatisfy(resource -> assertThat(
                                    resource.getMeta().getSecurityFirstRep().getCode())
                            .isEqualTo("HTEST"));
            resources.put(type.getKey(), read);
        }
        Set<String> patients = ids(resources, "Patient");
        Set<String> encounters = ids(resources, "Encounter");
        for (Resource each : of(resources, "Encounter")) {
            Encounter encounter = (Encounter) each;
            assertThat(patients).contains(encounter.getSubject().getReference());
            assertThat(encounter.getPeriod().getStart())
                    .isBeforeOrEqualTo(encounter.getPeriod().getEnd());
        }
        for (Resource each : of(resources, "Condition")) {
            Condition condition = (Condition) each;
            assertThat(patients).contains(condition.getSubject().getReference());
            within(encounters, condition.getEncounter());
            // FHIR's rule con-4
            assertThat(condition.hasAbatement())
                    .isEqualTo(condition.getClinicalStatus().getCodingFirstRep().hasSystem());
        }
        for (Resource each : of(resources, "MedicationAdministration")) {
            MedicationAdministration drug = (MedicationAdministration) each;
            assertThat(patients).contains(drug.getSubject().getReference());
            within(encounters, drug.getContext());
        }
        for (Resource each : of(resources, "Observation")) {
            Observation measured = (Observation) each;
            assertThat(patients).contains(measured.getSubject().getReference());
            within(encounters, measured.getEncounter());
        }
        assertThat(of(resources, "Patient"))
                .anySatisfy(each ->
                        assertThat(((Patient) each).getGender().toCode()).isEqualTo("female"))
                .allSatisfy(each -> assertThat(
                                ((Patient) each).getBirthDateElement().getValueAsString())
                        .matches("(19|20)[0-9]{2}"));
        assertThat(of(resources, "Observation")).anySatisfy(each -> {
            assertThat(((Observation) each).getValueQuantity().getValue())
                    .isBetween(BigDecimal.ZERO, new BigDecimal(200));
            assertThat(((Observation) each).getValueQuantity().getUnit()).isEqualTo("concept 8840");
        });
    }

    @Test
    void withoutTheKeyOnlyTablesAreWritten() {
        Path out = run(RECIPE.replace("also: fhir-r4\n", ""));
        assertThat(out.resolve("data/person.csv")).exists();
        assertThat(out.resolve("data/Patient.ndjson")).doesNotExist();
    }

    @Test
    void theKeyBelongsToHistories() {
        Sources.write(folder.resolve("d.json"), "{\"a\": 3}");
        String table = """
                recipe: 1
                goal: synthesize
                also: fhir-r4
                tables: {person: {domain: d.json}}
                dp: {mechanism: mst, epsilon: 1, delta: 1e-9, unit: row}
                budget: {dataset: d-1, population: all}
                assessment: none
                """;
        assertThatThrownBy(() -> run(table)).isInstanceOf(BadInput.class).hasMessageContaining("recipe.yaml:3 also");
        assertThatThrownBy(() -> run(Sources.hospitalRecipe("none") + "also: fhir-r4\n"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("also");
    }

    private List<Resource> read(Path file) throws IOException {
        IParser parser = context.newJsonParser();
        parser.setParserErrorHandler(new StrictErrorHandler());
        List<Resource> resources = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            resources.add((Resource) parser.parseResource(line));
        }
        return resources;
    }

    /** By HAPI's own definitions of the type. */
    private void hasWhatFhirRequires(Resource resource) {
        for (BaseRuntimeChildDefinition child :
                context.getResourceDefinition(resource).getChildren()) {
            if (child.getMin() > 0) {
                assertThat(child.getAccessor().getValues(resource))
                        .as(resource.fhirType() + "." + child.getElementName())
                        .hasSizeGreaterThanOrEqualTo(child.getMin());
            }
        }
    }

    private static void within(Set<String> encounters, Reference reference) {
        assertThat(reference.isEmpty() || encounters.contains(reference.getReference()))
                .isTrue();
    }

    private static Set<String> ids(Map<String, List<Resource>> resources, String type) {
        return of(resources, type).stream()
                .map(resource -> type + "/" + resource.getIdElement().getIdPart())
                .collect(Collectors.toSet());
    }

    private static List<Resource> of(Map<String, List<Resource>> resources, String type) {
        return resources.getOrDefault(type, List.of());
    }

    private Path run(String recipe) {
        new Provisioning(Sources.CLOCK)
                .run(
                        ProvisioningRequest.of(
                                        folder.resolve("source"),
                                        Recipe.parse(recipe, "recipe.yaml", folder),
                                        folder.resolve("out"))
                                .spendingFrom(folder.resolve("ledger")),
                        Progress.SILENT);
        return folder.resolve("out");
    }
}
