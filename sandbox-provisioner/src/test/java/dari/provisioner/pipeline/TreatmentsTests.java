package dari.provisioner.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dari.provisioner.BadInput;
import dari.provisioner.Progress;
import dari.provisioner.Sources;
import dari.provisioner.recipe.Recipe;
import dari.provisioner.release.Certificate;
import dari.provisioner.release.Release;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What treatments do to released rows, over two tables of one made-up hospital. */
class TreatmentsTests {

    private static final int PERSONS = 600;

    @TempDir
    private Path folder;

    @BeforeEach
    void hospital() {
        StringBuilder person = new StringBuilder("person_id,born,weight,town\n");
        StringBuilder visit = new StringBuilder("person_id,start,code,again\n");
        for (int p = 0; p < PERSONS; p++) {
            person.append(p).append(",19").append(10 + p % 80).append("-03-04,").append(40 + p % 50);
            person.append(p % 2 == 0 ? ",서울 강남구 역삼동 1\n" : ",부산광역시 중구 남포동 2\n");
            for (int v = 0; v < 4; v++) {
                visit.append(p).append(",2020-01-").append(String.format("%02d", 1 + (p + 7 * v) % 28));
                visit.append(v == 0 && p % 10 == 0 ? ",F32.1," : ",I10,")
                        .append(70)
                        .append('\n');
            }
        }
        Sources.write(folder.resolve("source/person.csv"), person.toString());
        Sources.write(folder.resolve("source/visit.csv"), visit.toString());
    }

    private static String recipe(String top, String weight, String start) {
        return """
                recipe: 1
                goal: deidentify
                personKey: person_id
                %s
                tables:
                  person:
                    others: drop
                    columns:
                      person_id: {do: pseudonym, as: int64}
                      weight: %s
                      town: {do: generalise, hierarchy: "builtin:region", level: 1}
                  visit:
                    others: drop
                    columns:
                      person_id: {do: pseudonym, as: int64}
                      start: %s
                      code: {role: sensitive}
                      again: {do: noise, deviation: 3}
                """.formatted(top, weight, start);
    }

    @Test
    void noiseHasItsSpreadAndIsTheSameForARepeatedValueOfAPerson() {
        run("out", recipe("sample: 1", "{do: keep}", "{do: shiftDate}"));
        Map<String, Set<String>> noisy = new HashMap<>();
        List<Double> all = new ArrayList<>();
        for (String[] row : rows("out", "visit")) {
            if (noisy.computeIfAbsent(row[0], p -> new HashSet<>()).add(row[3])) {
                all.add(Double.parseDouble(row[3]));
            }
        }
        assertThat(noisy)
                .hasSize(PERSONS)
                .allSatisfy((person, values) -> assertThat(values).hasSize(1));
        double mean = all.stream().mapToDouble(x -> x).average().orElseThrow();
        double deviation = Math.sqrt(
                all.stream().mapToDouble(x -> (x - mean) * (x - mean)).average().orElseThrow());
        // five standard errors of 600 normal numbers; keyed, so the outcome is always this one
        assertThat(mean).isCloseTo(70, within(5 * 3 / Math.sqrt(PERSONS)));
        assertThat(deviation).isCloseTo(3, within(5 * 3 / Math.sqrt(2.0 * PERSONS)));
    }

    @Test
    void townsAreSpelledAlikeWhateverTheAddress() {
        run("out", recipe("sample: 1", "{do: keep}", "{do: shiftDate}"));
        assertThat(rows("out", "person")).extracting(row -> row[2]).containsOnly("서울특별시 강남구", "부산광역시 중구");
    }

