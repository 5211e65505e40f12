package dari.oidc;

import dari.kernel.UserId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** That an account elsewhere is this person's. */
@Entity
class OidcLink {

    @Id
    private UUID id;

    @Version
    private Integer version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "account"))
    private UserId account;

    private String issuer;
    private String subject;
    private Instant linkedAt;

    protected OidcLink() {}

    OidcLink(UUID id, UserId account, OidcIdentity identity, Instant now) {
        this.id = id;
        this.account = account;
        this.issuer = identity.issuer();
        this.subject = identity.subject();
        this.linkedAt = now;
    }

    UserId account() {
        return account;
    }

    Instant linkedAt() {
        return linkedAt;
    }
}
