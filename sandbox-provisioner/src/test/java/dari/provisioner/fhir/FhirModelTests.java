package dari.provisioner.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FhirModelTests {

    private static final String OBSERVATION = """
            {"resourceType":"Observation","id":"o1","status":"final",
             "code":{"coding":[{"system":"http://loinc.org","code":"85354-9","display":"혈압"}]},
             "subject":{"reference":"https://fhir.hospital.example/r4/Patient/p1"},
             "encounter":{"reference":"urn:uuid:0a6c3b0e-6d0f-4c0e-9d0b-6f1d6f0a6b11"},
             "effectivePeriod":{"start":"2020-01-02T10:00:00+09:00"},
             "component":[
               {"code":{"coding":[{"code":"8480-6"}]},"valueQuantity":{"value":120.50,"unit":"mmHg"}},
               {"code":{"coding":[{"code":"8462-4"}]},"valueQuantity":{"value":80,"unit":"mmHg"}}]}
            """;

    private final FhirModel model = new FhirModel();

    @Test
    void aResourceIsARowAndEachOfItsPartsARowThatNamesIt() {
        List<FhirRow> rows = model.rows(OBSERVATION);
        assertThat(rows)
                .extracting(FhirRow::table)
                .containsExactly("Observation", "Observation_component", "Observation_component");
        assertThat(named(rows.get(0)))
                .containsEntry("observation_id", "o1")
                .containsEntry("patient_id", "p1")
                .containsEntry("encounter_id", "0a6c3b0e-6d0f-4c0e-9d0b-6f1d6f0a6b11")
                .containsEntry("effective_time", "2020-01-02T10:00:00+09:00")
                .containsEntry("display", "혈압")
                .containsEntry("value_number", null);
        assertThat(named(rows.get(1)))
                .containsEntry("observation_id", "o1")
                .containsEntry("patient_id", "p1")
                .containsEntry("position", "1")
                .containsEntry("value_number", "120.50");
        assertThat(named(rows.get(2))).containsEntry("position", "2").containsEntry("code", "8462-4");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{'resourceType':'Patient','id':'a','birthDate':'1980-02-03','gender':'female','deceasedBoolean':true,"
                        + "'name':[{'family':'Kim','given':['Ji']}],'telecom':[{'system':'email','value':'k@h.example'},"
                        + "{'system':'phone','value':'02-1'}],'identifier':[{'system':'urn:chart','value':'77'}]}",
                "{'resourceType':'Patient','id':'a','deceasedDateTime':'2020-02-03'}",
                "{'resourceType':'Condition','id':'a','subject':{'reference':'Patient/p'},'code':{'coding':[{'system':'http://snomed.info/sct',"
                        + "'code':'38341003'},{'system':'http://www.hl7korea.or.kr/CodeSystem/kostat-kcd-8','code':'I10.9'}],"
                        + "'text':'BP'},'onsetDateTime':'2020-01-01'}",
                "{'resourceType':'MedicationRequest','id':'a','status':'active','intent':'order','medicationCodeableConcept':"
                        + "{'coding':[{'code':'x'}]},'subject':{'reference':'Patient/p'},'authoredOn':'2020-01-01'}",
                "{'resourceType':'Observation','id':'a','status':'final','code':{'text':'smoker'},'valueCodeableConcept':"
                        + "{'coding':[{'system':'s','code':'c','display':'d'}]}}",
                "{'resourceType':'ImagingStudy','id':'a','status':'available','subject':{'reference':'Patient/p'},"
                        + "'modality':[{'code':'CT'}],'numberOfSeries':2,'series':[{'uid':'1','bodySite':{'code':'chest'}}]}",
            })
    void whatIsWrittenIsReadAgainAsTheSameRow(String json) {
        List<FhirRow> rows = model.rows(json.replace('\'', '"'));
        FhirWriter writer = model.writer(rows.get(0).table()).orElseThrow();
        String line = writer.line(named(rows.get(0)), List.of());
        assertThat(model.rows(line)).isEqualTo(rows);
        assertThat(line).doesNotContain("\n").contains("PSEUDED");
    }

    @Test
    void partsAreWrittenIntoTheirResource() {
        List<FhirRow> rows = model.rows(OBSERVATION);
        FhirWriter writer = model.writer("Observation").orElseThrow();
        String line = writer.line(named(rows.get(0)), List.of(named(rows.get(1)), named(rows.get(2))));
        assertThat(model.rows(line)).isEqualTo(rows);
    }

    @Test
    void theIcdCodeIsFoundWhereverItStands() {
        FhirRow row = model.rows("""
                        {"resourceType":"Condition","id":"c","subject":{"reference":"Patient/p"},"code":{"coding":[
                          {"code":"of no system"},
                          {"system":"http://snomed.info/sct","code":"254637007"},
                          {"system":"http://hl7.org/fhir/sid/icd-10","code":"C34"}]}}
                        """).get(0);
        assertThat(named(row)).containsEntry("code", "of no system").containsEntry("icd10_code", "C34");
    }

    @Test
    void aGeneralisedValueStandsBesideTheElementThatCannotHoldIt() {
        Map<String, @Nullable String> row = new HashMap<>();
        row.put("patient_id", "p");
        row.put("birth_date", "1980-1989");
        row.put("gender", "*");
        String line = model.writer("Patient").orElseThrow().line(row, List.of());
        assertThat(line)
                .contains("\"_birthDate\"", FhirColumn.ABSENT, "masked", "1980-1989")
                .doesNotContain("\"birthDate\"");
        assertThat(named(model.rows(line).get(0)))
                .containsEntry("birth_date", null)
                .containsEntry("gender", null);
    }

    @Test
    void whatFhirWantsAndTheRecipeLeftOutIsMasked() {
        Map<String, @Nullable String> row = new HashMap<>();
        row.put("observation_id", "o");
        String line = model.writer("observation").orElseThrow().line(row, List.of());
        assertThat(line).contains("\"_status\"").contains("masked");
        assertThat(model.rows(line)).hasSize(1);
    }

    @Test
    void aTypeWithoutAMappingShowsItsIdAndPatient() {
        FhirRow claim = model.rows("""
                        {"resourceType":"CareTeam","id":"t","status":"active","subject":{"reference":"Patient/p"}}
                        """).get(0);
        assertThat(claim.table()).isEqualTo("CareTeam");
        assertThat(claim.values()).containsExactly("t", "p");
        assertThat(model.columns("careteam")).containsExactly("careteam_id", "patient_id");
        assertThat(model.writer("CareTeam")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{'resourceType':'Patient','id':'a','birthDate':'1980-13-45'} | birthDate",
                "{'resourceType':'Patient','id':'a','gender':'SECRET'} | gender",
                "{'resourceType':'Patient','id':'a','SECRET 1':'x'} | R4 does not know",
                "{'resourceType':'Patient','id':'a','birthDate':['1980-01-01','1980-01-02']} | birthDate",
                "{'resourceType':'Patient','id':'a','name':{'family':'SECRET'}} | name",
                "{'resourceType':'Patient','gender':'male'} | without an id",
                "{'resourceType':'SECRET','id':'a'} | not a FHIR R4 resource",
                "{'id':'SECRET'} | not a FHIR R4 resource",
                "{'resourceType':'Patient','id':'SECRET' | not a FHIR R4 resource",
                "SECRET | not a FHIR R4 resource",
                "[] | not a FHIR R4 resource",
                "null | not a FHIR R4 resource",
            })
    void refusesWhatIsNoResourceAndQuotesNothing(String json, String said) {
        UnfitResource unfit = catchThrowableOfType(UnfitResource.class, () -> model.rows(json.replace('\'', '"')));
        assertThat(unfit).hasMessageContaining(said);
        assertThat(unfit.getMessage()).doesNotContain("SECRET", "1980");
        assertThat(unfit.remedy()).isNotBlank();
    }

    private Map<String, @Nullable String> named(FhirRow row) {
        List<String> columns = model.columns(row.table());
        List<@Nullable String> values = new ArrayList<>(row.values());
        assertThat(columns).hasSameSizeAs(values);
        Map<String, @Nullable String> named = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            named.put(columns.get(i), values.get(i));
        }
        return named;
    }
}
