package dari.provisioner.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dari.provisioner.Refused;
import dari.provisioner.Sources;
import dari.provisioner.agent.Protocol.CarriedReport;
import dari.provisioner.agent.Protocol.Job;
import dari.provisioner.agent.Protocol.State;
import dari.provisioner.agent.Protocol.StateReport;
import dari.provisioner.agent.Protocol.Task;
import dari.provisioner.json.Json;
import dari.provisioner.privacy.Ledger;
import dari.provisioner.privacy.LedgerHead;
import dari.provisioner.privacy.Rho;
import dari.provisioner.recipe.RecipeBundle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A synthesis that is carried to a hospital without a network, and what comes back by hand. */
class CarriedSynthesisTests {

    private static final String ME = UUID.randomUUID().toString();
    private static final String DOMAIN = "{\"a\": 3, \"b\": 4}";
    private static final String RECIPE = """
            recipe: 1
            goal: synthesize
            tables: {people: {domain: d/people.json}}
            dp: {mechanism: mst, epsilon: 1, delta: 1e-9, unit: row}
            budget: {dataset: d-1, population: all}
            assessment: none
            """;

    @TempDir
    private Path home;

    private KeyPair marketplace;
    private KeyPair hospital;

    @BeforeEach
    void aHospitalWithoutANetwork() throws Exception {
        marketplace = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        hospital = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        new Credentials(
                        "https://dari.example",
                        ME,
                        base64(hospital.getPrivate().getEncoded()),
                        base64(hospital.getPublic().getEncoded()),
                        base64(marketplace.getPublic().getEncoded()))
                .write(home.resolve("credentials.json"));
        Sources.write(home.resolve("data/people.csv"), "a,b\n" + "0,1\n2,3\n1,1\n".repeat(200));
        Sources.write(home.resolve("sources.yaml"), "sources: {people: data}\nledger: hospital.ledger\n");
        Sources.write(
                home.resolve("policy.yaml"), "leastK: 5\nmostSuppression: 0.1\nmostEpsilon: 2\nforbiddenColumns: []\n");
        ledger().openAccount("d-1", "all", new BigDecimal("1.2"), new BigDecimal("1e-9"), "decision 1", "board");
    }

    @Test
    void theFilesTravelInTheSignedJobAndTheLedgerComesBackWithTheRelease() throws Exception {
        Job job = job(RECIPE, Map.of("d/people.json", DOMAIN), null);
        Map<String, String> result = carried(job);
        assertThat(end(result)).isEqualTo(new StateReport(State.DONE, null, null));
        assertThat(result).containsKeys("manifest.json", "data/people.csv", "certificate.json");
        // what compares with the original stays at the agent, for the steward
        assertThat(home.resolve("state/jobs/" + job.jobId() + "/usefulness.html"))
                .content(StandardCharsets.UTF_8)
                .contains("Pairs of columns (mean)");
        assertThat(result.keySet()).noneMatch(name -> name.contains("usefulness"));
        LedgerDocuments.Lines lines = LedgerDocuments.verified(
                Json.parse(result.getOrDefault("ledger.json", ""), Signed.class, "ledger.json"),
                hospital.getPublic(),
                null);
        assertThat(lines.entries()).hasSize(2);
        assertThat(ledger().account("d-1", "all").state().spent())
                .isEqualTo(Rho.forEpsilonDelta(BigDecimal.ONE, new BigDecimal("1e-9")));

        // the next does not fit any more: it ends readable, nothing is spent and nothing of this machine is told
        Map<String, String> second = carried(job(RECIPE, Map.of("d/people.json", DOMAIN), lines.head()));
        assertThat(end(second).state()).isEqualTo(State.REFUSED);
        assertThat(end(second).code()).isEqualTo("budget.exhausted");
        assertThat(new BigDecimal(String.valueOf(end(second).message()))).isPositive();
        assertThat(second).doesNotContainKey("manifest.json").doesNotContainKey("ledger.json");
        assertThat(ledger().verify().entries()).isEqualTo(2);
    }

    @Test
    void aLedgerRestoredFromAnOlderCopyIsNotSpentFrom() throws Exception {
        byte[] older = Files.readAllBytes(home.resolve("hospital.ledger"));
        ledger().account("d-1", "all").spend(Rho.of(1, 1000), "an earlier project");
        LedgerHead countersigned = ledger().verify().head();
        Files.write(home.resolve("hospital.ledger"), older);
        StateReport end = end(carried(job(RECIPE, Map.of("d/people.json", DOMAIN), countersigned)));
        assertThat(end).isEqualTo(new StateReport(State.REFUSED, "ledger.behind", "d-1 / all"));
        assertThat(ledger().verify().entries()).isEqualTo(1);
    }

