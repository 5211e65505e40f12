package dari.provisioner.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dari.provisioner.BadInput;
import dari.provisioner.Progress;
import dari.provisioner.Sources;
import dari.provisioner.recipe.Recipe;
import dari.provisioner.release.Certificate;
import dari.provisioner.release.Release;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Privacy models from the recipe to the certificate; every figure of the certificate is worked out again from the CSV. */
class ModelsTests {

    private static final int PERSONS = 600;

    @TempDir
    private Path folder;

    private Path source;

    /** 600 patients of a town of 2000, each with an age, a sex, a diagnosis and days of stay. */
    @BeforeEach
    void town() {
        Random random = new Random(4);
        StringBuilder patients = new StringBuilder("age,sex,dx,stay\n");
        StringBuilder town = new StringBuilder("sex,age\n");
        for (int person = 0; person < 2000; person++) {
            String age = String.valueOf(18 + (int) (Math.abs(random.nextGaussian()) * 25));
            String sex = random.nextInt(3) == 0 ? "M" : "F";
            town.append(sex).append(',').append(age).append('\n');
            if (person < PERSONS) {
                patients.append(age + "," + sex + ",d" + random.nextInt(5) + "," + random.nextInt(9) + "\n");
            }
        }
        source = folder.resolve("source");
        Sources.write(source.resolve("patients.csv"), patients.toString());
        Sources.write(folder.resolve("town.csv"), town.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "local|l: {column: dx, value: 3}",
                "global|l: {column: dx, kind: entropy, value: 2.5}",
                "local|l: [{column: dx, value: 2}, {column: stay, kind: entropy, value: 3}]",
                "local|t: {column: dx, value: 0.3}",
                "global|t: {column: stay, distance: ordered, value: 0.15}",
                "local|t: {column: stay, distance: ordered, value: 0.15}",
                "local|t: {column: dx, distance: ordered, value: 0.2, order: [d3, d1, d0, d4, d2]}",
                "local|t: [{column: dx, value: 0.3}, {column: stay, distance: ordered, value: 0.2}]",
                "local|kMap: {k: 15, population: town.csv}",
                "global|kMap: {k: 15, population: town.csv}",
                "local|kMap: {k: 15, population: {persons: 2000}}",
                "global|deltaPresence: {max: 0.5, population: town.csv}",
                "global|deltaPresence: {min: 0.1, max: 0.6, population: town.csv}, kMap: {k: 20, population: town.csv}",
            })
    void releasesWhatTheModelAsksAndCertifiesWhatANaiveCountFinds(String recoding, String model) {
        Outcome outcome = run(model, recoding);
        assertThat(outcome).as("%s", outcome.assessment().reasons()).isInstanceOf(Outcome.Released.class);
        Certificate.Guarantee guarantee =
                new Release(folder.resolve("out")).certificate().guarantee();
        assertThat(guarantee.conditions()).isNotEmpty();
        Map<String, List<String[]>> classes = new HashMap<>();
        rows().forEach(row -> classes.computeIfAbsent(row[0] + "," + row[1], c -> new ArrayList<>())
                .add(row));
        assertThat(guarantee.kMeasured())
                .isEqualTo(classes.values().stream().mapToInt(List::size).min().orElseThrow())
                .isGreaterThanOrEqualTo(2);
        for (Certificate.Condition condition : guarantee.conditions()) {
            assertThat(condition.holds()).isTrue();
            NaiveFigures naive = new NaiveFigures(classes, town(folder.resolve("town.csv")));
            assertThat(condition.measured())
                    .as("%s", condition)
                    .isCloseTo(
                            naive.of(
                                    condition,
                                    model.contains("order:") ? List.of("d3", "d1", "d0", "d4", "d2") : List.of()),
                            org.assertj.core.data.Offset.offset(1e-6));
        }
    }

    @Test
    void aSampledPopulationAsksForFewerInTheSourceThanAWholeOne() {
        run("kMap: {k: 15, population: {persons: 2000}}", "local");
        Certificate.Condition condition = new Release(folder.resolve("out"))
                .certificate()
                .guarantee()
                .conditions()
                .get(0);
        assertThat(condition.asked()).isBetween(2.0, 14.0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "local|deltaPresence: {max: 0.5, population: town.csv}|recipe.yaml:11 privacy.deltaPresence: needs recoding: global",
                "global|deltaPresence: {max: 0.5, population: none.csv}|privacy.deltaPresence.population: is no file",
                "local|kMap: {k: 5, population: short.csv}|short.csv:1: has no column age",
                "local|t: {column: dx, distance: ordered, value: 0.2}|neither numbers nor dates",
                "local|t: {column: dx, distance: ordered, value: 0.2, order: [d1, d2]}|not in the order of t",
                "local|t: {column: dx, value: 0.2, order: [d1, d2]}|belongs to distance: ordered",
                "local|l: [{column: dx, value: 2}, {column: age, value: 2}]|privacy.l.1.column",
            })
    void saysWhatIsWrongWithAModel(String recoding, String model, String message) {
        Sources.write(folder.resolve("short.csv"), "sex\nF\n");
        assertThatThrownBy(() -> run(model, recoding))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(message);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    private Outcome run(String model, String recoding) {
        return new Provisioning(Sources.CLOCK)
                .run(
                        ProvisioningRequest.of(source, recipe(model, recoding), folder.resolve("out"))
                                .withKey(Sources.KEY),
                        Progress.SILENT);
    }

    private Recipe recipe(String model, String recoding) {
        return Recipe.parse(
                """
                recipe: 1
                goal: deidentify
                tables:
                  patients:
                    columns:
                      age: {role: quasi, hierarchy: "builtin:age"}
                      sex: {role: quasi}
                      dx: {role: sensitive}
                      stay: {role: sensitive}
                privacy:
                  %s
                  k: 2
                  recoding: %s
                  suppressionLimit: 0.1
                """.formatted(model.replaceAll(", (kMap|l|t):", "\n  $1:"), recoding), "recipe.yaml", folder);
    }

    private List<String[]> rows() {
        return Sources.read(folder.resolve("out/data/patients.csv"))
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
    }

    private static List<String[]> town(Path file) {
        return Sources.read(file)
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
    }
}
