package dari.provisioner.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dari.provisioner.ChildJava;
import dari.provisioner.Progress;
import dari.provisioner.Sources;
import dari.provisioner.cli.Main;
import dari.provisioner.recipe.Recipe;
import dari.provisioner.release.ReleaseVerifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that is killed outright, at different moments, shows nothing and does not hinder the next one. */
class KilledRunIntegrationTests {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"", "release/data", "release/data/visit_occurrence.csv", "release/certificate.json"})
    void leavesNothingVisible(String moment) throws IOException, InterruptedException {
        killAndRunAgain(moment, List.of());
    }

    /** Then a second process does the work, and must not live on. */
    @Test
    void leavesNothingRunningWhenItKeptToAMemoryLimit() throws IOException, InterruptedException {
        killAndRunAgain("release/data", List.of("--memory", "600m"));
    }

    private void killAndRunAgain(String moment, List<String> options) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        List<String> command = ChildJava.command(
                List.of(),
                Main.class,
                "provision",
                "--source",
                Sources.demo("omop").toString(),
                "--recipe",
                Sources.demoRecipe("omop").toString(),
                "--out",
                out.toString());
        command.addAll(options);
        Process run = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        Path awaited = folder.resolve(".out.partial").resolve(moment);
        boolean ended = false;
        while (!ended && !Files.exists(awaited)) {
            ended = run.waitFor(1, TimeUnit.MILLISECONDS);
        }
        List<ProcessHandle> workers = run.descendants().toList();
        assertThat(workers).hasSameSizeAs(options.isEmpty() || !run.isAlive() ? List.of() : List.of("worker"));
        run.destroyForcibly();
        assertThat(run.waitFor(1, TimeUnit.MINUTES)).isTrue();
        for (ProcessHandle worker : workers) {
            assertThat(worker.onExit()).succeedsWithin(Duration.ofMinutes(1));
        }
        if (Files.exists(out)) { // the last moment may have been after the rename: then the release is whole
            assertThat(ReleaseVerifier.verify(out, null)).isEqualTo(ReleaseVerifier.Checked.HASHES_ONLY);
            return;
        }
        Outcome outcome = new Provisioning(Sources.CLOCK)
                .run(
                        ProvisioningRequest.of(Sources.demo("omop"), Recipe.read(Sources.demoRecipe("omop")), out)
                                .withKey(Sources.KEY),
                        Progress.SILENT);
        assertThat(outcome).isInstanceOf(Outcome.Released.class);
        assertThat(folder.resolve(".out.partial")).doesNotExist();
        assertThat(folder.resolve(".out.lock")).doesNotExist();
    }
}
