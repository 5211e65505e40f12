package dari.pooling;

import dari.kernel.RuleBrokenException;
import dari.projects.ProjectId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One hospital's word about its rows lying beside those of others. */
@Entity
class PoolingPart {

    @Id
    private UUID id;

    @Version
    private Integer version;

    private UUID pooling;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "project"))
    private ProjectId project;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private PartDecision decision;

    private @Nullable String signer;
    private @Nullable String reason;
    private @Nullable Instant decidedAt;

    protected PoolingPart() {}

    PoolingPart(UUID id, UUID pooling, ProjectId project) {
        this.id = id;
        this.pooling = pooling;
        this.project = project;
        this.decision = PartDecision.ASKED;
    }

    void decide(boolean consents, String name, String why, Instant now) {
        require(PartDecision.ASKED);
        decision = consents ? PartDecision.CONSENTED : PartDecision.REFUSED;
        signer = name;
        reason = why;
        decidedAt = now;
    }

    void withdraw(String why, Instant now) {
        require(PartDecision.CONSENTED);
        decision = PartDecision.WITHDRAWN;
        reason = why;
        decidedAt = now;
    }

    private void require(PartDecision state) {
        if (decision != state) {
            throw new RuleBrokenException("pooling.rule.decided");
        }
    }

    UUID pooling() {
        return pooling;
    }

    ProjectId project() {
        return project;
    }

    PartDecision decision() {
        return decision;
    }

    @Nullable
    String signer() {
        return signer;
    }

    @Nullable
    String reason() {
        return reason;
    }

    @Nullable
    Instant decidedAt() {
        return decidedAt;
    }
}
