package dari.provisioner.omop;

import static org.assertj.core.api.Assertions.assertThat;

import dari.provisioner.engine.SourceTable;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class OmopModelTests {

    private static final SourceTable PERSON = table("person", "person_id", "year_of_birth");

    @Test
    void tellsTheVersionsApartByTheirColumns() {
        assertThat(standardOf(PERSON, table("visit_occurrence", "person_id", "admitting_source_concept_id")))
                .isEqualTo("omop-5.3");
        assertThat(standardOf(PERSON, table("VISIT_OCCURRENCE", "PERSON_ID", "ADMITTED_FROM_CONCEPT_ID")))
                .isEqualTo("omop-5.4");
        assertThat(standardOf(PERSON, table("episode", "episode_id", "person_id")))
                .isEqualTo("omop-5.4");
    }

    @Test
    void whatFitsBothIsTheOlder() {
        assertThat(standardOf(PERSON)).isEqualTo("omop-5.3");
    }

    @Test
    void otherTablesAreNotOmop() {
        assertThat(OmopModel.of(List.of(table("person", "id", "name")))).isEmpty();
        assertThat(OmopModel.of(List.of(table("patients", "person_id", "year_of_birth"))))
                .isEmpty();
    }

    @Test
    void knowsItsColumnsWithoutCase() {
        OmopModel model = OmopModel.named("omop-5.4").orElseThrow();
        assertThat(model.has("Person", "Year_Of_Birth")).isTrue();
        assertThat(model.has("visit_occurrence", "discharge_to_concept_id")).isFalse();
        assertThat(model.otherWith("visit_occurrence", "discharge_to_concept_id"))
                .map(OmopModel::standard)
                .contains("omop-5.3");
        assertThat(model.otherWith("person", "sex")).isEmpty();
        assertThat(OmopModel.named("omop-6.0")).isEmpty();
    }

    private static String standardOf(SourceTable... tables) {
        return OmopModel.of(Arrays.asList(tables)).orElseThrow().standard();
    }

    private static SourceTable table(String name, String... columns) {
        return new SourceTable(name, name, Path.of(name + ".csv"), List.of(columns));
    }
}
