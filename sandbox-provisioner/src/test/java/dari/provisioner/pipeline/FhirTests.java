package dari.provisioner.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dari.provisioner.BadInput;
import dari.provisioner.Progress;
import dari.provisioner.Refused;
import dari.provisioner.Sources;
import dari.provisioner.engine.DuckDb;
import dari.provisioner.engine.SourceDirectory;
import dari.provisioner.engine.SourceTable;
import dari.provisioner.profile.Planning;
import dari.provisioner.profile.Profile;
import dari.provisioner.profile.Profiling;
import dari.provisioner.recipe.Recipe;
import dari.provisioner.release.ReleaseVerifier;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hospital's bulk export of FHIR resources, from the profile to the release. */
class FhirTests {

    private static final int PATIENTS = 240;

    private static final String RECIPE = """
            recipe: 1
            goal: deidentify
            standard: fhir-r4
            personKey: patient_id
            tables:
              Patient:
                others: drop
                columns:
                  patient_id: {do: pseudonym}
                  birth_date: {role: quasi, hierarchy: "builtin:year"}
                  gender: {role: quasi}
              Encounter:
                others: drop
                columns:
                  encounter_id: {do: pseudonym, space: encounter}
                  patient_id: {do: pseudonym}
                  class: {do: keep}
                  start_time: {do: shiftDate}
              Observation:
                others: drop
                columns:
                  observation_id: {do: pseudonym, space: observation}
                  patient_id: {do: pseudonym}
                  encounter_id: {do: pseudonym, space: encounter}
                  code: {do: keep}
                  effective_time: {do: shiftDate}
              Observation_component:
                others: drop
                columns:
                  observation_id: {do: pseudonym, space: observation}
                  patient_id: {do: pseudonym}
                  position: {do: keep}
                  code: {do: keep}
                  value_number: {do: round, to: 10}
            privacy: {k: 5, recoding: local, suppressionLimit: 0.1}
            assessment: none
            """;

    @TempDir
    private Path folder;

    private Path source;

    @BeforeEach
    void export() throws IOException {
        source = Files.createDirectories(folder.resolve("source"));
        StringBuilder patients = new StringBuilder();
        StringBuilder encounters = new StringBuilder();
        StringBuilder observations = new StringBuilder();
        for (int i = 0; i < PATIENTS; i++) {
            patients.append("""
                    {"resourceType":"Patient","id":"pt-%d","birthDate":"%d-03-01","gender":"%s","name":[{"family":"Namgung%d"}]}
                    """.formatted(i, 1950 + i % 40, i % 2 == 0 ? "male" : "female", i));
            encounters.append("""
                    {"resourceType":"Encounter","id":"en-%1$d","status":"finished","class":{"code":"AMB"},"subject":{"reference":"Patient/pt-%1$d"},"period":{"start":"2020-01-%2$02dT09:00:00+09:00"}}
                    """.formatted(i, 1 + i % 28));
            observations.append("""
                    {"resourceType":"Observation","id":"ob-%1$d","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"85354-9"}]},"subject":{"reference":"Patient/pt-%1$d"},"encounter":{"reference":"Encounter/en-%1$d"},"effectiveDateTime":"2020-01-%2$02d","component":[{"code":{"coding":[{"code":"8480-6"}]},"valueQuantity":{"value":%3$d,"unit":"mmHg"}},{"code":{"coding":[{"code":"8462-4"}]},"valueQuantity":{"value":%4$d,"unit":"mmHg"}}]}
                    """.formatted(i, 1 + i % 28, 110 + i % 30, 70 + i % 20));
        }
        Sources.write(source.resolve("Patient.ndjson"), patients.toString());
        int half = observations.lastIndexOf("\n", observations.length() / 2) + 1;
        Sources.write(source.resolve("mixed.000.ndjson"), observations.substring(0, half));
        Sources.write(source.resolve("mixed.001.ndjson"), encounters + observations.substring(half));
        gzip(source.resolve("bulk/CareTeam.ndjson.gz"), """
                {"resourceType":"CareTeam","id":"t","status":"active","subject":{"reference":"Patient/pt-1"}}

                """);
    }

    @Test
    void theProfileShowsEveryTypeAndNobody() {
        Profile profile = profile();
        assertThat(profile.standard()).isEqualTo("fhir-r4");
        assertThat(profile.tables())
                .extracting(Profile.Table::name)
                .containsExactly("CareTeam", "Encounter", "Observation", "Observation_component", "Patient");
        assertThat(profile.toString()).doesNotContain("Namgung", "pt-1");
    }

