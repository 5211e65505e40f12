package dari.documents;

import dari.kernel.OrganizationId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What a hospital had been shown and sees no longer, as it stood on that day. */
@Entity
class HiddenDocument {

    @Id
    private UUID id;

    @Version
    private Integer version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "owner"))
    private OrganizationId owner;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "hospital"))
    private OrganizationId hospital;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private DocumentKind kind;

    private @Nullable LocalDate expiresOn;
    private Instant hiddenAt;

    protected HiddenDocument() {}

    HiddenDocument(
            UUID id,
            OrganizationId owner,
            OrganizationId hospital,
            DocumentKind kind,
            @Nullable LocalDate expiresOn,
            Instant now) {
        this.id = id;
        this.owner = owner;
        this.hospital = hospital;
        this.kind = kind;
        this.expiresOn = expiresOn;
        this.hiddenAt = now;
    }

    KindHidden view() {
        return new KindHidden(owner, hospital, expiresOn, hiddenAt);
    }
}
