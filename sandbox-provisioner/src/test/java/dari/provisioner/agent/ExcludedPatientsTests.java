package dari.provisioner.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dari.provisioner.Progress;
import dari.provisioner.Sources;
import dari.provisioner.agent.Protocol.Job;
import dari.provisioner.agent.Protocol.State;
import dari.provisioner.agent.Protocol.Task;
import dari.provisioner.cli.Console;
import dari.provisioner.cli.Main;
import dari.provisioner.exclude.ExclusionList;
import dari.provisioner.exclude.KeptLists;
import dari.provisioner.pipeline.Provisioning;
import dari.provisioner.pipeline.ProvisioningRequest;
import dari.provisioner.privacy.Ledger;
import dari.provisioner.recipe.Recipe;
import dari.provisioner.release.Certificate;
import dari.provisioner.release.Release;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing that an agent makes holds a patient who asked to be left out. In the source each of them is marked GONE. */
class ExcludedPatientsTests {

    private static final String RECIPE = """
            recipe: 1
            goal: deidentify
            personKey: id
            tables:
              person:
                columns:
                  id: {do: pseudonym}
                  sex: {role: quasi}
                  mark: {do: keep}
              visit:
                columns:
                  id: {do: pseudonym}
                  mark: {do: keep}
                  ward: {do: keep}
            privacy: {k: 2, recoding: local, suppressionLimit: 0.5}
            assessment: none
            """;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @TempDir
    private Path home;

    private Path state;
    private JobRunner runner;

    @BeforeEach
    void aHospital() throws GeneralSecurityException {
        state = home.resolve("state");
        StringBuilder person = new StringBuilder("id,sex,mark\n");
        StringBuilder visit = new StringBuilder("id,mark,ward\n");
        for (int i = 1; i <= 200; i++) {
            String mark = i <= 60 ? "GONE" : "HERE";
            String sex = i % 2 == 0 ? "F" : "M";
            person.append("%03d,%s,%s\n".formatted(i, sex, mark)); // 007 here …
            String there = (i <= 60 && i % 2 == 1 ? "%d" : "%03d").formatted(i); // … and 7 there
            visit.append("%s,%s,a\n%s,%s,b\n".formatted(there, mark, there, mark));
        }
        Sources.write(home.resolve("omop/person.csv"), person.toString());
        Sources.write(home.resolve("omop/visit.csv"), visit.toString());
        Sources.write(home.resolve("omop/ward.csv"), "ward,floor\na,1\nb,2\n");
        Sources.write(home.resolve("sources.yaml"), "sources: {omop: omop}\n");
        KeyPair key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Base64.Encoder base64 = Base64.getEncoder();
        runner = new JobRunner(
                new Credentials("", "me", base64.encodeToString(key.getPrivate().getEncoded()), "", ""),
                new HospitalPolicy(
                        Map.of("omop", home.resolve("omop")), new HospitalRules(2, 1, null, Set.of(), Map.of())),
                () -> {},
                state,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                Sources.CLOCK);
    }

    private void sixtyAskedToBeLeftOut() {
        StringBuilder ids = new StringBuilder("nobody\n"); // whom the source does not know
        for (int i = 1; i <= 60; i++) {
            ids.append((i % 3 == 0 ? "%d.0" : i % 3 == 1 ? " %d " : "0%d").formatted(i))
                    .append('\n');
        }
        Sources.write(home.resolve("ids.txt"), ids.toString());
        assertThat(exclude("columns --person id --no-person ward")).isZero();
        assertThat(exclude("add " + home.resolve("ids.txt"))).isZero();
    }

    @Test
    void aReleaseHoldsThemInNoTableAndItsCertificateNamesTheDay() {
        assertThat(marks(released())).as("before anybody asked").contains("GONE");
        sixtyAskedToBeLeftOut();
        Path release = released();
        assertThat(marks(release)).contains("HERE").doesNotContain("GONE");
        assertThat(Sources.read(release.resolve("data/person.csv")).lines()).hasSize(141);
        assertThat(Sources.read(release.resolve("data/visit.csv")).lines()).hasSize(281);
        Certificate certificate = new Release(release).certificate();
        LocalDate day = new KeptLists(state).obeyed("omop").orElseThrow().asOf();
        assertThat(certificate.exclusionsAsOf()).isEqualTo(day);
        assertThat(Sources.read(release.resolve(Release.PAGE))).contains("명단 기준일: " + day, "by the list as of " + day);
        assertThat(Sources.read(release.resolve(Release.CERTIFICATE))).doesNotContain("nobody");
    }

    @Test
    void aProfileDoesNotCountThem() {
        sixtyAskedToBeLeftOut();
        JobRunner.Result result = runner.run(job(Task.PROFILE, null, null), () -> {});
        String profile = Sources.read(result.folder().resolve(Protocol.PROFILE_FILE));
        assertThat(profile).contains("HERE", "140").doesNotContain("GONE");
    }

