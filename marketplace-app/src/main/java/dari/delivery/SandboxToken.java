package dari.delivery;

import dari.kernel.Actor;
import dari.kernel.Face;
import dari.kernel.OrganizationId;
import dari.kernel.SecretToken;
import dari.kernel.UserId;
import dari.sandboxes.SandboxId;
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

/** A token for one sandbox; its text was shown once and is not kept. */
@Entity
class SandboxToken {

    private static final int HINT = 4;

    @Id
    private UUID id;

    @Version
    private Integer version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "sandbox"))
    private SandboxId sandbox;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "account"))
    private UserId account;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "startup"))
    private OrganizationId startup;

    private String name;

    @JdbcTypeCode(SqlTypes.BINARY)
    private byte[] tokenHash;

    private String hint;
    private Instant madeAt;
    private Instant expiresAt;

    /** Written by a statement of its own: requests at the same time must not stand in each other's way. */
    @Column(insertable = false, updatable = false)
    private @Nullable Instant lastUsedAt;

    private @Nullable Instant revokedAt;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private @Nullable Face revokedBy;

    protected SandboxToken() {}

    SandboxToken(UUID id, SandboxId sandbox, Actor maker, String name, SecretToken text, Instant now, Instant until) {
        this.id = id;
        this.sandbox = sandbox;
        this.account = maker.user();
        this.startup = maker.organization();
        this.name = name;
        this.tokenHash = text.hash();
        this.hint = text.text().substring(text.text().length() - HINT);
        this.madeAt = now;
        this.expiresAt = until;
    }

    boolean isUsable(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }

    /** Revoked twice, it stays as revoked first. */
    boolean revoke(Face by, Instant now) {
        if (revokedAt != null) {
            return false;
        }
        revokedAt = now;
        revokedBy = by;
        return true;
    }

    UUID id() {
        return id;
    }

    UserId account() {
        return account;
    }

    OrganizationId startup() {
        return startup;
    }

    Instant madeAt() {
        return madeAt;
    }

    SandboxTokenView view(String maker, Instant now) {
        String state = revokedBy != null ? "revoked." + revokedBy : now.isBefore(expiresAt) ? "valid" : "expired";
        return new SandboxTokenView(id, name, maker, hint, madeAt, expiresAt, lastUsedAt, state);
    }
}
