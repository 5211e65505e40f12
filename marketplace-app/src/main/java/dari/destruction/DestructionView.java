package dari.destruction;

import dari.projects.ProjectId;
import dari.provisioner.Sha256;
import dari.provisioner.agent.Signed;
import dari.provisioner.release.Certificate;
import dari.provisioner.release.Manifest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A removal as its sides read it.
 *
 * @param certificate what was confirmed of the release, kept as a record; null when there was none
 * @param problem code of why the last try did not work; null otherwise
 * @param proof null until it is done
 * @param keyProof the word of the hospital's agent that the pseudonym key is gone; null before
 * @param keySigner the agent's public key, X.509, Base64; null before
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
        KeyState keyState,
        @Nullable String keyProblem,
        @Nullable Instant keyRemovedAt,
        @Nullable Signed keyProof,
        @Nullable String keySigner) {

    public DestructionView {
        files = List.copyOf(files);
    }

    /** SHA-256 of what the hospital signed. */
    public static String releaseHash(Manifest manifest) {
        return Sha256.hex(manifest.canonicalBytes());
    }
}
