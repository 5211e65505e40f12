package dari.exports;

import dari.kernel.OrganizationId;
import dari.kernel.RuleBrokenException;
import dari.kernel.UserId;
import dari.projects.ProjectId;
import dari.sandboxes.SandboxId;
import dari.sandboxes.SandboxView;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A request that files leave a sandbox. */
@Entity
@Table(name = "export_request")
class Export {

    @Id
    private UUID id;

    @Version
    private Integer version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "sandbox"))
    private SandboxId sandbox;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "project"))
    private ProjectId project;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "startup"))
    private OrganizationId startup;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "hospital"))
    private OrganizationId hospital;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "requester"))
    private UserId requester;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private ExportKind kind;

    private String title;
    private String purpose;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private ExportState state;

    private Instant madeAt;
    private @Nullable Instant submittedAt;
    private @Nullable Instant decidedAt;
    private Instant changedAt;
    private @Nullable LocalDate availableUntil;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private @Nullable String statement;

    private @Nullable String signature;
    private int downloads;
    private @Nullable String note;
    private @Nullable LocalDate attestBy;
    private @Nullable String attestation;
    private @Nullable Instant attestedAt;
    private boolean filesGone;

    protected Export() {}

    Export(UUID id, SandboxView sandbox, UserId requester, NewExport asked, Instant now) {
        this.id = id;
        this.sandbox = sandbox.id();
        this.project = sandbox.project().id();
        this.startup = sandbox.project().startup().id();
        this.hospital = sandbox.project().hospital().id();
        this.requester = requester;
        this.kind = asked.kind();
        this.title = asked.title();
        this.purpose = asked.purpose();
        this.state = ExportState.DRAFT;
        this.madeAt = now;
        this.changedAt = now;
    }

    void requireDraft() {
        require(EnumSet.of(ExportState.DRAFT));
    }

    void submit(String what, Instant now) {
        requireDraft();
        purpose = what;
        submittedAt = now;
        become(ExportState.IN_REVIEW, now);
    }

    void cancel(Instant now) {
        require(EnumSet.of(ExportState.DRAFT, ExportState.IN_REVIEW));
        become(ExportState.CANCELLED, now);
    }

    void requireInReview() {
        require(EnumSet.of(ExportState.IN_REVIEW));
    }

    void reject(String reason, Instant now) {
        requireInReview();
        note = reason;
        decidedAt = now;
        become(ExportState.REJECTED, now);
    }

    /** @param signed what goes with the files, and the marketplace's signature of it */
    void approve(Sidecar signed, LocalDate until, Instant now) {
        requireInReview();
        statement = signed.statement();
        signature = signed.signature();
        availableUntil = until;
        decidedAt = now;
        become(ExportState.APPROVED, now);
    }

    void fetched() {
        require(EnumSet.of(ExportState.APPROVED));
        downloads++;
    }

    /** @param attest the last day to attest that copies were deleted; asked only where there are copies */
    void revoke(String reason, LocalDate attest, Instant now) {
        require(EnumSet.of(ExportState.APPROVED));
        note = reason;
        attestBy = downloads > 0 ? attest : null;
        become(ExportState.REVOKED, now);
    }

    void attest(String words, Instant now) {
        if (!owesAttestation()) {
            throw new RuleBrokenException("exports.rule.state");
        }
        attestation = words;
        attestedAt = now;
        changedAt = now;
    }

    boolean owesAttestation() {
        return state == ExportState.REVOKED && attestBy != null && attestedAt == null;
    }

    /** With the project the files go; what was said of them stays. */
    void close(Instant now) {
        if (state == ExportState.DRAFT || state == ExportState.IN_REVIEW) {
            become(ExportState.CANCELLED, now);
        }
        filesGone = true;
    }

    private void require(EnumSet<ExportState> allowed) {
        if (!allowed.contains(state)) {
            throw new RuleBrokenException("exports.rule.state");
        }
    }

    private void become(ExportState next, Instant now) {
        state = next;
        changedAt = now;
    }

    UUID id() {
        return id;
    }

    SandboxId sandbox() {
        return sandbox;
    }

    ProjectId project() {
        return project;
    }

    OrganizationId startup() {
        return startup;
    }

    OrganizationId hospital() {
        return hospital;
    }

    UserId requester() {
        return requester;
    }

    ExportKind kind() {
        return kind;
    }

    String title() {
        return title;
    }

    String purpose() {
        return purpose;
    }

    ExportState state() {
        return state;
    }

    Instant madeAt() {
        return madeAt;
    }

    @Nullable
    Instant submittedAt() {
        return submittedAt;
    }

    @Nullable
    Instant decidedAt() {
        return decidedAt;
    }

    Instant changedAt() {
        return changedAt;
    }

    @Nullable
    LocalDate availableUntil() {
        return availableUntil;
    }

    @Nullable
    Sidecar sidecar() {
        return statement == null || signature == null ? null : new Sidecar(statement, signature);
    }

    int downloads() {
        return downloads;
    }

    @Nullable
    String note() {
        return note;
    }

    @Nullable
    LocalDate attestBy() {
        return attestBy;
    }

    @Nullable
    String attestation() {
        return attestation;
    }

    @Nullable
    Instant attestedAt() {
        return attestedAt;
    }

    boolean filesGone() {
        return filesGone;
    }
}