    @Test
    void aSynthesisMeasuresTheOthersOnly() {
        sixtyAskedToBeLeftOut();
        Sources.write(home.resolve("domain.json"), "{\"mark\": {\"values\": [\"HERE\", \"GONE\"]}}");
        Sources.write(home.resolve("invented.yaml"), """
                recipe: 1
                goal: synthesize
                tables: {person: {domain: domain.json, others: drop}}
                dp: {mechanism: mst, epsilon: 100, delta: 1e-9, unit: row}
                budget: {dataset: d, population: all}
                assessment: none
                """);
        Ledger.open(home.resolve("ledger"), Sources.CLOCK)
                .openAccount("d", "all", new BigDecimal("200"), new BigDecimal("1e-9"), "test", "steward");
        Path release = home.resolve("invented");
        new Provisioning(Sources.CLOCK)
                .run(
                        ProvisioningRequest.of(
                                        home.resolve("omop"), Recipe.read(home.resolve("invented.yaml")), release)
                                .spendingFrom(home.resolve("ledger"))
                                .without(ExclusionList.read(new KeptLists(state).file("omop"))
                                        .now()),
                        Progress.SILENT);
        List<String> rows =
                Sources.read(release.resolve("data/person.csv")).lines().toList();
        // 60 of 200 in the source; at this ε the noise is about one row
        assertThat(rows.stream().filter("GONE"::equals).count()).isLessThan(10);
        assertThat(rows.stream().filter("HERE"::equals).count()).isBetween(120L, 160L);
        assertThat(new Release(release).certificate().exclusionsAsOf()).isNotNull();
    }

    @Test
    void anOlderListIsRefusedAndSoIsATableOfWhichNobodySaidWhereItNamesPersons() throws IOException {
        sixtyAskedToBeLeftOut();
        Path list = new KeptLists(state).file("omop");
        byte[] old = Files.readAllBytes(list);
        Sources.write(home.resolve("ids.txt"), "61\n");
        assertThat(exclude("add " + home.resolve("ids.txt"))).isZero();
        byte[] newest = Files.readAllBytes(list);
        Files.write(list, old);
        JobRunner.Result refused = runner.run(job(Task.PROFILE, null, null), () -> {});
        assertThat(refused.report().state()).isEqualTo(State.REFUSED);
        assertThat(refused.report().code()).isEqualTo("policy.exclusions");
        assertThat(exclude("add " + home.resolve("ids.txt")))
                .as("nor is it gone on from")
                .isEqualTo(3);
        Files.write(list, newest);
        Sources.write(home.resolve("omop/new.csv"), "chart,text\n1,x\n");
        JobRunner.Result failed = runner.run(job(Task.PROFILE, null, null), () -> {});
        assertThat(failed.report().code()).isEqualTo("source.exclusion");
        assertThat(failed.report().message()).isEqualTo("new");
    }

    @Test
    void whatWasMadeAndNotYetHandedOverIsMadeAgainWhenSomebodyAsks() {
        Job job = provisioning();
        assertThat(marks(runner.run(job, () -> {}).folder())).contains("GONE");
        sixtyAskedToBeLeftOut();
        JobRunner.Result again = runner.run(job, () -> {});
        assertThat(again.report().state()).isEqualTo(State.DONE);
        assertThat(marks(again.folder())).doesNotContain("GONE");
    }

    @Test
    void theStewardAtTheAgentLearnsNumbersAndNobodyLearnsWho() {
        sixtyAskedToBeLeftOut();
        assertThat(exclude("show --sources " + home.resolve("sources.yaml"))).isZero();
        assertThat(text())
                .contains("persons: 61", "1 of them are not in the source")
                .doesNotContain("nobody");
        Sources.write(home.resolve("ids.txt"), "nobody\n");
        assertThat(exclude("remove " + home.resolve("ids.txt")))
                .as("without a reason")
                .isEqualTo(2);
        assertThat(exclude("remove --reason asked-to-be-in " + home.resolve("ids.txt")))
                .isZero();
        assertThat(exclude("remove --reason asked-to-be-in " + home.resolve("ids.txt")))
                .as("not in the list any more")
                .isEqualTo(2);
        assertThat(exclude("show")).isZero();
        assertThat(text()).contains("persons: 60", "asked-to-be-in").doesNotContain("nobody");
    }

    private int exclude(String arguments) {
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        String[] words = ("agent exclude " + arguments + " --source omop --state " + state).split(" ");
        return Main.run(words, new Console(print, print, Progress.SILENT, Sources.CLOCK));
    }

    private String text() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private Path released() {
        JobRunner.Result result = runner.run(provisioning(), () -> {});
        assertThat(result.report().state()).as(text()).isEqualTo(State.DONE);
        return result.folder();
    }

    private Job provisioning() {
        Sources.write(home.resolve("recipe.yaml"), RECIPE);
        String hash = Recipe.read(home.resolve("recipe.yaml")).hash().hex();
        new Approvals(state).add(hash, "steward", Sources.CLOCK);
        return job(Task.PROVISION, RECIPE, hash);
    }

    private static Job job(Task task, @Nullable String recipe, @Nullable String hash) {
        Instant now = Sources.CLOCK.instant();
        return new Job(UUID.randomUUID().toString(), "me", task, "omop", recipe, hash, now, now.plusSeconds(60));
    }

    private static String marks(Path release) {
        return Sources.read(release.resolve("data/person.csv")) + Sources.read(release.resolve("data/visit.csv"));
    }
}
