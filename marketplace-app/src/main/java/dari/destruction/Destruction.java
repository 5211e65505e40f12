package dari.destruction;

import dari.projects.ProjectId;
import dari.provisioner.agent.Signed;
import dari.provisioner.json.Json;
import dari.provisioner.release.Certificate;
import dari.provisioner.release.Manifest;
import dari.sandboxes.SandboxId;
import dari.sandboxes.SandboxView;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** The removal of one sandbox's files. What there was is written down before the first file goes. */
@Entity
class Destruction {

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

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private DestructionState state;

    private Instant askedAt;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private String listing;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private @Nullable String certificate;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private @Nullable String manifest;

    private int attempts;
    private @Nullable String problem;
    private @Nullable Instant triedAt;
    private @Nullable Instant removedAt;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private @Nullable String content;

    private @Nullable String signature;

    protected Destruction() {}

    Destruction(
            UUID id,
            SandboxView sandbox,
            List<RemovedFile> files,
            @Nullable Certificate certificate,
            @Nullable Manifest manifest,
            Instant now) {
        this.id = id;
        this.sandbox = sandbox.id();
        this.project = sandbox.project().id();
        this.state = DestructionState.PENDING;
        this.askedAt = now;
        this.listing = Json.text(files);
        this.certificate = certificate == null ? null : Json.text(certificate);
        this.manifest = manifest == null ? null : Json.text(manifest);
    }

    void failed(String code, Instant now) {
        state = DestructionState.FAILED;
        problem = code;
        triedAt = now;
        attempts++;
    }

    void done(Signed proof, Instant now) {
        state = DestructionState.DONE;
        problem = null;
        triedAt = now;
        removedAt = now;
        attempts++;
        content = proof.content();
        signature = proof.signature();
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

    DestructionState state() {
        return state;
    }

    /** @param keys what became of what its agents kept */
    DestructionView view(List<DestructionView.Key> keys) {
        return new DestructionView(
                id,
                project,
                state,
                askedAt,
                Arrays.asList(Json.parse(listing, RemovedFile[].class, "listing")),
                certificate == null ? null : Json.parse(certificate, Certificate.class, "certificate"),
                manifest == null ? null : Json.parse(manifest, Manifest.class, "manifest"),
                attempts,
                problem,
                triedAt,
                removedAt,
                (content == null || signature == null) ? null : new Signed(DestructionProof.KIND, content, signature),
                keys);
    }
}
