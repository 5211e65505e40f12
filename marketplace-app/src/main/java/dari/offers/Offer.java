package dari.offers;

import dari.kernel.OrganizationId;
import dari.kernel.RuleBrokenException;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
class Offer {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private OfferId id;

    @Version
    private Integer version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "hospital"))
    private OrganizationId hospital;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private OfferStatus status;

    private int revision;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private String content;

    private Instant createdAt;
    private Instant changedAt;

    protected Offer() {}

    Offer(OfferId id, OrganizationId hospital, String content, Instant now) {
        this.id = id;
        this.hospital = hospital;
        this.status = OfferStatus.DRAFT;
        this.revision = 1;
        this.content = content;
        this.createdAt = now;
        this.changedAt = now;
    }

    /** A published offer that changes gets a new revision, which is not public until it is published again. */
    void revise(String newContent, Instant now) {
        require(status != OfferStatus.WITHDRAWN, "offers.rule.withdrawn");
        if (status != OfferStatus.DRAFT) {
            revision++;
            status = OfferStatus.DRAFT;
        }
        content = newContent;
        changedAt = now;
    }

    void publish(Instant now) {
        require(status == OfferStatus.DRAFT || status == OfferStatus.PAUSED, "offers.rule.notPublishable");
        status = OfferStatus.PUBLISHED;
        changedAt = now;
    }

    void pause(Instant now) {
        require(status == OfferStatus.PUBLISHED, "offers.rule.notPublished");
        status = OfferStatus.PAUSED;
        changedAt = now;
    }

    void withdraw(Instant now) {
        require(status != OfferStatus.WITHDRAWN, "offers.rule.withdrawn");
        status = OfferStatus.WITHDRAWN;
        changedAt = now;
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new RuleBrokenException(rule);
        }
    }

    OfferId id() {
        return id;
    }

    OrganizationId hospital() {
        return hospital;
    }

    OfferStatus status() {
        return status;
    }

    int revision() {
        return revision;
    }

    String content() {
        return content;
    }

    Instant changedAt() {
        return changedAt;
    }
}
