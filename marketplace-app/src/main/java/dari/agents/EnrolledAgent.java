package dari.agents;

import dari.kernel.OrganizationId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "hospital_agent")
class EnrolledAgent {

    @Id
    private UUID id;

    @Version
    private Integer version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "hospital"))
    private OrganizationId hospital;

    private String publicKey;
    private String sources;
    private Instant enrolledAt;
    private @Nullable Instant lastSeen;
    private @Nullable Instant revokedAt;

    protected EnrolledAgent() {}

    EnrolledAgent(UUID id, OrganizationId hospital, String publicKey, Instant now) {
        this.id = id;
        this.hospital = hospital;
        this.publicKey = publicKey;
        this.sources = "";
        this.enrolledAt = now;
    }

    void seen(List<String> names, Instant now) {
        sources = String.join(",", names);
        lastSeen = now;
    }

    void revoke(Instant now) {
        revokedAt = now;
    }

    boolean isRevoked() {
        return revokedAt != null;
    }

    UUID id() {
        return id;
    }

    OrganizationId hospital() {
        return hospital;
    }

    String publicKey() {
        return publicKey;
    }

    List<String> sources() {
        return sources.isEmpty() ? List.of() : List.of(sources.split(","));
    }

    Instant enrolledAt() {
        return enrolledAt;
    }

    @Nullable
    Instant lastSeen() {
        return lastSeen;
    }
}
