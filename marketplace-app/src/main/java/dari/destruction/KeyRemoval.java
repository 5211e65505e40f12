package dari.destruction;

import dari.kernel.OrganizationId;
import dari.provisioner.agent.DestroyedJobs;
import dari.provisioner.agent.Signed;
import dari.provisioner.json.Json;
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
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** The removal of what one agent's jobs for a sandbox left at the hospital. */
@Entity
class KeyRemoval {

    @Id
    private UUID id;

    @Version
    private Integer version;

    private UUID destruction;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "hospital"))
    private OrganizationId hospital;

    private String source;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private String jobs;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private KeyState state;

    private @Nullable String problem;
    private @Nullable Instant triedAt;
    private @Nullable Instant removedAt;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private @Nullable String document;

    private @Nullable String signer;

    protected KeyRemoval() {}

    /** @param jobs of one agent, oldest first */
    KeyRemoval(UUID id, UUID destruction, SandboxView sandbox, List<UUID> jobs) {
        this.id = id;
        this.destruction = destruction;
        this.hospital = sandbox.project().hospital().id();
        this.source = sandbox.source();
        this.jobs = Json.text(jobs);
        this.state = KeyState.WAITING;
    }

    /** The agent sent its word; it counts once the agent says that this was all. */
    void holds(String word) {
        document = word;
    }

    void failed(String code, Instant now) {
        state = KeyState.FAILED;
        problem = code;
        triedAt = now;
    }

    /** @param key the agent's public key, X.509, Base64 */
    void removed(String key, Instant now) {
        state = KeyState.DONE;
        problem = null;
        triedAt = now;
        removedAt = now;
        signer = key;
    }

    UUID id() {
        return id;
    }

    UUID destruction() {
        return destruction;
    }

    String source() {
        return source;
    }

    /** Ids of the agent's jobs, as a JSON array. */
    String jobs() {
        return jobs;
    }

    @Nullable
    String document() {
        return document;
    }

    /** Whether the agent is to be asked: at once, or again after a refusal before this time. */
    boolean isDue(Instant before) {
        return state == KeyState.WAITING || (state == KeyState.FAILED && (triedAt == null || triedAt.isBefore(before)));
    }

    DestructionView.Key view() {
        return new DestructionView.Key(
                state,
                problem,
                removedAt,
                (state != KeyState.DONE || document == null)
                        ? null
                        : Json.parse(document, Signed.class, DestroyedJobs.FILE),
                signer);
    }
}
