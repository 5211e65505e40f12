package dari.accounts;

import dari.kernel.UserId;
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

/** Proof that a person reads the mail sent to an address; only its hash is kept. */
@Entity
class AccountToken {

    @Id
    private UUID id;

    @Version
    private Integer version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "account"))
    private UserId account;

    @JdbcTypeCode(SqlTypes.BINARY)
    private byte[] tokenHash;

    private Instant expiresAt;
    private @Nullable Instant usedAt;

    protected AccountToken() {}

    AccountToken(UUID id, UserId account, byte[] tokenHash, Instant expiresAt) {
        this.id = id;
        this.account = account;
        this.tokenHash = tokenHash;
        this.expiresAt = expiresAt;
    }

    boolean isUsable(Instant now) {
        return usedAt == null && now.isBefore(expiresAt);
    }

    void use(Instant now) {
        usedAt = now;
    }

    UserId account() {
        return account;
    }
}
