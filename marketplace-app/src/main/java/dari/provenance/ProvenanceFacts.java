package dari.provenance;

import dari.agreements.AgreementView;
import dari.approvals.ApprovalView;
import dari.destruction.DestructionView;
import dari.incidents.ReceiptKind;
import dari.projects.ProjectView;
import dari.provisioner.release.Certificate;
import dari.provisioner.release.Manifest;
import dari.sandboxes.SandboxView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the statement says.
 *
 * @param approvals what each board said, in the order of the way
 * @param sandbox null where nothing was prepared here
 * @param certificate null before a release was made
 * @param releaseHash SHA-256 of what the hospital signed; null before
 * @param left what left the marketplace, by kind
 * @param destruction null before the use was over
 */
public record ProvenanceFacts(
        ProjectView project,
        List<ApprovalView> approvals,
        @Nullable AgreementView agreement,
        @Nullable SandboxView sandbox,
        @Nullable Certificate certificate,
        @Nullable Manifest manifest,
        @Nullable String releaseHash,
        List<Left> left,
        @Nullable DestructionView destruction,
        Instant writtenAt) {

    public ProvenanceFacts {
        approvals = List.copyOf(approvals);
        left = List.copyOf(left);
    }

    /** How often something of one kind left, and to how many people. */
    public record Left(ReceiptKind kind, long times, long people, Instant lastAt) {}

    /** Whether the rows are invented; otherwise they are of real patients, de-identified. */
    public boolean synthetic() {
        return certificate != null && certificate.synthesis() != null;
    }
}
