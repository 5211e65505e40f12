package dari.provisioner.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dari.provisioner.Refused;
import dari.provisioner.Sha256;
import dari.provisioner.Sources;
import dari.provisioner.agent.Protocol.Job;
import dari.provisioner.agent.Protocol.State;
import dari.provisioner.agent.Protocol.Task;
import dari.provisioner.json.Json;
import dari.provisioner.query.KeptAnswer;
import dari.provisioner.query.KeptQuestion;
import dari.provisioner.query.QueryAnswer;
import dari.provisioner.query.QueryAnswer.Refusal;
import dari.provisioner.query.QueryLimits;
import dari.provisioner.recipe.Recipe;
import dari.provisioner.release.Release;
import dari.provisioner.release.ReleaseSeal;
import dari.provisioner.release.ReleaseVerifier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A release that is used in place stays with the agent, which answers questions over it and nothing else. */
class KeptReleasesTests {

    private static final String RECIPE = """
            recipe: 1
            goal: deidentify
            personKey: id
            tables:
              person:
                columns:
                  id: {do: pseudonym}
                  sex: {role: quasi}
            privacy: {k: 2, recoding: local, suppressionLimit: 0.5}
            assessment: none
            """;

    private final UUID kept = UUID.randomUUID();

    @TempDir
    private Path home;

    private Path state;
    private KeyPair key;
    private JobRunner runner;
    private JobRunner.Result made;

    @BeforeEach
    void aKeptRelease() throws Exception {
        state = home.resolve("state");
        key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        StringBuilder person = new StringBuilder("id,sex\n");
        for (int i = 1; i <= 40; i++) {
            person.append(i).append(i % 4 == 0 ? ",M\n" : ",F\n");
        }
        Sources.write(home.resolve("omop/person.csv"), person.toString());
        runner = runner("omop");
        String hash = Recipe.parse(RECIPE, "recipe", home).hash().hex();
        new Approvals(state).add(hash, "박담온", Sources.CLOCK);
        made = runner.run(job(kept, Task.KEEP, RECIPE, hash), () -> {});
    }

    @AfterEach
    void end() {
        runner.close();
    }

