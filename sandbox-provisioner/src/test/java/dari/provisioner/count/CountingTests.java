package dari.provisioner.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dari.provisioner.Refused;
import dari.provisioner.count.CountMapping.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Persons are counted by every criterion together, and told rounded or not at all. */
class CountingTests {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-26T12:00:00Z"), ZoneOffset.UTC);

    private static final CountMapping MAPPING = new CountMapping(
            "person.id",
            "person.born",
            "person.sex",
            "F",
            "M",
            new Event("dx.person", "dx.code", "dx.day"),
            Map.of("modality:ct", new Event("scan.person", null, null)),
            null);

    @TempDir
    Path source;

    /** A hundred persons born from 1900 to 1999, women the even ones; 64 with E11 in 2020, of them 4 in 2021, too. */
    @BeforeEach
    void aSource() throws IOException {
        StringBuilder persons = new StringBuilder("id,born,sex\n");
        StringBuilder diagnoses = new StringBuilder("person,code,day\n");
        StringBuilder scans = new StringBuilder("person\n");
        for (int i = 0; i < 100; i++) {
            persons.append(i)
                    .append(",19")
                    .append("%02d".formatted(i))
                    .append("-06-01,")
                    .append(i % 2 == 0 ? "F" : "M")
                    .append("\n");
            if (i < 64) {
                diagnoses.append(i).append(",e11,2020-03-0").append(1 + i % 9).append("\n");
                diagnoses.append(i).append(",I10,2010-01-01\n");
            }
            if (i < 4) {
                diagnoses.append(i).append(",E11,2021-05-05T10:00:00\n");
            }
            if (i >= 50) {
                scans.append(i).append("\n").append(i).append("\n");
            }
        }
        Files.writeString(source.resolve("person.csv"), persons);
        Files.writeString(source.resolve("dx.csv"), diagnoses);
        Files.writeString(source.resolve("scan.csv"), scans);
    }

    @Test
    void everyCriterionCountsTogether() {
        assertThat(count(question(null, null, null, List.of("E11"), null, null, null)))
                .isEqualTo(60);
        assertThat(count(question(null, null, "F", List.of("E11"), null, null, null)))
                .isEqualTo(30);
        assertThat(count(question(30, 59, null, List.of(), null, null, null))).isEqualTo(30);
        assertThat(count(question(null, null, null, List.of(), null, null, "modality:ct")))
                .isEqualTo(50);
        assertThat(count(question(null, null, null, List.of("E11"), null, null, "modality:ct")))
                .as("fourteen have both")
                .isEqualTo(10);
        assertThat(count(question(null, null, null, List.of("E11", "I10"), "2020-01-01", "2020-12-31", null)))
                .isEqualTo(60);
    }

    @Test
    void fewerThanTenIsNotToldApartFromNone() {
        assertThat(count(question(null, null, null, List.of("E11"), "2021-01-01", null, null)))
                .isNull();
        assertThat(count(question(null, null, null, List.of("Z99"), null, null, null)))
                .isNull();
    }

    @Test
    void whatTheHospitalDidNotNameIsNotAskedAndNothingIsReadAsSql() {
        assertThatThrownBy(() -> count(question(null, null, null, List.of(), null, null, "modality:mri")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("count.kind");
        assertThatThrownBy(() -> count(question(null, null, null, List.of(), "2020-01-01", null, "modality:ct")))
                .as("scans have no day")
                .hasMessageContaining("count.period");
        assertThatThrownBy(() -> count(question(null, null, null, List.of("E11') OR ('1'='1"), null, null, null)))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> CountQuestion.read("{\"question\":1,\"sex\":\"F\",\"sql\":\"SELECT 1\"}"))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> CountQuestion.read("{\"question\":1}")).hasMessageContaining("no criterion");
    }

    @Test
    void oneSpellingOneHashAndNeighboursDifferByOneCriterion() {
        CountQuestion one = question(20, 40, "F", List.of("e11", "I10"), null, null, null);
        assertThat(CountQuestion.read(one.json())).isEqualTo(one);
        assertThat(question(20, 40, "F", List.of("I10", "E11", "E11"), null, null, null)
                        .hash())
                .isEqualTo(one.hash());
        assertThat(question(20, 40, "M", List.of("E11", "I10"), null, null, null)
                        .isNeighbourOf(one))
                .isTrue();
        assertThat(question(20, 40, null, List.of("E11", "I10"), null, null, null)
                        .isNeighbourOf(one))
                .isTrue();
        assertThat(question(20, 41, "M", List.of("E11", "I10"), null, null, null)
                        .isNeighbourOf(one))
                .isFalse();
        assertThat(one.isNeighbourOf(one)).isFalse();
    }

    @Test
    void anAnswerThatTellsTooMuchOrAnswersAnotherQuestionIsRefused() {
        CountQuestion asked = question(null, null, "F", List.of(), null, null, null);
        CountQuestion other = question(null, null, "M", List.of(), null, null, null);
        CountAnswer.of(asked, 44, NOON.instant()).require(asked);
        assertThat(CountAnswer.of(asked, 45, NOON.instant()).persons()).isEqualTo(50);
        assertThat(CountAnswer.of(asked, 9, NOON.instant()).persons()).isNull();
        assertThatThrownBy(() -> CountAnswer.of(asked, 44, NOON.instant()).require(other))
                .isInstanceOf(Refused.class);
        for (long told : List.of(0L, 7L, 43L)) {
            assertThatThrownBy(() -> new CountAnswer(1, asked.hash(), NOON.instant(), told).require(asked))
                    .isInstanceOf(Refused.class);
        }
    }

    private @Nullable Long count(CountQuestion question) {
        return new Counting(NOON)
                .count(question, MAPPING, source, dari.provisioner.engine.ExcludedPersons.NOBODY, "256m")
                .persons();
    }

    private static CountQuestion question(
            @Nullable Integer ageFrom,
            @Nullable Integer ageTo,
            @Nullable String sex,
            List<String> diagnoses,
            @Nullable String from,
            @Nullable String to,
            @Nullable String kind) {
        return new CountQuestion(
                1,
                ageFrom,
                ageTo,
                ageFrom == null && ageTo == null ? null : 2000,
                sex,
                diagnoses,
                from == null ? null : LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to),
                kind);
    }
}