    @Test
    void anAccountThatNobodyOpenedIsSaid() throws Exception {
        StateReport end = end(carried(
                job(RECIPE.replace("population: all", "population: women"), Map.of("d/people.json", DOMAIN), null)));
        assertThat(end).isEqualTo(new StateReport(State.REFUSED, "budget.unknown", "d-1 / women"));
    }

    /** A marketplace that was broken into signs what it likes. */
    @Test
    void aFileNameThatLeavesTheFolderWritesNothing() throws Exception {
        Job job = new Job(
                UUID.randomUUID().toString(),
                ME,
                Task.PROVISION,
                "people",
                RECIPE,
                "0".repeat(64),
                Map.of("../../approvals.tsv", "0".repeat(64) + "\tnow\tme\n"),
                null,
                Sources.CLOCK.instant(),
                Sources.CLOCK.instant().plus(Duration.ofDays(1)));
        StateReport end = end(carried(job));
        assertThat(end.state()).isEqualTo(State.FAILED);
        assertThat(end.code()).isEqualTo("recipe");
        assertThat(home.resolve("state/approvals.tsv")).doesNotExist();
        try (Stream<Path> made = Files.list(home.resolve("state/jobs/" + job.jobId()))) {
            assertThat(made).map(Path::getFileName).map(Path::toString).containsExactly(MadeUnderList.HEAD);
        }
    }

    /** An agent of an earlier version reads a job without files as it always did. */
    @Test
    void aJobWithoutFilesHasNoNewFields() {
        Job plain =
                new Job("1", ME, Task.PROFILE, "people", null, null, Sources.CLOCK.instant(), Sources.CLOCK.instant());
        assertThat(Json.text(plain)).doesNotContain("files").doesNotContain("ledgerHead");
    }

    @Test
    void anUnapprovedRecipeWaitsWithItsFilesToRead() throws Exception {
        Job job = job(RECIPE, Map.of("d/people.json", DOMAIN), null, false);
        assertThatThrownBy(() -> carried(job)).isInstanceOf(Refused.class);
        Path read = home.resolve("state/jobs/" + job.jobId() + "/recipe");
        assertThat(Sources.read(read.resolve("d/people.json"))).isEqualTo(DOMAIN);
        assertThat(Sources.read(read.resolve("recipe.yaml"))).isEqualTo(RECIPE);
    }

    private Job job(String recipe, Map<String, String> files, @Nullable LedgerHead head) {
        return job(recipe, files, head, true);
    }

    private Job job(String recipe, Map<String, String> files, @Nullable LedgerHead head, boolean approved) {
        String hash = new RecipeBundle(recipe, new TreeMap<>(files))
                .writtenTo(home.resolve("marketplace"))
                .hash()
                .hex();
        if (approved) {
            Agents.approve(hash, "steward", home.resolve("state"), Sources.CLOCK);
        }
        return new Job(
                UUID.randomUUID().toString(),
                ME,
                Task.PROVISION,
                "people",
                recipe,
                hash,
                files,
                head,
                Sources.CLOCK.instant(),
                Sources.CLOCK.instant().plus(Duration.ofDays(1)));
    }

    /** Carries one job there, and its result back: what is in it, by name. */
    private Map<String, String> carried(Job job) throws IOException {
        Path in = home.resolve("in-" + job.jobId());
        Path out = home.resolve("out-" + job.jobId());
        Sources.write(in.resolve("one.job.json"), Json.text(Signed.by(marketplace.getPrivate(), Job.KIND, job)));
        Agents.carry(
                in,
                out,
                home.resolve("credentials.json"),
                home.resolve("sources.yaml"),
                home.resolve("policy.yaml"),
                home.resolve("state"),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                Sources.CLOCK);
        Map<String, String> result = new HashMap<>();
        try (InputStream raw = Files.newInputStream(out.resolve("one.result.zip"));
                ZipInputStream zip = new ZipInputStream(raw)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                result.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return Collections.unmodifiableMap(result);
    }

    private StateReport end(Map<String, String> result) {
        Signed signed = Json.parse(result.getOrDefault(CarriedReport.FILE, ""), Signed.class, CarriedReport.FILE);
        String content =
                signed.verified(hospital.getPublic(), CarriedReport.KIND).orElseThrow();
        StateReport end =
                Json.parse(content, CarriedReport.class, CarriedReport.FILE).end();
        assertThat(end).isNotNull();
        return end;
    }

    private Ledger ledger() {
        return Ledger.open(home.resolve("hospital.ledger"), Sources.CLOCK);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
