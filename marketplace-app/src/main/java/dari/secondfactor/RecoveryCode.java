package dari.secondfactor;

import dari.kernel.UserId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.apache.commons.codec.binary.Base32;
import org.apache.commons.codec.digest.DigestUtils;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A code that stands in once for the authenticator app; only its hash is kept. */
@Entity
class RecoveryCode {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** 80 random bits need no slow hash. */
    private static final int BYTES = 10;

    static final int LENGTH = 16;

    @Id
    private UUID id;

    @Version
    private Integer version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "account"))
    private UserId account;

    @JdbcTypeCode(SqlTypes.BINARY)
    private byte[] codeHash;

    private @Nullable Instant usedAt;

    protected RecoveryCode() {}

    RecoveryCode(UUID id, UserId account, String code) {
        this.id = id;
        this.account = account;
        this.codeHash = hash(code);
    }

    /** Sixteen letters and digits in groups of four. */
    static String fresh() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Base32().encodeToString(bytes).replaceAll("(.{4})(?!$)", "$1-");
    }

    /** However it was typed: with or without groups, in capitals or not. */
    static String plain(String typed) {
        return typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }

    static byte[] hash(String code) {
        return DigestUtils.sha256(plain(code));
    }

    void use(Instant now) {
        usedAt = now;
    }
}
