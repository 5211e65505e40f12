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

@Entity
class Membership {

    @Id
    private UUID id;

    @Version
    private Integer version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "organization"))
    private OrganizationId organization;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "account"))
    private UserId account;

    @Convert(converter = RolesConverter.class)
    private Set<Role> roles;

    private Instant since;

    protected Membership() {}

    Membership(UUID id, OrganizationId organization, UserId account, Set<Role> roles, Instant since) {
        this.id = id;
        this.organization = organization;
        this.account = account;
        this.roles = Set.copyOf(roles);
        this.since = since;
    }

    void become(Set<Role> newRoles) {
        roles = Set.copyOf(newRoles);
    }

    OrganizationId organization() {
        return organization;
    }

    UserId account() {
        return account;
    }

    Set<Role> roles() {
        return roles;
    }
}
