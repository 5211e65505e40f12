package dari.provisioner.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dari.provisioner.BadInput;
import dari.provisioner.Progress;
import dari.provisioner.Sources;
import dari.provisioner.profile.Profile;
import dari.provisioner.profile.Profile.ProposedRole;
import dari.provisioner.profile.Profiling;
import dari.provisioner.release.Distribution;
import dari.provisioner.release.Distribution.Cell;
import dari.provisioner.release.Distribution.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleRowsTests {

    private static final Instant NOW = Instant.parse("2026-11-26T00:00:00Z");

    @Test
    void drawsFromWhatIsShownAsOftenAsItWasCounted() {
        Distribution sex = new Distribution(
                Kind.VALUES, List.of(new Cell("F", null, null, 900), new Cell("M", null, null, 100)), 0L);
        Distribution age = new Distribution(
                Kind.HISTOGRAM, List.of(new Cell("20–30", 20.0, 30.0, 50), new Cell("80–90", 80.0, 90.0, 50)), 0L);
        SampleTable made = only(table(
                column("sex", "text", ProposedRole.QUASI, sex, 0L),
                column("age", "integer", ProposedRole.QUASI, age, 0L)));

        List<@Nullable String> drawn = values(made, "sex");
        assertThat(drawn.stream().filter("F"::equals).count()).isBetween(850L, 950L);
        assertThat(drawn).containsOnly("F", "M");
        assertThat(values(made, "age"))
                .allSatisfy(value -> assertThat(Integer.parseInt(String.valueOf(value)))
                        .matches(years -> (years >= 20 && years < 30) || (years >= 80 && years < 90)));
    }

    @Test
    void aColumnOfWhichNothingIsShownIsStillOfItsType() {
        SampleTable made = only(table(
                column("gender_concept_id", "integer", ProposedRole.QUASI, Distribution.NONE, 0L),
                column("taken_at", "timestamp", ProposedRole.DATE, Distribution.NONE, 0L),
                column("weight", "decimal", ProposedRole.OTHER, Distribution.NONE, 0L),
                column("name", "text", ProposedRole.IDENTIFIER, Distribution.NONE, 0L),
                column("note", "text", ProposedRole.FREE_TEXT, Distribution.NONE, 0L)));

        assertThat(values(made, "gender_concept_id")).containsOnly("8507", "8532");
        assertThat(values(made, "taken_at"))
                .allSatisfy(
                        value -> assertThat(String.valueOf(value)).matches("20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:00"));
        assertThat(values(made, "weight"))
                .allSatisfy(value -> assertThat(String.valueOf(value)).matches("0\\.\\d+"));
        assertThat(values(made, "name")).allSatisfy(value -> assertThat(value).startsWith("SAMPLE-"));
        assertThat(values(made, "note")).allSatisfy(value -> assertThat(value).contains("not from a patient"));
    }

    @Test
    void missesAsOftenAsTheProfileSays() {
        SampleTable made = only(table(column("weight", "decimal", ProposedRole.OTHER, Distribution.NONE, 500L)));
        assertThat(values(made, "weight").stream()
                        .filter(value -> value == null)
                        .count())
                .isBetween(420L, 580L);
    }

    @Test
    void anEndIsNeverBeforeItsStart() {
        SampleTable made = only(table(
                column("visit_start_date", "date", ProposedRole.DATE, Distribution.NONE, 0L),
                column("visit_end_date", "date", ProposedRole.DATE, Distribution.NONE, 0L)));
        for (List<@Nullable String> row : made.rows()) {
            assertThat(LocalDate.parse(String.valueOf(row.get(0))))
                    .isBeforeOrEqualTo(LocalDate.parse(String.valueOf(row.get(1))));
        }
    }

    @Test
    void realSchemasGiveTablesThatJoinAndTheSameRowsEveryTime() {
        Profile profile =
                new Profiling(Clock.fixed(NOW, ZoneOffset.UTC)).profile(Sources.demo("omop"), "512m", Progress.SILENT);
        List<SampleTable> made = SampleRows.of(profile, 20);
        assertThat(made).extracting(SampleTable::name).contains("person", "visit_occurrence");
        Set<@Nullable String> persons = new HashSet<>(values(named(made, "person"), "person_id"));
        assertThat(persons).hasSize(20);
        assertThat(persons).containsAll(values(named(made, "visit_occurrence"), "person_id"));
        assertThat(made).isEqualTo(SampleRows.of(profile, 20));
        assertThat(made).allSatisfy(table -> assertThat(table.csv().lines()).hasSize(21));
    }

    @Test
    void writesAFolderAtOnceOrNothing(@TempDir Path folder) {
        Profile profile = table(column("age", "integer", ProposedRole.QUASI, Distribution.NONE, 0L));
        SampleFiles.write(SampleRows.of(profile, 3), folder.resolve("out"));
        assertThat(folder.resolve("out/patients.csv")).content().startsWith("age\n");
        assertThatThrownBy(() -> SampleFiles.write(SampleRows.of(profile, 3), folder.resolve("out")))
                .isInstanceOf(BadInput.class);
        SampleTable hostile = new SampleTable("../x", List.of("a"), List.of());
        assertThatThrownBy(() -> SampleFiles.write(List.of(hostile), folder.resolve("other")))
                .isInstanceOf(BadInput.class);
        assertThat(Files.exists(folder.resolve("other"))).isFalse();
    }

    private static SampleTable only(Profile profile) {
        return SampleRows.of(profile, 1000).get(0);
    }

    private static SampleTable named(List<SampleTable> tables, String name) {
        return tables.stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<@Nullable String> values(SampleTable table, String column) {
        int at = table.columns().stream().map(String::toLowerCase).toList().indexOf(column);
        return table.rows().stream().map(row -> row.get(at)).collect(Collectors.toCollection(java.util.ArrayList::new));
    }

    private static Profile table(Profile.Column... columns) {
        return new Profile(
                1, NOW, null, List.of(new Profile.Table("patients", 1000L, null, null, List.of(columns), List.of())));
    }

    private static Profile.Column column(
            String name, String type, ProposedRole role, Distribution distribution, Long missing) {
        return new Profile.Column(name, type, role, List.of(), missing, null, distribution);
    }
}
