package dari.accounts;

import dari.kernel.UserId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Leave to choose a new password, once and soon, for whoever reads the account's mail. */
@Entity
class PasswordReset {

    private static final Duration LIFE = Duration.ofMinutes(30);

    @Id
    private UUID id;

    @Version
    private Integer version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "account"))
    private UserId account;

    @JdbcTypeCode(SqlTypes.BINARY)
    private byte[] tokenHash;

    private Instant askedAt;
    private Instant expiresAt;
    private @Nullable Instant usedAt;

    protected PasswordReset() {}

    PasswordReset(UUID id, UserId account, byte[] tokenHash, Instant now) {
        this.id = id;
        this.account = account;
        this.tokenHash = tokenHash;
        this.askedAt = now;
        this.expiresAt = now.plus(LIFE);
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
