package dari.provisioner.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dari.provisioner.BadInput;
import dari.provisioner.Sha256;
import dari.provisioner.agent.Protocol.Job;
import dari.provisioner.agent.Protocol.Task;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Key and working files of the named jobs go, and nothing else. */
class DestructionRunnerTests {

    private static final Instant NOW = Instant.parse("2026-11-26T00:00:00Z");

    private final UUID over = UUID.randomUUID();
    private final UUID inUse = UUID.randomUUID();

    @TempDir
    Path state;

    private Path folder;

    @BeforeEach
    void twoJobs() throws IOException {
        folder = Files.createDirectories(state.resolve("jobs").resolve("mine"));
        for (UUID job : new UUID[] {over, inUse}) {
            Path release = Files.createDirectories(state.resolve("jobs/" + job + "/release/data"));
            Files.writeString(release.resolve("person.csv"), "12345");
            Files.createDirectories(state.resolve("keys"));
            Files.writeString(state.resolve("keys/" + job + ".hex"), "00ff");
        }
    }

    @Test
    void theNamedJobsSecretsAndFilesGoAndNoOthers() throws IOException {
        DestroyedJobs removed = runner().remove(job("[\"" + over + "\"]"), folder);
        assertThat(removed.jobs()).containsExactly(new DestroyedJobs.Destroyed(over.toString(), true, 1, 5, 0));
        assertThat(state.resolve("keys/" + over + ".hex")).doesNotExist();
        assertThat(state.resolve("jobs/" + over)).doesNotExist();
        assertThat(state.resolve("keys/" + inUse + ".hex")).exists();
        assertThat(state.resolve("jobs/" + inUse + "/release/data/person.csv")).exists();
    }

    @Test
    void aRunThatWasKilledStillSaysWhatThereWas() throws IOException {
        Job job = job("[\"" + over + "\"]");
        DestroyedJobs first = runner().remove(job, folder);
        assertThat(runner().remove(job, folder).jobs()).isEqualTo(first.jobs());
    }

    @Test
    void anOrderThatWasChangedOrNamesAPathIsNotCarriedOut() {
        Job changed = new Job(
                UUID.randomUUID().toString(), "me", Task.DESTROY, "omop", "[]", Sha256.hex(new byte[0]), NOW, NOW);
        assertThatThrownBy(() -> runner().remove(changed, folder)).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> runner().remove(job("[\"../jobs\"]"), folder)).isInstanceOf(BadInput.class);
        assertThat(state.resolve("keys/" + over + ".hex")).exists();
    }

    private DestructionRunner runner() {
        return new DestructionRunner(state, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static Job job(String order) {
        String hash = Sha256.hex(order.getBytes(StandardCharsets.UTF_8));
        return new Job(UUID.randomUUID().toString(), "me", Task.DESTROY, "omop", order, hash, NOW, NOW);
    }
}
