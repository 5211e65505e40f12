package dari.provisioner.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dari.provisioner.BadInput;
import dari.provisioner.Progress;
import dari.provisioner.Sources;
import dari.provisioner.SurroundingsFailed;
import dari.provisioner.recipe.Recipe;
import dari.provisioner.release.Assessment;
import dari.provisioner.release.Certificate;
import dari.provisioner.release.Dictionary;
import dari.provisioner.release.Distribution;
import dari.provisioner.release.Release;
import dari.provisioner.release.ReleaseVerifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProvisioningTests {

    private static final int PERSONS = 1500;

    @TempDir
    private Path folder;

    private Path source;

    @BeforeEach
    void hospital() {
        source = Sources.hospital(folder.resolve("source"), PERSONS, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"omop", "synthea"})
    void releasesTheDemoSourcesAndWithstandsItsOwnAttacks(String demo) {
        Outcome outcome = run(Sources.demo(demo), Recipe.read(Sources.demoRecipe(demo)), "out");
        assertThat(outcome).isInstanceOf(Outcome.Released.class);
        assertThat(outcome.assessment().gate()).isEqualTo(Assessment.Gate.PASSED);
        Release release = new Release(folder.resolve("out"));
        Certificate certificate = release.certificate();
        assertThat(certificate.guarantee().kMeasured())
                .isGreaterThanOrEqualTo(certificate.guarantee().kAsked());
        assertThat(certificate.tests())
                .isNotEmpty()
                .allSatisfy(test -> assertThat(test.verdict()).isEqualTo(Assessment.Verdict.PASSED));
        assertThat(release.dictionary().tables())
                .hasSize(3)
                .allSatisfy(table -> assertThat(table.description()).isNotNull());
        assertThat(ReleaseVerifier.verify(release.directory(), null)).isEqualTo(ReleaseVerifier.Checked.HASHES_ONLY);
    }

    @Test
    void theSameKeyGivesTheSameBytesAndAnotherKeyOthers() throws IOException {
        Recipe recipe = recipe(Sources.hospitalRecipe("none"));
        run(source, recipe, "first");
        run(source, recipe, "second");
        new Provisioning(Sources.CLOCK)
                .run(
                        ProvisioningRequest.of(source, recipe, folder.resolve("third"))
                                .withKey(PseudonymKey.ofHex("ff".repeat(32))),
                        Progress.SILENT);
        for (String file : List.of("person.csv", "visit.csv", "person.parquet", "visit.parquet")) {
            byte[] first = Files.readAllBytes(folder.resolve("first/data").resolve(file));
            assertThat(Files.readAllBytes(folder.resolve("second/data").resolve(file)))
                    .isEqualTo(first);
            assertThat(Files.readAllBytes(folder.resolve("third/data").resolve(file)))
                    .isNotEqualTo(first);
        }
        assertThat(column("first", "person", "person_id"))
                .doesNotContainAnyElementsOf(column("third", "person", "person_id"));
    }

    /** More rows than a Parquet row group or a thread's share, of all forms that a column can take on its way. */
    @Test
    void manyRowsGiveTheSameBytesAndAnOrderThatTellsNothingOfTheSource() throws IOException {
        StringBuilder csv = new StringBuilder("id,patient,at,code,label,free\n");
        for (int i = 0; i < 150_000; i++) {
            csv.append(i)
                    .append(",p")
                    .append(i % 7000)
                    .append(",2020-01-0")
                    .append(1 + i % 9)
                    .append(',');
            csv.append(i % 500)
                    .append(",label")
                    .append(i % 500)
                    .append(',')
                    .append(i * 0.5)
                    .append('\n');
        }
        Path many = Sources.write(folder.resolve("many/t.csv"), csv.toString()).getParent();
        Recipe recipe = recipe("""
                recipe: 1
                goal: deidentify
                personKey: patient
                tables:
                  t:
                    columns:
                      id: {do: keep}
                      patient: {do: pseudonym}
                      at: {do: shiftDate}
                      code: {do: groupRare, minPersons: 10, other: 0}
                      label: {do: keep}
                      free: {do: round, to: 0.1}
                """);
        run(many, recipe, "first");
        run(many, recipe, "second");
        for (String file : List.of("t.csv", "t.parquet")) {
            assertThat(Files.mismatch(
                            folder.resolve("first/data").resolve(file),
                            folder.resolve("second/data").resolve(file)))
                    .isEqualTo(-1);
        }
        List<Integer> order =
                column("first", "t", "id").stream().map(Integer::valueOf).toList();
        long rising = java.util.stream.IntStream.range(1, order.size())
                .filter(i -> order.get(i) > order.get(i - 1))
                .count();
        // half of the pairs rise in a random order; six standard deviations of that number, sqrt(n / 12)
        assertThat((double) rising)
                .isCloseTo(
                        order.size() / 2.0, org.assertj.core.api.Assertions.within(6 * Math.sqrt(order.size() / 12.0)));
        assertThat(Set.copyOf(order)).hasSize(150_000);
    }

    @Test
    void rowsOfOnePersonStayTogetherAndIntervalsStay() {
        run(source, recipe(Sources.hospitalRecipe("none").replaceAll("(?m)^ +history:.*\\R", "")), "out");
        Set<String> persons = Set.copyOf(column("out", "person", "person_id"));
        assertThat(persons).hasSize(PERSONS).containsAll(column("out", "visit", "person_id"));
        assertThat(intervals(folder.resolve("out/data/visit.csv"), 1, 2))
                .isEqualTo(intervals(source.resolve("visit.csv"), 1, 2));
        assertThat(column("out", "visit", "start"))
                .hasSize(Sources.read(source.resolve("visit.csv"))
                                .lines()
                                .toList()
                                .size()
                        - 2) // without header and the visit that names nobody
                .allSatisfy(date -> assertThat(date).hasSize(10));
        assertThat(new Release(folder.resolve("out"))
                        .certificate()
                        .tables()
                        .get(1)
                        .rowsWithoutPerson())
                .isEqualTo(1);
    }

    @Test
    void nothingThatNamesAPersonIsInTheRelease() throws IOException {
        run(source, recipe(Sources.hospitalRecipe("{holdout: 0.2}")), "out");
        try (Stream<Path> files = Files.walk(folder.resolve("out"))) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                assertThat(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1))
                        .doesNotContain("Secret")
                        .doesNotContain("T08:15:30");
            }
        }
    }

    @Test
    void aTreatmentThatLeavesHistoriesBareIsHeldWithItsReasonAndNothingElse() throws IOException {
        String bare = Sources.hospitalRecipe("{holdout: 0.2}")
                .replaceAll("(?m)^ +history:.*\\R", "")
                .replace("k: 20", "k: 2");
        Outcome outcome = run(source, recipe(bare), "out");
        assertThat(outcome).isInstanceOf(Outcome.Held.class);
        assertThat(outcome.assessment().gate()).isEqualTo(Assessment.Gate.HELD);
        assertThat(outcome.assessment().reasons())
                .allSatisfy(reason -> assertThat(reason.ko()).isNotBlank());
        assertThat(names(folder.resolve("out"))).containsExactly("assessment.json");
        assertThat(names(folder)).containsExactlyInAnyOrder("out", "source");
    }

    @Test
    void tooMuchSuppressionIsHeld() {
        String strict = Sources.hospitalRecipe("none")
                .replace("sex: {role: quasi, do: keep}", "zip: {role: quasi, do: keep}")
                .replace("zip: {do: drop}", "sex: {do: drop}")
                .replace("k: 20", "k: 38");
        Outcome outcome = run(source, recipe(strict), "out");
        assertThat(outcome.assessment().reasons()).extracting("key").contains("gate.suppression");
    }

    @Test
    void theDictionaryDescribesTheReleaseAndHidesSmallCells() {
        run(source, recipe(Sources.hospitalRecipe("none")), "out");
        Dictionary dictionary = new Release(folder.resolve("out")).dictionary();
        Dictionary.Column sex = dictionary.tables().get(0).columns().get(1);
        assertThat(sex.distribution().cells().stream()
                        .mapToLong(Distribution.Cell::count)
                        .sum())
                .isEqualTo(dictionary.tables().get(0).rows());
        dictionary
                .tables()
                .forEach(table -> table.columns().forEach(column -> {
                    assertThat(column.treatment().ko()).isNotBlank();
                    assertThat(column.distribution().cells())
                            .allSatisfy(cell -> assertThat(cell.count()).isGreaterThanOrEqualTo(10));
                }));
        assertThat(dictionary.tables().get(0).columns().get(0).distribution().kind())
                .isEqualTo(Distribution.Kind.NONE);
    }

    @Test
    void neitherAHeldNorAFailedRunLeavesAnythingBehind() {
        Sources.write(source.resolve("visit.csv"), "visit_id,person_id,start,code\n1,2\n");
        assertThatThrownBy(() -> run(source, recipe(Sources.hospitalRecipe("none")), "out"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("visit.csv:2");
        assertThat(names(folder)).containsExactly("source");
    }

    @Test
    void whatAKilledRunLeftIsRemovedByTheNext() {
        Sources.write(folder.resolve(".out.partial/release/data/person.csv"), "half");
        Sources.write(folder.resolve(".out.partial/spill/x.tmp"), "half");
        run(source, recipe(Sources.hospitalRecipe("none")), "out");
        assertThat(names(folder)).containsExactlyInAnyOrder("out", "source");
    }

    @Test
    void aTargetThatIsInUseIsNotTouched() {
        try (Stage held = Stage.open(folder.resolve("out"))) {
            assertThatThrownBy(() -> run(source, recipe(Sources.hospitalRecipe("none")), "out"))
                    .isInstanceOf(SurroundingsFailed.class);
            assertThat(held.release()).exists();
        }
        Sources.write(folder.resolve("out/mine.txt"), "mine");
        assertThatThrownBy(() -> run(source, recipe(Sources.hospitalRecipe("none")), "out"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("exists already");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "person.csv|''|person.csv:1: has no header",
                "person.csv|'a,A\\n1,2\\n'|names a column twice",
                "person.csv|'a,\\n1,2\\n'|a column without a name",
                "person.csv|'person_id,sex,birth\\n1,F,1960-01-01\\n'|recipe.yaml:11 tables.person.columns.zip: the source has no such column",
                "person.csv|'person_id,sex,birth,zip,weight\\n1,F,1960-01-01,1,\"Tom Secret'|person.csv:2",
                "person.csv|'person_id,sex,birth,zip,weight\\n1,F,Secret,1,1\\n'|person.birth",
                "visit.csv|'visit_id,start,code\\n'|recipe.yaml:17 tables.visit.columns.person_id: the source has no such column",
                "visit.parquet|'x'|is a second file of table visit",
                "more.parquet|'PAR1xxxx'|more.parquet: is not a valid Parquet file",
            })
    void saysWhatIsWrongWithASourceWithoutQuotingIt(String file, String content, String message) {
        Sources.write(source.resolve(file), content.replace("\\n", "\n"));
        assertThatThrownBy(() -> run(source, recipe(Sources.hospitalRecipe("none")), "out"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("Secret");
    }

    @Test
    void saysWhenTheSourceIsMissingOrEmpty() throws IOException {
        Recipe recipe = recipe(Sources.hospitalRecipe("none"));
        assertThatThrownBy(() -> run(folder.resolve("none"), recipe, "out")).hasMessageContaining("is not a directory");
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThatThrownBy(() -> run(empty, recipe, "out")).hasMessageContaining("holds no table");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "local|l: {column: dx, value: 2}",
                "global|l: {column: dx, value: 2}",
                "local|l: {column: dx, kind: entropy, value: 1.5}",
                "local|t: {column: dx, value: 0.4}",
                "local|l: {column: dx, value: 2}, t: {column: dx, value: 0.4}",
            })
    void countsPersonsAndNotRowsAndKeepsModelsOfASensitiveColumn(String recoding, String model) {
        Path visits = visits();
        Outcome outcome = run(visits, recipe(visitRecipe(recoding, model, "{do: pseudonym}")), "out");
        assertThat(outcome).isInstanceOf(Outcome.Released.class);
        Map<String, Set<String>> persons = new HashMap<>();
        Map<String, Set<String>> diagnoses = new HashMap<>();
        rows(folder.resolve("out/data/visits.csv")).stream().skip(1).forEach(row -> {
            persons.computeIfAbsent(row[1] + row[2], c -> new java.util.HashSet<>())
                    .add(row[0]);
            diagnoses
                    .computeIfAbsent(row[1] + row[2], c -> new java.util.HashSet<>())
                    .add(row[3]);
        });
        assertThat(persons.values()).allSatisfy(group -> assertThat(group).hasSizeGreaterThanOrEqualTo(4));
        assertThat(diagnoses.values()).allSatisfy(group -> assertThat(group).hasSizeGreaterThanOrEqualTo(2));
        assertThat(outcome.assessment().kMeasured())
                .isEqualTo(persons.values().stream().mapToInt(Set::size).min().orElseThrow());
    }

    @Test
    void refusesToCountPersonsWhoseRowsCannotBeJoined() {
        String dropped = visitRecipe("local", "l: {column: dx, value: 2}", "{do: drop}");
        assertThatThrownBy(() -> run(visits(), recipe(dropped), "out"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("several rows per person");
    }

    private Path visits() {
        java.util.Random random = new java.util.Random(3);
        StringBuilder csv = new StringBuilder("patient,age,sex,dx\n");
        for (int person = 0; person < 120; person++) {
            for (int visit = random.nextInt(4); visit >= 0; visit--) {
                csv.append(person)
                        .append(',')
                        .append(20 + random.nextInt(60))
                        .append(',')
                        .append(random.nextBoolean() ? 'F' : 'M')
                        .append(",d")
                        .append(random.nextInt(5))
                        .append('\n');
            }
        }
        Sources.write(folder.resolve("visits/visits.csv"), csv.toString());
        return folder.resolve("visits");
    }

    private static String visitRecipe(String recoding, String model, String key) {
        return """
                recipe: 1
                goal: deidentify
                personKey: patient
                tables:
                  visits:
                    columns:
                      patient: %s
                      age: {role: quasi, hierarchy: "builtin:age"}
                      sex: {role: quasi}
                      dx: {role: sensitive}
                privacy: {k: 4, %s, recoding: %s, suppressionLimit: 0.2}
                """.formatted(key, model, recoding);
    }

    @Test
    void everyOtherTreatmentDoesWhatItSays() {
        Path one = folder.resolve("one");
        Sources.write(
                one.resolve("t.csv"), "n,age,zip,city\n1.26,91,12345,Seoul\n-7,34,12399,Busan\n,,,\nx,17,9,Seoul\n");
        run(one, recipe("""
                recipe: 1
                goal: deidentify
                tables:
                  t:
                    columns:
                      n: {do: round, to: 0.5}
                      age: {do: generalise, hierarchy: "builtin:age", level: 3}
                      zip: {do: generalise, hierarchy: "builtin:zip", level: 2}
                      city: {do: constant, value: Korea}
                """), "out");
        assertThat(Sources.read(folder.resolve("out/data/t.csv")).lines().toList())
                .startsWith("n,age,zip,city")
                .containsExactlyInAnyOrder(
                        "n,age,zip,city",
                        "1.5,90+,123**,Korea",
                        "-7.0,30-39,123**,Korea",
                        ",,,Korea",
                        ",10-19,*,Korea");
    }

    private Outcome run(Path from, Recipe recipe, String out) {
        return new Provisioning(Sources.CLOCK)
                .run(ProvisioningRequest.of(from, recipe, folder.resolve(out)).withKey(Sources.KEY), Progress.SILENT);
    }

    private Recipe recipe(String text) {
        return Recipe.parse(text, "recipe.yaml", folder);
    }

    private List<String> column(String out, String table, String column) {
        List<String[]> rows = rows(folder.resolve(out).resolve("data").resolve(table + ".csv"));
        int index = Arrays.asList(rows.remove(0)).indexOf(column);
        return rows.stream().map(row -> row[index]).toList();
    }

    /** Days between the first and every other visit, per person; and the persons' own names forgotten. */
    private static List<String> intervals(Path visits, int person, int start) {
        Map<String, TreeSet<LocalDate>> dates = new HashMap<>();
        List<String[]> rows = rows(visits);
        rows.remove(0);
        for (String[] row : rows) {
            if (!row[person].equals("999999")) {
                dates.computeIfAbsent(row[person], p -> new TreeSet<>())
                        .add(LocalDate.parse(row[start].substring(0, 10)));
            }
        }
        return dates.values().stream()
                .map(set -> set.stream()
                        .map(date -> String.valueOf(ChronoUnit.DAYS.between(set.first(), date)))
                        .collect(Collectors.joining(",")))
                .sorted()
                .toList();
    }

    private static List<String[]> rows(Path csv) {
        return Sources.read(csv)
                .lines()
                .map(line -> line.split(",", -1))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static List<String> names(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(f -> f.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
