package dari.documents;

import dari.kernel.Actor;
import dari.kernel.OrganizationId;
import dari.kernel.UserId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A file that was checked and kept; it never changes. */
@Entity
@Table(name = "document_file")
class StoredFile {

    @Id
    private UUID id;

    @Version
    private Integer version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "organization"))
    private OrganizationId organization;

    private String name;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private FileType type;

    private long bytes;

    @JdbcTypeCode(SqlTypes.BINARY)
    private byte[] sha256;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private ScanState scan;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "uploaded_by"))
    private UserId uploadedBy;

    private Instant uploadedAt;

    protected StoredFile() {}

    StoredFile(
            UUID id, Actor actor, String name, FileType type, long bytes, byte[] sha256, ScanState scan, Instant now) {
        this.id = id;
        this.organization = actor.organization();
        this.name = name;
        this.type = type;
        this.bytes = bytes;
        this.sha256 = sha256;
        this.scan = scan;
        this.uploadedBy = actor.user();
        this.uploadedAt = now;
    }

    UUID id() {
        return id;
    }

    OrganizationId organization() {
        return organization;
    }

    byte[] sha256() {
        return sha256;
    }

    FileFacts facts() {
        return new FileFacts(id, name, type, bytes, scan, uploadedAt);
    }
}
