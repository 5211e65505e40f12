package dari.approvals;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** A file that belongs to what a board has to say: papers of the startup, the board's letter. */
@Entity
class ApprovalPaper {

    @Id
    private UUID id;

    @Version
    private Integer version;

    private UUID approval;
    private UUID file;
    private String title;
    private boolean byHospital;
    private Instant addedAt;

    protected ApprovalPaper() {}

    ApprovalPaper(UUID id, UUID approval, UUID file, String title, boolean byHospital, Instant now) {
        this.id = id;
        this.approval = approval;
        this.file = file;
        this.title = title;
        this.byHospital = byHospital;
        this.addedAt = now;
    }

    UUID id() {
        return id;
    }

    UUID approval() {
        return approval;
    }

    UUID file() {
        return file;
    }

    String title() {
        return title;
    }

    boolean byHospital() {
        return byHospital;
    }

    Instant addedAt() {
        return addedAt;
    }
}
