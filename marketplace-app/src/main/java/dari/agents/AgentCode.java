package dari.agents;

import dari.kernel.OrganizationId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A code by which a hospital's agent introduces itself once; only its hash is kept. */
@Entity
class AgentCode {

    @Id
    private UUID id;

    @Version
    private Integer version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "hospital"))
    private OrganizationId hospital;

    @JdbcTypeCode(SqlTypes.BINARY)
    private byte[] codeHash;

    private Instant expiresAt;
    private @Nullable Instant usedAt;

    protected AgentCode() {}

    AgentCode(UUID id, OrganizationId hospital, byte[] codeHash, Instant expiresAt) {
        this.id = id;
        this.hospital = hospital;
        this.codeHash = codeHash;
        this.expiresAt = expiresAt;
    }

    boolean isUsable(Instant now) {
        return usedAt == null && now.isBefore(expiresAt);
    }

    void use(Instant now) {
        usedAt = now;
    }

    OrganizationId hospital() {
        return hospital;
    }
}