    @Test
    void theProposedRecipeReleasesResources() {
        String proposed = Planning.deidentify(profile());
        assertThat(proposed).contains("standard: fhir-r4", "# CareTeam: left out, it holds nothing but keys");
        // so few and so even patients are no proof of an attack, which the assessment would rightly say
        assertThat(provision(proposed.replaceAll("assessment: .*", "assessment: none")))
                .isInstanceOf(Outcome.Released.class);
        assertThat(folder.resolve("out/data/Observation.ndjson")).isNotEmptyFile();
    }

    @Test
    void whatIsReleasedAsFhirIsWhatIsReleasedAsTables() throws IOException {
        provision(RECIPE);
        Path data = folder.resolve("out/data");
        for (String type : List.of("Patient", "Encounter", "Observation")) {
            assertThat(Files.readAllLines(data.resolve(type + ".ndjson")))
                    .hasSize(Files.readAllLines(data.resolve(type + ".csv")).size() - 1)
                    .noneMatch(line -> line.contains("Namgung") || line.contains("pt-") || line.contains("en-1"));
        }
        // read as a source again, the resources say the same as the tables
        try (DuckDb engine = DuckDb.open("500m", folder)) {
            SourceDirectory resources = SourceDirectory.open(engine, data, name -> 0, "fhir_", List.of(".ndjson"));
            SourceDirectory tables = SourceDirectory.open(engine, data, name -> 0, "csv_", List.of(".csv"));
            for (String name : List.of("Encounter", "Observation", "Observation_component")) {
                SourceTable table = tables.table(name).orElseThrow();
                String columns = String.join(", ", table.columns());
                String fhir = "SELECT " + columns + " FROM "
                        + resources.table(name).orElseThrow().view();
                String csv = "SELECT " + columns + " FROM " + table.view();
                assertThat(engine.number("SELECT count(*) FROM (" + fhir + " EXCEPT ALL " + csv + ")"))
                        .isZero();
                assertThat(engine.number("SELECT count(*) FROM (" + csv + " EXCEPT ALL " + fhir + ")"))
                        .isZero();
            }
        }
    }

    @Test
    void aChangedResourceIsFound() throws IOException {
        provision(RECIPE);
        Path file = folder.resolve("out/data/Patient.ndjson");
        Files.writeString(file, Files.readString(file).replaceFirst("female", "male"));
        assertThatThrownBy(() -> ReleaseVerifier.verify(folder.resolve("out"), null))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Patient.ndjson");
    }

    @Test
    void aLineThatIsNoResourceIsNamed() {
        Sources.write(source.resolve("Condition.ndjson"), """
                {"resourceType":"Condition","id":"c1","subject":{"reference":"Patient/pt-1"}}
                {"resourceType":"Condition","id":"c2","onsetDateTime":"Namgung"}
                """);
        assertThatThrownBy(this::profile)
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("Condition.ndjson:2")
                .hasMessageNotContaining("Namgung");
    }

    @Test
    void tablesBesideResourcesAreRefused() {
        Sources.write(source.resolve("extra.csv"), "a\n1\n");
        assertThatThrownBy(this::profile).isInstanceOf(BadInput.class).hasMessageContaining("a directory of their own");
    }

    @Test
    void whatHasNoPlaceInAResourceIsRefusedBeforeAnythingRuns() {
        assertThatThrownBy(() -> provision(RECIPE.replace(
                        "      encounter_id: {do: pseudonym, space: encounter}\n      patient_id", "      patient_id")))
                .hasMessageContaining("recipe.yaml")
                .hasMessageContaining("releases no encounter_id");
        assertThatThrownBy(
                        () -> provision(
                                RECIPE.replace(
                                        "  Encounter:\n",
                                        "  CareTeam:\n    others: drop\n    columns:\n      careteam_id: {do: pseudonym}\n  Encounter:\n")))
                .hasMessageContaining("is no FHIR resource type that can be written");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    private Profile profile() {
        return new Profiling(Sources.CLOCK).profile(source, "500m", Progress.SILENT);
    }

    private Outcome provision(String recipe) {
        return new Provisioning(Sources.CLOCK)
                .run(
                        ProvisioningRequest.of(
                                        source, Recipe.parse(recipe, "recipe.yaml", folder), folder.resolve("out"))
                                .withKey(Sources.KEY),
                        Progress.SILENT);
    }

    private static void gzip(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        try (Writer out =
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8)) {
            out.write(text);
        }
    }
}
