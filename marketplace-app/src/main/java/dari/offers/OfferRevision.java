package dari.offers;

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

/** A revision as it was published; it never changes. */
@Entity
class OfferRevision {

    @Id
    private UUID id;

    @Version
    private Integer version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "offer"))
    private OfferId offer;

    private int revision;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private String content;

    private Instant publishedAt;

    protected OfferRevision() {}

    OfferRevision(UUID id, Offer offer, Instant now) {
        this.id = id;
        this.offer = offer.id();
        this.revision = offer.revision();
        this.content = offer.content();
        this.publishedAt = now;
    }

    int revision() {
        return revision;
    }

    Revised of() {
        return new Revised(offer, revision);
    }

    String content() {
        return content;
    }

    Instant publishedAt() {
        return publishedAt;
    }
}
