package dari.provisioner.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dari.provisioner.engine.DuckDb;
import dari.provisioner.engine.SourceDirectory;
import dari.provisioner.omop.OmopModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OmopSourceTests {

    private static final List<String> CHILDREN =
            List.of("visit_occurrence", "condition_occurrence", "drug_exposure", "measurement");

    @TempDir
    private Path folder;

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherOthers() throws IOException {
        write("one", 60, 1);
        write("again", 60, 1);
        write("other", 60, 2);
        for (String table : CHILDREN) {
            byte[] one = Files.readAllBytes(folder.resolve("one").resolve(table + ".csv"));
            assertThat(one).isEqualTo(Files.readAllBytes(folder.resolve("again").resolve(table + ".csv")));
            assertThat(one)
                    .isNotEqualTo(Files.readAllBytes(folder.resolve("other").resolve(table + ".csv")));
        }
    }

    @Test
    void isAnOmopSourceWhoseRowsFitTogether() throws IOException {
        write("source", 2000, 7);
        try (DuckDb engine = DuckDb.open("512m", Files.createDirectories(folder.resolve("spill")))) {
            SourceDirectory source = SourceDirectory.open(engine, folder.resolve("source"), name -> ',');
            assertThat(OmopModel.of(source.tables()).map(OmopModel::standard)).contains("omop-5.4");
            OmopModel model = OmopModel.named("omop-5.4").orElseThrow();
            source.tables()
                    .forEach(table -> table.columns()
                            .forEach(column -> assertThat(model.has(table.name(), column))
                                    .as("%s.%s", table.name(), column)
                                    .isTrue()));
            for (String child : CHILDREN) {
                String key = child + "_id";
                assertThat(engine.number("SELECT count(*) - count(DISTINCT " + key + ") FROM src_" + child))
                        .isZero();
                assertThat(engine.number(
                                "SELECT count(*) FROM src_" + child + " ANTI JOIN src_person USING (person_id)"))
                        .isZero();
                assertThat(engine.number("SELECT count(*) FROM src_" + child
                                + " c ANTI JOIN src_visit_occurrence v USING (visit_occurrence_id, person_id)"))
                        .isZero();
            }
            assertThat(
                            engine.number(
                                    "SELECT count(*) FROM src_measurement m JOIN src_visit_occurrence v USING"
                                            + " (visit_occurrence_id) WHERE measurement_date NOT BETWEEN visit_start_date AND visit_end_date"))
                    .isZero();
            assertThat(engine.number("SELECT count(*) FROM src_visit_occurrence v JOIN src_person p USING (person_id)"
                            + " WHERE visit_start_date < birth_datetime[1:10]"))
                    .isZero();
            // about ten rows a visit; half of the conditions have one of a hundred codes, and some history is ten times
            // the mean
            assertThat(engine.number("SELECT count(*) FROM src_measurement")).isBetween(30_000L, 90_000L);
            assertThat(
                            engine.number(
                                    "SELECT CAST(2 * sum(n) > (SELECT count(*) FROM src_condition_occurrence) AS INTEGER) FROM (SELECT count(*) AS n FROM"
                                            + " src_condition_occurrence GROUP BY condition_concept_id ORDER BY n DESC LIMIT 100)"))
                    .isEqualTo(1);
            assertThat(engine.number(
                            "SELECT max(n) FROM (SELECT count(*) AS n FROM src_visit_occurrence GROUP BY person_id)"))
                    .isGreaterThan(20);
        }
    }

    private void write(String directory, long persons, long seed) {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        new OmopSource(persons, 3, seed, "csv").write(folder.resolve(directory), nowhere);
    }
}
