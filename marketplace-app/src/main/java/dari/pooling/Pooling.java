package dari.pooling;

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

/** A startup's request to several hospitals, in the words that each of them signs. */
@Entity
class Pooling {

    @Id
    private UUID id;

    @Version
    private Integer version;

    private UUID application;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "startup"))
    private OrganizationId startup;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private String textKo;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private String textEn;

    @JdbcTypeCode(SqlTypes.CHAR)
    private String sha256;

    private Instant askedAt;
    private @Nullable Instant endedAt;

    protected Pooling() {}

    Pooling(UUID id, UUID application, OrganizationId startup, ConsentText text, Instant now) {
        this.id = id;
        this.application = application;
        this.startup = startup;
        this.textKo = text.korean();
        this.textEn = text.english();
        this.sha256 = text.sha256();
        this.askedAt = now;
    }

    /** Another request takes its place. */
    void end(Instant now) {
        endedAt = now;
    }

    UUID id() {
        return id;
    }

    OrganizationId startup() {
        return startup;
    }

    ConsentText text() {
        return new ConsentText(textKo, textEn);
    }

    Instant askedAt() {
        return askedAt;
    }
}
