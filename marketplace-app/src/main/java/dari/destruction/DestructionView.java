package dari.destruction;

import dari.projects.ProjectId;
import dari.provisioner.agent.DestroyedJobs;
import dari.provisioner.agent.Signed;
import dari.provisioner.json.Json;
import dari.provisioner.release.Certificate;
import dari.provisioner.release.Manifest;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A removal as its sides read it.
 *
 * @param certificate what was confirmed of the release, kept as a record; null when there was none
 * @param problem code of why the last try did not work; null otherwise
 * @param proof null until it is done
 * @param keys what became of what each of the hospital's agents kept that worked on it; empty when none did
 */
public record DestructionView(
        UUID id,
        ProjectId project,
        DestructionState state,
        Instant askedAt,
        List<RemovedFile> files,
        @Nullable Certificate certificate,
        @Nullable Manifest manifest,
        int attempts,
        @Nullable String problem,
        @Nullable Instant triedAt,
        @Nullable Instant removedAt,
        @Nullable Signed proof,
        List<Key> keys) {

    /**
     * The pseudonym keys and working files of one agent.
     *
     * @param problem code of why they are still there; null otherwise
     * @param proof the agent's word that they are gone; null before
     * @param signer its public key, X.509, Base64; null before
     */
    public record Key(
            KeyState state,
            @Nullable String problem,
            @Nullable Instant removedAt,
            @Nullable Signed proof,
            @Nullable String signer) {

        /** How many data files of a release that stayed with it the agent says to have removed. */
        public int kept() {
            return proof == null
                    ? 0
                    : Json.parse(proof.content(), DestroyedJobs.class, DestroyedJobs.FILE).jobs().stream()
                            .mapToInt(job -> Objects.requireNonNullElse(job.kept(), 0))
                            .sum();
        }
    }

    public DestructionView {
        files = List.copyOf(files);
        keys = List.copyOf(keys);
    }

    /** Done when every agent's are gone. */
    public KeyState keyState() {
        return keys.stream()
                .map(Key::state)
                .min(Comparator.comparing(List.of(KeyState.FAILED, KeyState.WAITING, KeyState.DONE)::indexOf))
                .orElse(KeyState.NONE);
    }
}
