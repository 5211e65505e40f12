package dari.organizations;

import dari.kernel.OrganizationId;
import dari.kernel.Role;
import dari.kernel.UserId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
class Invitation {

    @Id
    private UUID id;

    @Version
    private Integer version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "organization"))
    private OrganizationId organization;

    private String email;

    @Convert(converter = RolesConverter.class)
    private Set<Role> roles;

    @JdbcTypeCode(SqlTypes.BINARY)
    private byte[] tokenHash;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "invited_by"))
    private @Nullable UserId invitedBy;

    private Instant expiresAt;
    private @Nullable Instant acceptedAt;

    protected Invitation() {}

    Invitation(
            UUID id,
            OrganizationId organization,
            String email,
            Set<Role> roles,
            byte[] tokenHash,
            @Nullable UserId invitedBy,
            Instant expiresAt) {
        this.id = id;
        this.organization = organization;
        this.email = email;
        this.roles = Set.copyOf(roles);
        this.tokenHash = tokenHash;
        this.invitedBy = invitedBy;
        this.expiresAt = expiresAt;
    }

    boolean isOpen(Instant now) {
        return acceptedAt == null && now.isBefore(expiresAt);
    }

    void accept(Instant now) {
        acceptedAt = now;
    }

    UUID id() {
        return id;
    }

    OrganizationId organization() {
        return organization;
    }

    String email() {
        return email;
    }

    Set<Role> roles() {
        return roles;
    }

    Instant expiresAt() {
        return expiresAt;
    }
}
