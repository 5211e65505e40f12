package dari.provisioner.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dari.provisioner.agent.Protocol.Job;
import dari.provisioner.agent.Protocol.Task;
import dari.provisioner.count.CountAnswer;
import dari.provisioner.count.CountMapping;
import dari.provisioner.count.CountQuestion;
import dari.provisioner.engine.ExcludedPersons;
import dari.provisioner.exclude.Exclusions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A count is the hospital's to give: named sources, a monthly end, one answer for one question. */
class CountRunnerTests {

    private static final Instant NOW = Instant.parse("2026-11-26T00:00:00Z");
    private static final CountQuestion WOMEN = asking("F");
    private static final CountQuestion MEN = asking("M");

    @TempDir
    Path home;

    private Path source;

    @BeforeEach
    void aSource() throws IOException {
        source = Files.createDirectories(home.resolve("source"));
        women(20);
    }

    @Test
    void nothingIsCountedUnlessThePolicyNamesTheSource() {
        assertThatThrownBy(() -> runner(Map.of(), NOW).answer(job(WOMEN, WOMEN.hash()), null))
                .isInstanceOfSatisfying(
                        NotAnswered.class, e -> assertThat(e.code()).isEqualTo("policy.count"));
        assertThatThrownBy(() -> runner(counts(5), NOW).answer(job(WOMEN, MEN.hash()), null))
                .isInstanceOfSatisfying(
                        NotAnswered.class, e -> assertThat(e.code()).isEqualTo("policy.hash"));
    }

    @Test
    void theSameQuestionAboutTheSameFilesHasTheSameAnswerAndCostsNothing() throws Exception {
        CountAnswer first = runner(counts(1), NOW).answer(job(WOMEN, WOMEN.hash()), null);
        assertThat(first.persons()).isEqualTo(20);
        assertThat(runner(counts(1), NOW.plusSeconds(3600)).answer(job(WOMEN, WOMEN.hash()), null))
                .isEqualTo(first);
        women(40);
        assertThat(runner(counts(2), NOW).answer(job(WOMEN, WOMEN.hash()), null).persons())
                .as("the files changed")
                .isEqualTo(40);
    }

    @Test
    void anotherExclusionListIsAnotherCount() throws Exception {
        runner(counts(2), NOW).answer(job(WOMEN, WOMEN.hash()), null);
        ExcludedPersons ten =
                new ExcludedPersons(Set.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"), List.of("id"), Set.of());
        Exclusions list = new Exclusions(ten, LocalDate.of(2026, 11, 25), 2, "head");
        assertThat(runner(counts(2), NOW).answer(job(WOMEN, WOMEN.hash()), list).persons())
                .isEqualTo(10);
    }

    @Test
    void aMonthHasAnEndAndTheNextBeginsAnew() throws Exception {
        runner(counts(1), NOW).answer(job(WOMEN, WOMEN.hash()), null);
        assertThatThrownBy(() -> runner(counts(1), NOW).answer(job(MEN, MEN.hash()), null))
                .isInstanceOfSatisfying(
                        NotAnswered.class, e -> assertThat(e.code()).isEqualTo("policy.countLimit"));
        CountAnswer men =
                runner(counts(1), Instant.parse("2026-12-01T00:00:00Z")).answer(job(MEN, MEN.hash()), null);
        assertThat(men.persons()).isNull();
    }

    private void women(int persons) throws IOException {
        StringBuilder rows = new StringBuilder("id,sex\n");
        for (int i = 0; i < persons; i++) {
            rows.append(i).append(",F\n");
        }
        Files.writeString(source.resolve("person.csv"), rows);
    }

    private CountRunner runner(Map<String, CountMapping> counts, Instant now) {
        HospitalPolicy policy =
                new HospitalPolicy(Map.of("omop", source), new HospitalRules(5, 0.2, null, Set.of(), counts));
        return new CountRunner(policy, home.resolve("state"), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static Map<String, CountMapping> counts(int perMonth) {
        return Map.of("omop", new CountMapping("person.id", null, "person.sex", "F", "M", null, Map.of(), perMonth));
    }

    private static Job job(CountQuestion question, String hash) {
        return new Job(
                UUID.randomUUID().toString(),
                "me",
                Task.COUNT,
                "omop",
                question.json(),
                hash,
                NOW,
                NOW.plusSeconds(60));
    }

    private static CountQuestion asking(String sex) {
        return new CountQuestion(1, null, null, null, sex, List.of(), null, null, null);
    }
}
