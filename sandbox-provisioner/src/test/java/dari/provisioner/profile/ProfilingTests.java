package dari.provisioner.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dari.provisioner.Progress;
import dari.provisioner.Sources;
import dari.provisioner.json.Json;
import dari.provisioner.pipeline.Outcome;
import dari.provisioner.pipeline.Provisioning;
import dari.provisioner.pipeline.ProvisioningRequest;
import dari.provisioner.profile.Profile.ProposedRole;
import dari.provisioner.recipe.Recipe;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfilingTests {

    @TempDir
    private Path folder;

    /** Tries to find anybody: no value that fewer than ten rows hold may appear as a label anywhere. */
    @ParameterizedTest
    @ValueSource(strings = {"synthea/patients", "omop/person"})
    void showsNoRareValue(String table) throws IOException {
        String demo = table.substring(0, table.indexOf('/'));
        Path source = Sources.demo(demo);
        Profile profile = DemoProfiles.of(demo);
        Set<String> labels = new HashSet<>();
        profile.tables().stream()
                .filter(t -> table.endsWith("/" + t.name()))
                .forEach(t -> t.columns()
                        .forEach(c ->
                                c.distribution().cells().forEach(cell -> labels.add(c.name() + "=" + cell.label()))));
        assertThat(labels).isNotEmpty();
        assertThat(Collections.disjoint(
                        labels, rareValues(source.resolve(table.substring(table.indexOf('/') + 1) + ".csv.gz"))))
                .isTrue();
    }

    @Test
    void countsAreRoundedAndSmallOnesHidden() {
        DemoProfiles.of("synthea").tables().forEach(table -> {
            assertThat(table.rows() % 10).isZero();
            table.columns().forEach(column -> {
                assertThat(column.missing() == null || column.missing() % 10 == 0)
                        .isTrue();
                assertThat(column.distinct() == null || column.distinct() % 10 == 0)
                        .isTrue();
                column.distribution()
                        .cells()
                        .forEach(cell -> assertThat(cell.count() % 10).isZero());
                column.distribution()
                        .cells()
                        .forEach(cell -> assertThat(cell.count()).isGreaterThanOrEqualTo(10));
            });
        });
    }

    @Test
    void proposesRolesWithEvidence() {
        Profile profile = DemoProfiles.of("synthea");
        Profile.Table patients = profile.tables().stream()
                .filter(t -> t.name().equals("patients"))
                .findFirst()
                .orElseThrow();
        assertThat(patients.personKey()).isEqualTo("Id");
        assertThat(role(patients, "SSN")).isEqualTo(ProposedRole.IDENTIFIER);
        assertThat(role(patients, "LAST")).isEqualTo(ProposedRole.IDENTIFIER);
        assertThat(role(patients, "LAT")).isEqualTo(ProposedRole.IDENTIFIER);
        assertThat(role(patients, "BIRTHDATE")).isEqualTo(ProposedRole.QUASI);
        assertThat(role(patients, "ZIP")).isEqualTo(ProposedRole.QUASI);
        assertThat(role(patients, "Id")).isEqualTo(ProposedRole.KEY);
        Profile omop = DemoProfiles.of("omop");
        assertThat(omop.standard()).isEqualTo("omop-5.3");
        assertThat(role(omop.tables().get(0), "CONDITION_CONCEPT_ID")).isEqualTo(ProposedRole.SENSITIVE);
        assertThat(omop.tables().get(0).references())
                .anySatisfy(r -> assertThat(r.dangling()).isGreaterThan(10_000)); // GiBleed lacks most visits
    }

    @Test
    void knowsIdentifiersByShapeWhateverTheColumnIsCalled() {
        StringBuilder csv = new StringBuilder("a,b,c\n");
        for (int i = 0; i < 100; i++) {
            int[] digits = {9, 0, 0, 1, 0, 1, 1, i / 10, i % 10, 0, 0, 0};
            int[] weights = {2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5};
            int sum = 0;
            StringBuilder rrn = new StringBuilder();
            for (int d = 0; d < 12; d++) {
                sum += digits[d] * weights[d];
                rrn.append(d == 6 ? "-" : "").append(digits[d]);
            }
            csv.append(rrn)
                    .append((11 - sum % 11) % 10)
                    .append(",010-1234-")
                    .append(1000 + i)
                    .append(",p")
                    .append(i)
                    .append("@example.org\n");
        }
        Sources.write(folder.resolve("t.csv"), csv.toString());
        assertThat(profile(folder).tables().get(0).columns())
                .allSatisfy(c -> assertThat(c.role()).isEqualTo(ProposedRole.IDENTIFIER));
        assertThat(profile(folder).tables().get(0).columns().get(0).evidence()).contains("shape:rrn");
    }

    @Test
    void survivesItsOwnFile() {
        Profile profile = DemoProfiles.of("omop");
        assertThat(Json.parse(Json.text(profile), Profile.class, "profile.json"))
                .isEqualTo(profile);
    }

    @ParameterizedTest
    @ValueSource(strings = {"synthea", "omop"})
    void theProposedRecipeRunsAndWithstandsItsOwnAttacks(String demo) {
        Recipe recipe = Recipe.parse(Planning.deidentify(DemoProfiles.of(demo)), "recipe.yaml", folder);
        Outcome outcome = new Provisioning(Sources.CLOCK)
                .run(
                        ProvisioningRequest.of(Sources.demo(demo), recipe, folder.resolve("out"))
                                .withKey(Sources.KEY),
                        Progress.SILENT);
        assertThat(outcome).isInstanceOf(Outcome.Released.class);
    }

    @Test
    void plansNumbersAndAgesByWhatTheyHold() {
        String stays = planOfStays("band");
        assertThat(stays)
                .contains("stays: {do: round, to: 2}")
                .contains("cost: {do: round, to: 50}")
                .doesNotContain("900");
        String aged = planOfStays("age");
        assertThat(aged)
                .contains("age: {role: quasi}") // intervals are no numbers
                .contains("stays: {role: quasi, hierarchy: \"builtin:number\"}") // known besides, so covered
                .doesNotContain("900");
    }

    private String planOfStays(String first) {
        StringBuilder csv = new StringBuilder(first + ";stays;cost\n");
        for (int i = 0; i < 3000; i++) {
            csv.append('[')
                    .append(i % 9 * 10)
                    .append('-')
                    .append(i % 9 * 10 + 10)
                    .append(");");
            csv.append(i == 7 ? 900 : i % 25).append(';').append(i % 1000).append('\n');
        }
        Sources.write(folder.resolve("stays.csv"), csv.toString());
        String text = Planning.deidentify(profile(folder));
        assertThat(Recipe.parse(text, "recipe.yaml", folder).tables()).hasSize(1);
        return text;
    }

    private static Profile profile(Path source) {
        return new Profiling(Sources.CLOCK).profile(source, "1g", Progress.SILENT);
    }

    private static ProposedRole role(Profile.Table table, String column) {
        return table.columns().stream()
                .filter(c -> c.name().equals(column))
                .findFirst()
                .orElseThrow()
                .role();
    }

    private static List<String> rareValues(Path csv) throws IOException {
        Map<String, Integer> counts = new HashMap<>();
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(csv)), StandardCharsets.UTF_8))) {
            String[] header = reader.readLine().split(",");
            reader.lines().forEach(line -> {
                String[] values = line.split(",", -1);
                for (int i = 0; i < header.length; i++) {
                    counts.merge(header[i] + "=" + values[i], 1, Integer::sum);
                }
            });
        }
        return counts.entrySet().stream()
                .filter(e -> e.getValue() < 10)
                .map(Map.Entry::getKey)
                .toList();
    }
}
