package dari.exports;

import dari.kernel.UserId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** What one person of the hospital said of an export. */
@Entity
class ExportReview {

    @Id
    private UUID id;

    @Version
    private Integer version;

    private UUID export;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "reviewer"))
    private UserId reviewer;

    private boolean approved;
    private String reason;
    private Instant givenAt;

    protected ExportReview() {}

    ExportReview(UUID id, UUID export, UserId reviewer, boolean approved, String reason, Instant now) {
        this.id = id;
        this.export = export;
        this.reviewer = reviewer;
        this.approved = approved;
        this.reason = reason;
        this.givenAt = now;
    }

    UUID export() {
        return export;
    }

    UserId reviewer() {
        return reviewer;
    }

    boolean approved() {
        return approved;
    }

    String reason() {
        return reason;
    }

    Instant givenAt() {
        return givenAt;
    }
}
