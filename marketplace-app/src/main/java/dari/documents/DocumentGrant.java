package dari.documents;

import dari.kernel.UserId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** Sight of one document, given to one party until it is taken back. */
@Entity
class DocumentGrant {

    @Id
    private UUID id;

    @Version
    private Integer version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "document"))
    private DocumentId document;

    @Embedded
    @AttributeOverride(name = "kind", column = @Column(name = "viewer_kind"))
    @AttributeOverride(name = "id", column = @Column(name = "viewer"))
    private Party viewer;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "granted_by"))
    private UserId grantedBy;

    private Instant grantedAt;

    protected DocumentGrant() {}

    DocumentGrant(UUID id, DocumentId document, Party viewer, UserId grantedBy, Instant now) {
        this.id = id;
        this.document = document;
        this.viewer = viewer;
        this.grantedBy = grantedBy;
        this.grantedAt = now;
    }

    UUID id() {
        return id;
    }

    DocumentId document() {
        return document;
    }

    Party viewer() {
        return viewer;
    }

    Instant grantedAt() {
        return grantedAt;
    }
}