    @Test
    void wholeWeeksKeepTheWeekdayAndIntervals() {
        run("plain", recipe("sample: 1", "{do: drop}", "{do: shiftDate, keep: weekday, maxDays: 60}"));
        Map<String, Set<Long>> weekdays = new HashMap<>();
        Map<String, Long> spans = new HashMap<>();
        Map<String, LocalDate> first = new HashMap<>();
        for (String[] row : rows("plain", "visit")) {
            LocalDate date = LocalDate.parse(row[1]);
            assertThat(ChronoUnit.DAYS.between(LocalDate.of(2020, 1, 1), date)).isBetween(-60L, 27L + 60);
            weekdays.computeIfAbsent(row[0], p -> new HashSet<>())
                    .add((long) date.getDayOfWeek().getValue());
            first.merge(row[0], date, (a, b) -> a.isBefore(b) ? a : b);
            spans.merge(row[0], 1L, Long::sum);
        }
        assertThat(weekdays.values()).allSatisfy(days -> assertThat(days).hasSize(1));
        assertThat(spans.values()).containsOnly(4L);
        assertThat(first.values().stream().distinct().count()).isGreaterThan(50);
    }

    /** There are more rows than persons: 2,400 of 600, and 60 of them have F32.1. */
    @Test
    void aCodeStaysWhereEnoughPersonsHaveIt() {
        String grouped = recipe("sample: 1", "{do: drop}", "{do: drop}")
                .replace("code: {role: sensitive}", "code: {do: groupRare, minPersons: %d, other: other}");
        run("enough", grouped.formatted(PERSONS / 10));
        run("rare", grouped.formatted(PERSONS / 10 + 1));
        run("nobody", grouped.formatted(PERSONS + 1));
        assertThat(rows("enough", "visit")).extracting(row -> row[1]).containsOnly("I10", "F32.1");
        assertThat(rows("rare", "visit"))
                .hasSize(PERSONS * 4)
                .extracting(row -> row[1])
                .containsOnly("I10", "other");
        assertThat(rows("nobody", "visit")).extracting(row -> row[1]).containsOnly("other");
    }

    /** Long and with spaces; a long code, a long number, short words and nothing at all are no prose. */
    @ParameterizedTest
    @CsvSource({
        "본 환자는 사흘 전부터 열이 나고 기침이 심해져 외래로 왔으며 어제 밤에는 숨이 차서 거의 잠을 자지 못하였다고 한다, true",
        "The patient was seen in clinic for a cough that had lasted for three days and nights, true",
        "f3a1c09d5b7e4428a6d2f3a1c09d5b7e4428a6d2f3a1c09d5b7e4428a6d2f3a1c0, false",
        "123456789012345678901234567890123456789012345678901234567890123, false",
        "a cough for three days and nights, false",
        "'', false",
    })
    void keptProseRaisesTheTier(String text, boolean prose) {
        StringBuilder visit = new StringBuilder("person_id,start,code,again\n");
        for (int p = 0; p < PERSONS; p++) {
            visit.append(p).append(",2020-01-01,").append(text).append(",1\n");
        }
        Sources.write(folder.resolve("source/visit.csv"), visit.toString());
        run("out", recipe("sample: 1", "{do: drop}", "{do: drop}"));
        assertThat(new Release(folder.resolve("out"))
                        .certificate().tier().reasons().stream()
                                .anyMatch(reason -> reason.key().equals("tier.unstructured")))
                .isEqualTo(prose);
    }

    @Test
    void aCoarseDateIsTheFirstDayOfItsMonth() {
        run("out", recipe("sample: 1", "{do: drop}", "{do: shiftDate, precision: month}"));
        assertThat(rows("out", "visit")).allSatisfy(row -> assertThat(row[1]).endsWith("-01"));
    }

    @Test
    void twoColumnsCannotMoveOnePersonDifferently() {
        String twice = recipe("sample: 1", "{do: drop}", "{do: shiftDate, maxDays: 30}")
                .replace("again: {do: noise, deviation: 3}", "again: {do: shiftDate, maxDays: 60}");
        assertThatThrownBy(() -> Recipe.parse(twice, "r.yaml", folder))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("r.yaml:18 tables.visit.columns.again")
                .hasMessageContaining("otherwise than an earlier column");
    }

