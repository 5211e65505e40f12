package dari.destruction;

import dari.kernel.OrganizationId;
import dari.projects.ProjectId;
import dari.provisioner.agent.DestroyedJobs;
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

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "hospital"))
    private OrganizationId hospital;

    private String source;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private String jobs;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private KeyState keyState;

    private @Nullable String keyProblem;
    private @Nullable Instant keyTriedAt;
    private @Nullable Instant keyRemovedAt;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private @Nullable String keyDocument;

    private @Nullable String keySigner;

    protected Destruction() {}

    Destruction(
            UUID id,
            SandboxView sandbox,
            List<UUID> jobs,
            List<RemovedFile> files,
            @Nullable Certificate certificate,
            @Nullable Manifest manifest,
            Instant now) {
        this.id = id;
        this.sandbox = sandbox.id();
        this.project = sandbox.project().id();
        this.hospital = sandbox.project().hospital().id();
        this.source = sandbox.source();
        this.jobs = Json.text(jobs);
        this.keyState = jobs.isEmpty() ? KeyState.NONE : KeyState.WAITING;
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

    /** The agent sent its word; it counts once the agent says that this was all. */
    void keyDocument(String document) {
        keyDocument = document;
    }

    void keyFailed(String code, Instant now) {
        keyState = KeyState.FAILED;
        keyProblem = code;
        keyTriedAt = now;
    }

    /** @param signer the agent's public key, X.509, Base64 */
    void keyRemoved(String signer, Instant now) {
        keyState = KeyState.DONE;
        keyProblem = null;
        keyTriedAt = now;
        keyRemovedAt = now;
        keySigner = signer;
    }

    UUID id() {
        return id;
    }

    String source() {
        return source;
    }

    /** Ids of the agent's jobs, as a JSON array. */
    String jobs() {
        return jobs;
    }

    @Nullable
    String keyDocument() {
        return keyDocument;
    }

    /** Whether an agent is to be asked: at once, or again after a refusal before this time. */
    boolean keyIsDue(Instant before) {
        return keyState == KeyState.WAITING
                || (keyState == KeyState.FAILED && (keyTriedAt == null || keyTriedAt.isBefore(before)));
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

    DestructionView view() {
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
                keyState,
                keyProblem,
                keyRemovedAt,
                (keyState != KeyState.DONE || keyDocument == null)
                        ? null
                        : Json.parse(keyDocument, Signed.class, DestroyedJobs.FILE),
                keySigner);
    }
}
