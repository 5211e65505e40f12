package dari.sandboxes;

import dari.kernel.UserId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** One person's look at a release. */
@Entity
class ReleaseReview {

    @Id
    private UUID id;

    @Version
    private Integer version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "sandbox"))
    private SandboxId sandbox;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "reviewer"))
    private UserId reviewer;

    private boolean approved;
    private String reason;
    private Instant givenAt;

    protected ReleaseReview() {}

    ReleaseReview(UUID id, SandboxId sandbox, UserId reviewer, boolean approved, String reason, Instant now) {
        this.id = id;
        this.sandbox = sandbox;
        this.reviewer = reviewer;
        this.approved = approved;
        this.reason = reason;
        this.givenAt = now;
    }

    SandboxId sandbox() {
        return sandbox;
    }

    UserId reviewer() {
        return reviewer;
    }

    boolean approved() {
        return approved;
    }

    String reason() {
        return reason;
    }

    Instant givenAt() {
        return givenAt;
    }
}
