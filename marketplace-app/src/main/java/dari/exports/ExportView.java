package dari.exports;

import dari.documents.ScanState;
import dari.exports.scan.ExportForm;
import dari.exports.scan.Finding;
import dari.exports.scan.Severity;
import dari.projects.ProjectView;
import dari.sandboxes.SandboxId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An export as its two sides see it.
 *
 * @param note why it was rejected or revoked
 * @param over whether the days in which it can be fetched are past
 * @param owes whether the startup has yet to attest that copies were deleted
 * @param filesGone whether the bytes were removed with the project's end
 */
public record ExportView(
        UUID id,
        SandboxId sandbox,
        ProjectView project,
        ExportKind kind,
        String title,
        String purpose,
        ExportState state,
        String requester,
        Instant madeAt,
        @Nullable Instant submittedAt,
        @Nullable Instant decidedAt,
        Instant changedAt,
        @Nullable LocalDate availableUntil,
        boolean over,
        @Nullable Sidecar sidecar,
        int downloads,
        @Nullable String note,
        @Nullable LocalDate attestBy,
        @Nullable String attestation,
        @Nullable Instant attestedAt,
        boolean owes,
        boolean filesGone,
        List<File> files,
        List<Look> looks) {

    /**
     * @param form null for a file of no form that may leave
     * @param releasedSha256 of the bytes that left; null before
     */
    public record File(
            UUID id,
            String name,
            @Nullable ExportForm form,
            long bytes,
            String sha256,
            ScanState malware,
            boolean blocked,
            boolean marked,
            @Nullable String releasedSha256,
            List<Finding> findings) {

        private static final long KIBIBYTE = 1024;

        /** In whole KB, at least one. */
        public long kilobytes() {
            return Math.max(1, (bytes + KIBIBYTE - 1) / KIBIBYTE);
        }

        /** Whether people have to look at something in particular. */
        public boolean needsLook() {
            return findings.stream().anyMatch(finding -> finding.severity() == Severity.LOOK);
        }
    }

    /** What one person of the hospital said. */
    public record Look(String name, boolean approved, String reason, Instant at) {}

    public boolean blocked() {
        return files.stream().anyMatch(File::blocked);
    }

    public boolean fetchable() {
        return state == ExportState.APPROVED && !over && !filesGone;
    }

    public long approvals() {
        return looks.stream().filter(Look::approved).count();
    }
}
