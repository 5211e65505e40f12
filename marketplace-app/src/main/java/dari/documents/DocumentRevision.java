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

/** A document as it was once saved. */
@Entity
class DocumentRevision {

    @Id
    private UUID id;

    @Version
    private Integer version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "document"))
    private DocumentId document;

    private int revision;

    @Embedded
    private DocumentContent content;

    private UUID file;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "saved_by"))
    private UserId savedBy;

    private Instant savedAt;

    protected DocumentRevision() {}

    DocumentRevision(UUID id, Document document, UserId savedBy, Instant now) {
        this.id = id;
        this.document = document.id();
        this.revision = document.revision();
        this.content = document.content();
        this.file = document.file();
        this.savedBy = savedBy;
        this.savedAt = now;
    }

    int revision() {
        return revision;
    }

    DocumentContent content() {
        return content;
    }

    UUID file() {
        return file;
    }

    Instant savedAt() {
        return savedAt;
    }
}