    @Test
    void onlyWhatTellsAboutTheDataIsHandedOver() throws IOException {
        assertThat(made.report().state()).isEqualTo(State.DONE);
        assertThat(made.files())
                .containsExactlyInAnyOrder(
                        "assessment.json",
                        "certificate.html",
                        "certificate.json",
                        "croissant.json",
                        "dictionary.json",
                        "manifest.json");
        assertThat(release().parquet("person")).exists();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state.resolve("jobs/" + kept))))
                .isEqualTo("rwx------");
        Path arrived = arrived(Files.createDirectory(home.resolve("arrived")));
        ReleaseVerifier.verifyWithoutData(arrived, key.getPublic());
        assertThatThrownBy(() -> ReleaseVerifier.verifyWithoutData(
                        arrived,
                        KeyPairGenerator.getInstance("Ed25519")
                                .generateKeyPair()
                                .getPublic()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("signature");
        Files.copy(
                release().csv("person"),
                Files.createDirectory(arrived.resolve("data")).resolve("person.csv"));
        assertThatThrownBy(() -> ReleaseVerifier.verifyWithoutData(arrived, key.getPublic()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("data: not in the manifest");
        Path unnamed = arrived(Files.createDirectory(home.resolve("unnamed")));
        ReleaseSeal.seal(unnamed, key.getPrivate());
        assertThatThrownBy(() -> ReleaseVerifier.verifyWithoutData(unnamed, key.getPublic()))
                .as("a manifest that does not say which data stayed")
                .isInstanceOf(Refused.class)
                .hasMessageContaining("data/person.csv: not in the manifest");
    }

    @Test
    void questionsAreAnsweredWithinTheLimitsAndTheirAnswersDoNotStay() throws IOException {
        KeptQuestion bySex = question("SELECT sex, count(*) AS n FROM person GROUP BY sex ORDER BY n DESC");
        QueryAnswer answer = ask(bySex);
        assertThat(answer.problem()).isNull();
        assertThat(answer.rows()).containsExactly(List.of("F", "30"), List.of("M", "10"));

        QueryAnswer many = ask(question("SELECT a.sex FROM person a, person b"));
        assertThat(many.rows()).hasSize(QueryLimits.DEFAULT.rows());
        assertThat(many.more()).isTrue();
        String source = home.resolve("omop/person.csv").toString();
        assertThat(problem("SELECT * FROM read_csv('" + source + "')").refusal())
                .isEqualTo(Refusal.FUNCTION);
        assertThat(problem("SELECT * FROM '" + source + "'").refusal()).isEqualTo(Refusal.TABLE);
        assertThat(problem("DROP TABLE person").refusal()).isEqualTo(Refusal.NOT_ONE_SELECT);

        runner.handedOver();
        assertThat(state.resolve("answers")).doesNotExist();
    }

    @Test
    void whatIsNotTheSignedReleaseOfANamedSourceIsNotAnswered() throws IOException {
        assertThat(refusal(new KeptQuestion(UUID.randomUUID(), manifest(), "SELECT 1")))
                .isEqualTo("release.gone");
        assertThat(refusal(new KeptQuestion(kept, "0".repeat(64), "SELECT 1"))).isEqualTo("release.changed");
        KeptQuestion one = question("SELECT 1");
        assertThat(run(job(UUID.randomUUID(), Task.QUERY, one.json(), "0".repeat(64)))
                        .report()
                        .code())
                .isEqualTo("policy.hash");
        assertThat(refusal(runner("other"), one)).isEqualTo("policy.source");
        assertThat(run(ordered("{\"question\": 2}")).report().state())
                .as("a later version's, or no question")
                .isEqualTo(State.REFUSED);
        Files.writeString(release().csv("person"), "id,sex\n");
        assertThat(refusal(one)).isEqualTo("release.changed");
    }

    @Test
    void aDestroyedReleaseIsGoneWithEveryCopyAndTheProofSaysSo() throws IOException {
        KeptQuestion question = question("SELECT count(*) FROM person");
        Set<Path> before = sessions();
        ask(question);
        assertThat(sessions()).as("the open process has a copy").hasSize(before.size() + 1);

        UUID destroy = UUID.randomUUID();
        String order = "[\"" + kept + "\"]";
        JobRunner.Result removed =
                run(job(destroy, Task.DESTROY, order, Sha256.hex(order.getBytes(StandardCharsets.UTF_8))));

        Signed proof = Json.read(removed.folder().resolve(DestroyedJobs.FILE), Signed.class);
        String content = proof.verified(key.getPublic(), DestroyedJobs.KIND).orElseThrow();
        assertThat(Json.parse(content, DestroyedJobs.class, "proof").jobs())
                .singleElement()
                .satisfies(one -> assertThat(one.kept()).isEqualTo(2));
        assertThat(sessions()).isEqualTo(before);
        assertThat(state.resolve("jobs/" + kept)).doesNotExist();
        assertThat(state.resolve("answers")).doesNotExist();
        assertThat(refusal(question)).isEqualTo("release.gone");
    }

    /** Copies that processes of this machine have. */
    private static Set<Path> sessions() throws IOException {
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(path -> path.getFileName()
                            .toString()
                            .startsWith("dari-query-" + ProcessHandle.current().pid() + "-"))
                    .collect(Collectors.toSet());
        }
    }

    private Path arrived(Path folder) {
        made.files().forEach(file -> {
            try {
                Files.copy(made.folder().resolve(file), folder.resolve(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return folder;
    }

    private QueryAnswer ask(KeptQuestion question) {
        JobRunner.Result result = run(job(question));
        assertThat(result.files()).containsExactly(KeptAnswer.FILE);
        Signed signed = Json.read(result.folder().resolve(KeptAnswer.FILE), Signed.class);
        String content = signed.verified(key.getPublic(), KeptAnswer.KIND).orElseThrow();
        KeptAnswer answer = Json.parse(content, KeptAnswer.class, KeptAnswer.FILE);
        answer.require(question, QueryLimits.DEFAULT);
        return answer.answer();
    }

    private QueryAnswer.Problem problem(String sql) {
        return Objects.requireNonNull(ask(question(sql)).problem());
    }

    private String refusal(KeptQuestion question) {
        return refusal(runner, question);
    }

    private static String refusal(JobRunner asked, KeptQuestion question) {
        JobRunner.Result result = asked.run(job(question), () -> {
            throw new AssertionError("it ran");
        });
        assertThat(result.report().state()).isEqualTo(State.REFUSED);
        assertThat(result.files()).isEmpty();
        return String.valueOf(result.report().code());
    }

    private KeptQuestion question(String sql) {
        return new KeptQuestion(kept, manifest(), sql);
    }

    private String manifest() {
        return Sha256.hex(release().manifest().canonicalBytes());
    }

    private Release release() {
        return new Release(KeptReleases.folder(state, kept));
    }

    private JobRunner.Result run(Job job) {
        return runner.run(job, () -> {});
    }

    private JobRunner runner(String source) {
        Base64.Encoder base64 = Base64.getEncoder();
        return new JobRunner(
                new Credentials("", "me", base64.encodeToString(key.getPrivate().getEncoded()), "", ""),
                new HospitalPolicy(
                        Map.of(source, home.resolve("omop")), new HospitalRules(2, 1, null, Set.of(), Map.of())),
                () -> {},
                state,
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                Sources.CLOCK);
    }

    private static Job job(KeptQuestion question) {
        return job(UUID.randomUUID(), Task.QUERY, question.json(), question.hash());
    }

    private static Job ordered(String text) {
        return job(UUID.randomUUID(), Task.QUERY, text, Sha256.hex(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Job job(UUID id, Task task, String recipe, String hash) {
        return new Job(
                id.toString(),
                "me",
                task,
                "omop",
                recipe,
                hash,
                Sources.CLOCK.instant(),
                Sources.CLOCK.instant().plusSeconds(60));
    }
}
