package dari.tokens;

import dari.kernel.Actor;
import dari.kernel.OrganizationId;
import dari.kernel.SecretToken;
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

/** A token that was made; its text was shown once and is not kept. */
@Entity
class ApiToken {

    private static final int HINT = 4;

    @Id
    private UUID id;

    @Version
    private Integer version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "account"))
    private UserId account;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "organization"))
    private OrganizationId organization;

    private String name;

    @Convert(converter = ScopesConverter.class)
    private Set<Scope> scopes;

    @JdbcTypeCode(SqlTypes.BINARY)
    private byte[] tokenHash;

    /** The last signs of the text, by which its owner tells it from others. */
    private String hint;

    private Instant madeAt;
    private Instant expiresAt;

    /** Written by a statement of its own: requests at the same time must not stand in each other's way. */
    @Column(insertable = false, updatable = false)
    private @Nullable Instant lastUsedAt;

    private @Nullable Instant revokedAt;

    protected ApiToken() {}

    ApiToken(UUID id, Actor owner, NewToken request, SecretToken token, Instant now) {
        this.id = id;
        this.account = owner.user();
        this.organization = owner.organization();
        this.name = request.name();
        this.scopes = request.scopes();
        this.tokenHash = token.hash();
        this.hint = token.text().substring(token.text().length() - HINT);
        this.madeAt = now;
        this.expiresAt = now.plus(request.life());
    }

    boolean isUsable(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }

    /** Revoked twice, it stays as revoked first. */
    boolean revoke(Instant now) {
        if (revokedAt != null) {
            return false;
        }
        revokedAt = now;
        return true;
    }

    UUID id() {
        return id;
    }

    UserId account() {
        return account;
    }

    OrganizationId organization() {
        return organization;
    }

    Set<Scope> scopes() {
        return scopes;
    }

    Instant madeAt() {
        return madeAt;
    }

    TokenView view(String owner, Instant now) {
        String state = revokedAt != null ? "revoked" : now.isBefore(expiresAt) ? "valid" : "expired";
        return new TokenView(
                id, name, owner, scopes.stream().sorted().toList(), hint, madeAt, expiresAt, lastUsedAt, state);
    }
}
