package dari.provisioner.deidentify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dari.provisioner.BadInput;
import dari.provisioner.Progress;
import dari.provisioner.Sources;
import dari.provisioner.engine.DuckDb;
import dari.provisioner.engine.ExcludedPersons;
import dari.provisioner.engine.Sql;
import dari.provisioner.exclude.Exclusions;
import dari.provisioner.pipeline.Provisioning;
import dari.provisioner.pipeline.ProvisioningRequest;
import dari.provisioner.recipe.Recipe;
import dari.provisioner.release.Release;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every table engine must do: release, for one recipe and key, the same rows, types, dictionary and certificate as the
 * engine in process, in an order that says nothing of the source's.
 */
public abstract class TableEngineContract {

    private static final int PERSONS = 400;

    /** Spellings that engines read differently unless they take care. */
    private static final List<String> ODD_NUMBERS = List.of(
            "1",
            "-0",
            "007",
            "1e3",
            "1E-2",
            " 12 ",
            "1_000",
            "+5",
            ".5",
            "5.",
            "12d",
            "0x1F",
            "NaN",
            "inf",
            "-Infinity",
            "1,5",
            "abc",
            "2.5",
            "-2.5",
            "0.15",
            "1e999",
            "99999999999999999999",
            "９",
            "true");

    private static final List<String> ODD_DATES = List.of(
            "2020-02-29",
            "2021-02-29",
            "2020-1-5",
            "2020/01/05",
            "2020-01-05T23:59:59Z",
            " 2020-01-05",
            "20200105",
            "05.01.2020",
            "0001-01-01",
            "9999-12-31",
            "2020-01-05 (?)",
            "x",
            "1899-12-31 10:00");

    private static final List<String> ODD_TIMES = List.of(
            "2020-01-05 10:00:00",
            "2020-01-05 10:00:00.5",
            "2020-01-05 10:00:00.50",
            "2020-01-05T10:00:00",
            "2020-01-05 24:00:00",
            "2020-01-05 10:00",
            "2020-02-30 10:00:00");

    @TempDir
    private Path folder;

    private @Nullable Exclusions excluded;

    /** The engine that is tested. */
    protected abstract TableEngine.Opening engine();

    @Test
    void treatsEveryColumnAlike() throws IOException {
        hospital(1);
        same("""
                tables:
                  person:
                    others: drop
                    columns:
                      person_id: {do: pseudonym, as: int64}
                      sex: {role: quasi, do: keep}
                      birth: {role: quasi, hierarchy: "builtin:year"}
                      weight: {do: cap, min: 45, max: 90}
                      town: {do: generalise, hierarchy: "builtin:region", level: 1}
                  visit:
                    columns:
                      visit_id: {do: pseudonym, space: visit, as: int64}
                      person_id: {do: pseudonym, as: int64}
                      start: {do: shiftDate, keep: weekday, maxDays: 90}
                      week: {do: shiftDate, keep: weekday, maxDays: 90}
                      month: {do: shiftDate, keep: weekday, maxDays: 90, precision: month}
                      code: {role: sensitive, do: groupRare, minPersons: 10, other: other}
                      number: {do: cap, min: -3, max: 4}
                      whole: {do: cap, max: 50}
                      rounded: {do: round, to: 0.1}
                      noisy: {do: noise, deviation: 2, to: 0.5}
                      kept: {do: keep}
                      seen: {do: keep}
                      told: {do: keep}
                      ward: {do: keep}
                      country: {do: constant, value: KR}
                      note: {do: scrub, keep: weekday, maxDays: 90}
                  lab:
                    columns:
                      visit_id: {do: pseudonym, space: visit}
                      person_id: {do: pseudonym}
                      value: {do: round, to: 5}
                      test: {do: cap, max: 6}
                      unit: {do: generalise, hierarchy: units.csv, level: 1}
                privacy: {k: 5, recoding: local, suppressionLimit: 0.2}
                assessment: none
                """);
    }