    @Test
    void aSampleDrawsPersonsInEveryTable() {
        run("out", recipe("sample: 0.5", "{do: keep}", "{do: shiftDate}"));
        Set<String> persons = new HashSet<>();
        rows("out", "person").forEach(row -> persons.add(row[0]));
        Set<String> visitors = new HashSet<>();
        rows("out", "visit").forEach(row -> visitors.add(row[0]));
        assertThat(persons).isEqualTo(visitors);
        assertThat(persons.size()).isBetween(PERSONS / 2 - 75, PERSONS / 2 + 75); // six standard deviations
        Certificate certificate = new Release(folder.resolve("out")).certificate();
        assertThat(certificate.limits()).extracting("key").contains("limit.sample");
        assertThat(certificate.tables().get(1).rowsWithoutPerson()).isZero();
    }

    @Test
    void sensitiveConditionsAreLeftOutByRowOrByPersonOrNamedWithTheirApproval() {
        String rule = "sensitiveConditions: {do: %s, columns: [visit.code]%s}";
        run("rows", recipe(rule.formatted("dropRows", ""), "{do: keep}", "{do: shiftDate}"));
        assertThat(rows("rows", "visit")).hasSize(PERSONS * 4 - PERSONS / 10).noneMatch(r -> r[2].startsWith("F"));
        assertThat(rows("rows", "person")).hasSize(PERSONS);
        run("persons", recipe(rule.formatted("dropPersons", ""), "{do: keep}", "{do: shiftDate}"));
        assertThat(rows("persons", "person")).hasSize(PERSONS - PERSONS / 10);
        assertThat(rows("persons", "visit")).hasSize((PERSONS - PERSONS / 10) * 4);
        run("allowed", recipe(rule.formatted("allow", ", approval: DRB 7"), "{do: keep}", "{do: shiftDate}"));
        assertThat(rows("allowed", "visit")).hasSize(PERSONS * 4);
        assertThat(new Release(folder.resolve("allowed")).certificate().limits())
                .anySatisfy(limit -> assertThat(limit.en()).contains("DRB 7"));
        run("others", recipe(rule.formatted("dropRows", ", groups: [hiv]"), "{do: keep}", "{do: shiftDate}"));
        assertThat(rows("others", "visit")).hasSize(PERSONS * 4);
    }

    @Test
    void twoProjectsOrRecipesOrGenerationsNeverShareAPseudonym() {
        Path file = folder.resolve("key");
        assertThat(PseudonymKey.rotate(file, new SecureRandom())).isEqualTo(1);
        String first = "pseudonyms: {project: first, generation: 1}";
        Set<String> before = persons("a", first, file);
        assertThat(PseudonymKey.rotate(file, new SecureRandom())).isEqualTo(2);
        assertThat(persons("b", first, file)).isEqualTo(before);
        for (String other : List.of(
                "pseudonyms: {project: first}",
                "pseudonyms: {project: second, generation: 1}",
                "pseudonyms: {project: first, release: 2, generation: 1}",
                "pseudonyms: {generation: 1}")) {
            assertThat(persons("c" + other.hashCode(), other, file)).doesNotContainAnyElementsOf(before);
        }
        Recipe third =
                Recipe.parse(recipe("pseudonyms: {generation: 3}", "{do: keep}", "{do: shiftDate}"), "r.yaml", folder);
        assertThatThrownBy(() -> PseudonymKey.read(file).derived(third))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("asks for key 3 of a file that holds 2");
    }

    private Set<String> persons(String out, String top, Path keyFile) {
        Recipe recipe = Recipe.parse(recipe(top, "{do: keep}", "{do: shiftDate}"), "r.yaml", folder);
        new Provisioning(Sources.CLOCK)
                .run(
                        ProvisioningRequest.of(folder.resolve("source"), recipe, folder.resolve(out))
                                .withKey(PseudonymKey.read(keyFile)),
                        Progress.SILENT);
        Set<String> persons = new HashSet<>();
        rows(out, "person").forEach(row -> persons.add(row[0]));
        return persons;
    }

    private void run(String out, String recipe) {
        new Provisioning(Sources.CLOCK)
                .run(
                        ProvisioningRequest.of(
                                        folder.resolve("source"),
                                        Recipe.parse(recipe, "r.yaml", folder),
                                        folder.resolve(out))
                                .withKey(Sources.KEY),
                        Progress.SILENT);
    }

    private List<String[]> rows(String out, String table) {
        return Sources.read(folder.resolve(out).resolve("data").resolve(table + ".csv"))
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
    }
}
