package dari.agents;

import dari.kernel.OrganizationId;
import dari.provisioner.agent.Protocol;
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

/** A document that an agent took for no job of this marketplace's to it. */
@Entity
class AgentRefusal {

    @Id
    private UUID id;

    @Version
    private Integer version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "hospital"))
    private OrganizationId hospital;

    private UUID agent;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Protocol.RefusalReason reason;

    private @Nullable UUID job;

    @JdbcTypeCode(SqlTypes.CHAR)
    private String document;

    private Instant reportedAt;

    protected AgentRefusal() {}

    AgentRefusal(
            UUID id,
            EnrolledAgent agent,
            Protocol.RefusalReason reason,
            @Nullable UUID job,
            String document,
            Instant now) {
        this.id = id;
        this.hospital = agent.hospital();
        this.agent = agent.id();
        this.reason = reason;
        this.job = job;
        this.document = document;
        this.reportedAt = now;
    }

    Protocol.RefusalReason reason() {
        return reason;
    }

    @Nullable
    UUID job() {
        return job;
    }

    Instant reportedAt() {
        return reportedAt;
    }
}