    @Test
    void protectsHistoriesAlike() throws IOException {
        hospital(2);
        same("""
                tables:
                  person:
                    others: drop
                    columns:
                      person_id: {do: pseudonym, as: int64}
                      sex: {role: quasi, do: keep}
                      birth: {role: quasi, hierarchy: "builtin:year"}
                  visit:
                    others: drop
                    columns:
                      visit_id: {do: pseudonym, space: visit}
                      person_id: {do: pseudonym, as: int64}
                      start: {do: shiftDate}
                      code: {role: sensitive, do: groupRare, minPersons: 5, other: other}
                      kept: {do: keep}
                      number: {do: round, to: 1}
                    history: {code: code, known: 2, minPersons: 3, counts: alike, with: [kept, number], other: other}
                  lab:
                    others: drop
                    columns:
                      person_id: {do: pseudonym, as: int64}
                      test: {role: sensitive, do: keep}
                      unit: {do: keep}
                    history: {code: test, known: 1, minPersons: 4, with: [unit], other: "-1"}
                privacy: {k: 20, recoding: global, suppressionLimit: 0.2}
                attack: {known: [sex, birth], events: 2}
                assessment: none
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dropRows", "dropPersons"})
    void leavesSensitiveConditionsOutAlike(String rule) throws IOException {
        hospital(6);
        Sources.write(folder.resolve("codes.csv"), "delicate;C0 C3-C5\n");
        same("""
                sensitiveConditions: {do: %s, columns: [visit.code], file: codes.csv}
                tables:
                  person:
                    others: drop
                    columns:
                      person_id: {do: pseudonym}
                      sex: {role: quasi, do: keep}
                  visit:
                    others: drop
                    columns:
                      person_id: {do: pseudonym}
                      code: {role: sensitive, do: keep}
                      week: {do: shiftDate, maxDays: 90}
                  lab:
                    others: drop
                    columns:
                      person_id: {do: pseudonym}
                      value: {do: round, to: 5}
                privacy: {k: 5, recoding: local, suppressionLimit: 0.1}
                assessment: none
                """.formatted(rule));
        assertThat(Files.readString(folder.resolve("tested/data/visit.csv")))
                .contains("C1")
                .doesNotContain("C0", "C4");
    }

    /** Written in other spellings than the files', and named by a column that is not released, too. */
    @Test
    void leavesPersonsWhoAskedForItOutAlike() throws IOException {
        hospital(7);
        Set<String> gone = IntStream.rangeClosed(1, PERSONS)
                .filter(TableEngineContract::asked)
                .mapToObj(p -> p % 2 == 0 ? "00" + p + ".0" : " Patient/" + p)
                .collect(Collectors.toSet());
        excluded = new Exclusions(
                new ExcludedPersons(gone, List.of("person_id", "visit.whole"), Set.of()),
                LocalDate.of(2026, 1, 2),
                1,
                "head");
        same("""
                tables:
                  person:
                    others: drop
                    columns:
                      person_id: {do: pseudonym}
                      sex: {role: quasi, do: keep}
                  visit:
                    others: drop
                    columns:
                      visit_id: {do: keep}
                      person_id: {do: pseudonym}
                  lab:
                    others: drop
                    columns:
                      visit_id: {do: keep}
                      person_id: {do: pseudonym}
                      value: {do: round, to: 5}
                privacy: {k: 2, recoding: local, suppressionLimit: 0.1}
                assessment: none
                """);
        assertThat(Files.readAllLines(folder.resolve("tested/data/person.csv"))).hasSize(1 + PERSONS - gone.size());
        Map<String, String> persons = new HashMap<>();
        Pattern visit = Pattern.compile("(?m)^([0-9]+),([0-9]+),");
        for (String part : List.of("visit.part-1.csv", "visit.part-2.csv.gz")) {
            visit.matcher(text(folder.resolve("source").resolve(part)))
                    .results()
                    .forEach(row -> persons.put(row.group(1), row.group(2)));
        }
        for (String table : List.of("visit", "lab")) {
            assertThat(Files.readAllLines(folder.resolve("tested/data/" + table + ".csv")).stream()
                            .skip(1)
                            .map(row -> persons.get(row.split(",", -1)[0])))
                    .as(table)
                    .hasSizeGreaterThan(100)
                    .noneMatch(person -> asked(Integer.parseInt(person)));
        }
    }

    private static boolean asked(int person) {
        return person % 3 == 0;
    }

    private static String text(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        try (InputStream in = file.toString().endsWith(".gz")
                ? new GZIPInputStream(new ByteArrayInputStream(bytes))
                : new ByteArrayInputStream(bytes)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Resources of one file lie in several tables, and come out as resources again. */
    @Test
    void treatsResourcesAlike() throws IOException {
        StringBuilder resources = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            resources.append("""
                    {"resourceType":"Patient","id":"pt-%1$d","birthDate":"19%2$d-03-01","gender":"%3$s"}
                    {"resourceType":"Condition","id":"co-%1$d","subject":{"reference":"Patient/pt-%1$d"},"code":{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10","code":"%4$s"}]},"onsetDateTime":"2020-01-%5$02d"}
                    """.formatted(
                    i, 50 + i % 4, i % 2 == 0 ? "male" : "female", i % 5 == 0 ? "F32" : "C0" + i % 5, 1 + i % 28));
        }
        Sources.write(folder.resolve("source/export.ndjson"), resources.toString());
        same("""
                standard: fhir-r4
                sensitiveConditions: {do: dropRows, columns: [Condition.code], groups: [mental]}
                tables:
                  Patient:
                    others: drop
                    columns:
                      patient_id: {do: pseudonym}
                      birth_date: {role: quasi, hierarchy: "builtin:year"}
                      gender: {role: quasi}
                  Condition:
                    others: drop
                    columns:
                      condition_id: {do: pseudonym, space: condition}
                      patient_id: {do: pseudonym}
                      system: {do: keep}
                      code: {do: groupRare, minPersons: 5, other: other}
                      onset_time: {do: shiftDate}
                privacy: {k: 5, recoding: local, suppressionLimit: 0.1}
                assessment: none
                """, "patient_id");
        assertThat(folder.resolve("tested/data/Condition.ndjson"))
                .content()
                .contains("C01")
                .doesNotContain("F32");
    }

    @Test
    void countsPersonsOfEventTablesAlikeWhereNoTableIsTheirs() throws IOException {
        hospital(3);
        Files.delete(folder.resolve("source/person.csv"));
        same("""
                sample: 0.7
                tables:
                  visit:
                    others: drop
                    columns:
                      person_id: {do: pseudonym}
                      code: {do: groupRare, minPersons: 3, other: 0}
                      week: {do: keep}
                  lab:
                    others: drop
                    columns:
                      visit_id: {do: pseudonym, space: visit}
                      value: {do: keep}
                assessment: none
                """);
    }

    /** Whatever comes of it: the attacks and their controls must find the same. */
    @Test
    void isAttackedAlike() throws IOException {
        hospital(5);
        String recipe = """
                tables:
                  person:
                    columns:
                      person_id: {do: pseudonym}
                      sex: {role: quasi, do: keep}
                      birth: {role: quasi, hierarchy: "builtin:year"}
                      weight: {do: drop}
                      town: {do: drop}
                  lab:
                    others: drop
                    columns:
                      person_id: {do: pseudonym}
                      test: {role: sensitive, do: groupRare, minPersons: 5, other: "-1"}
                    history: {code: test, known: 2, minPersons: 5, counts: alike, other: "-1"}
                privacy: {k: 10, recoding: global, suppressionLimit: 0.2}
                attack: {known: [sex, birth, weight, town], events: 2}
                assessment: {holdout: 0.3}
                """;
        Path expected = run("in-process", recipe, "person_id", (local, r, source, work) -> new DuckDbTables(local, r));
        Path actual = run("tested", recipe, "person_id", engine());
        assertThat(actual.resolve(Release.ASSESSMENT))
                .content()
                .contains("known-codes:lab", "known-count:lab")
                .isEqualTo(Files.readString(expected.resolve(Release.ASSESSMENT)));
    }

    @Test
    void treatsATableWhoseRowsArePersons() throws IOException {
        Random random = new Random(4);
        StringBuilder rows = new StringBuilder("age;sex;job;pay\n");
        for (int i = 0; i < PERSONS; i++) {
            rows.append(random.nextInt(90)).append(random.nextBoolean() ? ";F;" : ";M;");
            rows.append("job")
                    .append(random.nextInt(6))
                    .append(';')
                    .append(random.nextInt(900))
                    .append(".5\n");
        }
        Sources.write(folder.resolve("source/adult.csv"), rows.toString());
        same("""
                tables:
                  adult:
                    columns:
                      age: {role: quasi, hierarchy: "builtin:age"}
                      sex: {role: quasi, do: keep}
                      job: {role: sensitive}
                      pay: {do: noise, deviation: 10, to: 1}
                privacy: {k: 5, l: {column: job, kind: distinct, value: 2}, recoding: local, suppressionLimit: 0.1}
                assessment: none
                """, "");
    }

    @Test
    void ordersRowsWithoutTheSource() throws IOException {
        List<String> lines = new ArrayList<>(List.of("person_id,number"));
        for (int i = 0; i < 1000; i++) {
            lines.add(i % 300 + "," + i % 7);
        }
        Path visits = folder.resolve("source/visit.csv");
        Sources.write(visits, String.join("\n", lines) + "\n");
        String recipe = """
                tables:
                  visit:
                    others: drop
                    columns:
                      person_id: {do: pseudonym}
                      number: {do: keep}
                assessment: none
                """;
        Path first = run("first", recipe, "person_id", engine());
        Collections.shuffle(lines.subList(1, lines.size()), new Random(1));
        Files.write(visits, lines);
        Path second = run("second", recipe, "person_id", engine());
        assertThat(second.resolve("data/visit.csv")).hasSameTextualContentAs(first.resolve("data/visit.csv"));
        List<String> released = Files.readAllLines(first.resolve("data/visit.csv"));
        assertThat(released).isNotEqualTo(released.stream().sorted().toList());
    }

    @Test
    void namesTheLineThatDoesNotFit() throws IOException {
        Sources.write(folder.resolve("source/visit.csv"), "person_id,code\n1,A\n2,B,C\n3,D\n");
        assertThatThrownBy(() -> run("out", """
                tables:
                  visit:
                    columns:
                      person_id: {do: pseudonym}
                      code: {do: keep}
                assessment: none
                """, "person_id", engine()))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("visit.csv:3");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    private void same(String recipe) throws IOException {
        same(recipe, "person_id");
    }

    private void same(String recipe, String personKey) throws IOException {
        Path expected = run("in-process", recipe, personKey, (local, r, source, work) -> new DuckDbTables(local, r));
        Path actual = run("tested", recipe, personKey, engine());
        for (String file : List.of(Release.DICTIONARY, Release.CERTIFICATE, Release.ASSESSMENT)) {
            assertThat(actual.resolve(file)).hasSameTextualContentAs(expected.resolve(file));
        }
        try (var tables = Files.list(expected.resolve(Release.DATA));
                DuckDb engine = DuckDb.open("256m", folder)) {
            for (Path table : tables.toList()) {
                Path other = actual.resolve(Release.DATA).resolve(table.getFileName());
                if (!table.toString().endsWith(".parquet")) {
                    assertThat(sorted(other)).isNotEmpty().isEqualTo(sorted(table));
                } else {
                    assertThat(types(engine, other)).isEqualTo(types(engine, table));
                }
            }
        }
    }

    private static List<String> sorted(Path csv) throws IOException {
        return Files.readAllLines(csv).stream().sorted().toList();
    }

    private static List<String> types(DuckDb engine, Path parquet) {
        return engine.list(
                "DESCRIBE SELECT * FROM read_parquet(" + Sql.text(parquet.toString()) + ")",
                row -> row.getString(1) + " " + row.getString(2));
    }

    private Path run(String out, String recipe, String personKey, TableEngine.Opening engine) {
        String head = "recipe: 1\ngoal: deidentify\n" + (personKey.isEmpty() ? "" : "personKey: " + personKey + "\n");
        new Provisioning(Sources.CLOCK, engine)
                .run(
                        ProvisioningRequest.of(
                                        folder.resolve("source"),
                                        Recipe.parse(head + recipe, "recipe.yaml", folder),
                                        folder.resolve(out))
                                .withKey(Sources.KEY)
                                .without(excluded),
                        Progress.SILENT);
        return folder.resolve(out);
    }

    /** Persons; visits in two files, one of them gzipped, with odd spellings; results as Parquet. */
    private void hospital(long seed) throws IOException {
        Random random = new Random(seed);
        StringBuilder person = new StringBuilder("person_id,sex,birth,weight,town\n");
        List<StringBuilder> visits = List.of(new StringBuilder(), new StringBuilder());
        String header =
                "visit_id,person_id,start,week,month,code,number,whole,rounded,noisy,kept,seen,told,ward,country,note\n";
        visits.forEach(v -> v.append(header));
        List<String> labs = new ArrayList<>();
        int visit = 0;
        for (int p = 1; p <= PERSONS; p++) {
            person.append(p).append(random.nextBoolean() ? ",F," : ",M,").append(1940 + random.nextInt(60));
            person.append("-03-04,").append(40 + random.nextInt(60)).append(random.nextInt(3) == 0 ? ".5" : "");
            person.append(p % 2 == 0 ? ",서울 강남구 역삼동 1\n" : ",부산광역시 중구 남포동 2\n");
            for (int v = random.nextInt(5); v > 0; v--) {
                visits.get(visit++ % 2).append(visit(random, visit, String.valueOf(p)));
                labs.add("(" + visit + ", " + (p % 17 == 0 ? "NULL" : p) + ", " + random.nextInt(1000) / 8.0 + ", '"
                        + (random.nextBoolean() ? "mg" : "g") + "', " + (int) Math.abs(random.nextGaussian() * 8)
                        + ")");
            }
        }
        visits.get(0).append(visit(random, ++visit, "999999")); // whom nobody knows
        visits.get(0).append(visit(random, ++visit, ""));
        Sources.write(folder.resolve("source/person.csv"), person.toString());
        Sources.write(folder.resolve("units.csv"), "mg;mass;*\ng;mass;*\n");
        Sources.write(folder.resolve("source/visit.part-1.csv"), visits.get(0).toString());
        try (OutputStream out =
                new GZIPOutputStream(Files.newOutputStream(folder.resolve("source/visit.part-2.csv.gz")))) {
            out.write(visits.get(1).toString().getBytes(StandardCharsets.UTF_8));
        }
        try (DuckDb engine = DuckDb.open("256m", folder)) {
            engine.execute("COPY (SELECT visit_id, person_id, CAST(value AS DOUBLE) AS value, unit, test FROM (VALUES "
                    + String.join(", ", labs) + ") t(visit_id, person_id, value, unit, test)) TO "
                    + Sql.text(folder.resolve("source/lab.parquet").toString()) + " (FORMAT parquet)");
        }
    }

    private static String visit(Random random, int id, String person) {
        return String.join(
                        ",",
                        String.valueOf(id),
                        person,
                        one(random, ODD_DATES),
                        String.format("2020-%02d-%02d", 1 + random.nextInt(12), 1 + random.nextInt(28)),
                        one(random, ODD_DATES),
                        "C" + (int) Math.abs(random.nextGaussian() * 8),
                        one(random, ODD_NUMBERS),
                        String.valueOf(random.nextInt(100)),
                        one(random, ODD_NUMBERS),
                        random.nextInt(4) == 0 ? one(random, ODD_NUMBERS) : random.nextInt(300) + ".25",
                        one(random, ODD_NUMBERS),
                        String.format("2020-01-%02d 10:30:%02d", 1 + random.nextInt(28), random.nextInt(60)),
                        one(random, ODD_TIMES),
                        random.nextInt(5) == 0 ? "" : "ward " + random.nextInt(4),
                        "",
                        "\"환자 김철수, called 010-1234-56" + (10 + random.nextInt(60)) + "\non 2020-0"
                                + (1 + random.nextInt(8)) + "-11 \"\"again\"\"\"")
                + "\n";
    }

    private static String one(Random random, List<String> values) {
        String value = values.get(random.nextInt(values.size()));
        return value.contains(",") ? "\"" + value + "\"" : value;
    }
}
