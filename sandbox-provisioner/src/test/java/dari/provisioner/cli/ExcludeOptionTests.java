package dari.provisioner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dari.provisioner.Progress;
import dari.provisioner.Sources;
import dari.provisioner.engine.DuckDb;
import dari.provisioner.engine.Sql;
import dari.provisioner.exclude.KeptLists;
import dari.provisioner.release.Release;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --exclude} over sources that are not CSV. In each of them every fourth of forty persons asked to be left out and is marked. */
class ExcludeOptionTests {

    private static final int PERSONS = 40;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private static boolean asked(int person) {
        return person % 4 == 0;
    }

    @Test
    void leavesThemOutOfParquetFilesWhateverTheTypeOfTheirIds() {
        String persons = IntStream.range(0, PERSONS)
                .mapToObj(
                        p -> "(" + p + ", '" + (p % 2 == 0 ? "F" : "M") + "', '" + (asked(p) ? "GONE" : "HERE") + "')")
                .collect(Collectors.joining(", "));
        try (DuckDb engine = DuckDb.open("256m", folder)) {
            // four bytes in one file, eight in the other
            parquet(engine, "person", "SELECT CAST(id AS INTEGER) AS id, sex, mark", persons);
            parquet(engine, "visit", "SELECT CAST(id AS BIGINT) AS id, sex AS ward, mark", persons);
        }
        list("id", p -> "00" + p);
        Sources.write(folder.resolve("recipe.yaml"), """
                recipe: 1
                goal: deidentify
                personKey: id
                tables:
                  person: {columns: {id: {do: pseudonym}, sex: {role: quasi}, mark: {do: keep}}}
                  visit: {columns: {id: {do: pseudonym}, ward: {do: keep}, mark: {do: keep}}}
                privacy: {k: 2, recoding: local, suppressionLimit: 0.5}
                assessment: none
                """);
        assertThat(run("provision --source @/source --recipe @/recipe.yaml --out @/whole"))
                .as(text())
                .isZero();
        assertThat(data("whole/data/visit.csv")).contains("GONE");
        assertThat(run("provision --source @/source --recipe @/recipe.yaml --out @/release --exclude " + list()))
                .as(text())
                .isZero();
        assertThat(data("release/data/person.csv")).contains("HERE").doesNotContain("GONE");
        assertThat(data("release/data/visit.csv")).contains("HERE").doesNotContain("GONE");
        assertThat(data("release/data/person.csv").lines()).hasSize(31);
        assertThat(new Release(folder.resolve("release")).certificate().exclusionsAsOf())
                .isNotNull();
        assertThat(run("profile --source @/source --out @/profile.json --exclude " + list()))
                .isZero();
        assertThat(data("profile.json")).contains("HERE").doesNotContain("GONE");
    }

    private void parquet(DuckDb engine, String table, String select, String rows) {
        assertThat(folder.resolve("source").toFile().mkdirs() || table.equals("visit"))
                .isTrue();
        engine.execute("COPY (" + select + " FROM (VALUES " + rows + ") t(id, sex, mark)) TO "
                + Sql.text(folder.resolve("source/" + table + ".parquet").toString()) + " (FORMAT parquet)");
    }

    @Test
    void leavesThemOutOfResourcesThatAreResourcesAgain() {
        StringBuilder resources = new StringBuilder();
        for (int p = 0; p < PERSONS; p++) {
            resources.append("""
                    {"resourceType":"Patient","id":"pt-%1$d","birthDate":"19%2$d-03-01","gender":"%3$s"}
                    {"resourceType":"Condition","id":"co-%1$d","subject":{"reference":"Patient/pt-%1$d"},"code":{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10","code":"%4$s"}]}}
                    """.formatted(p, 50 + p % 4, p % 2 == 0 ? "male" : "female", asked(p) ? "Z99" : "C01"));
        }
        Sources.write(folder.resolve("source/export.ndjson"), resources.toString());
        list("patient_id", p -> "Patient/PT-" + p);
        Sources.write(folder.resolve("recipe.yaml"), """
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
                  Condition:
                    others: drop
                    columns:
                      condition_id: {do: pseudonym, space: condition}
                      patient_id: {do: pseudonym}
                      system: {do: keep}
                      code: {do: keep}
                privacy: {k: 2, recoding: local, suppressionLimit: 0.5}
                assessment: none
                """);
        assertThat(run("provision --source @/source --recipe @/recipe.yaml --out @/whole"))
                .as(text())
                .isZero();
        assertThat(data("whole/data/Condition.ndjson")).contains("Z99");
        assertThat(run("provision --source @/source --recipe @/recipe.yaml --out @/release --exclude " + list()))
                .as(text())
                .isZero();
        assertThat(data("release/data/Patient.ndjson").lines()).hasSize(30);
        assertThat(data("release/data/Condition.ndjson")).contains("C01").doesNotContain("Z99");
        assertThat(data("release/data/Condition.csv")).contains("C01").doesNotContain("Z99");
    }

    @Test
    void refusesAListThatDoesNotSayWhereATableNamesPersons() {
        Sources.write(folder.resolve("source/person.csv"), "id,sex\n1,F\n2,M\n");
        Sources.write(folder.resolve("source/chart.csv"), "number,text\n1,x\n");
        list("id", p -> "" + p);
        assertThat(run("profile --source @/source --out @/profile.json --exclude " + list()))
                .isEqualTo(2);
        assertThat(text())
                .contains("chart: is a table of which the exclusion list does not say where it names persons");
        assertThat(folder.resolve("profile.json")).doesNotExist();
    }

    private void list(String column, java.util.function.IntFunction<String> written) {
        Sources.write(
                folder.resolve("ids.txt"),
                IntStream.range(0, PERSONS)
                        .filter(ExcludeOptionTests::asked)
                        .mapToObj(written)
                        .collect(Collectors.joining("\n")));
        String kept = " --source ward --state @/state";
        assertThat(run("agent exclude columns --person " + column + kept)).isZero();
        assertThat(run("agent exclude add @/ids.txt" + kept)).isZero();
    }

    private Path list() {
        return new KeptLists(folder.resolve("state")).file("ward");
    }

    private int run(String arguments) {
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        String[] words = arguments.replace("@", folder.toString()).split(" ", -1);
        return Main.run(words, new Console(print, print, Progress.SILENT, Sources.CLOCK));
    }

    private String data(String file) {
        return Sources.read(folder.resolve(file));
    }

    private String text() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
