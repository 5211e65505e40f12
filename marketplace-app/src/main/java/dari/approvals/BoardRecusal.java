package dari.approvals;

import dari.kernel.UserId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** Somebody who stays out of a matter. */
@Entity
class BoardRecusal {

    @Id
    private UUID id;

    @Version
    private Integer version;

    private UUID approval;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "person"))
    private UserId person;

    private String reason;
    private Instant recusedAt;

    protected BoardRecusal() {}

    BoardRecusal(UUID id, UUID approval, UserId person, String reason, Instant now) {
        this.id = id;
        this.approval = approval;
        this.person = person;
        this.reason = reason;
        this.recusedAt = now;
    }

    UUID approval() {
        return approval;
    }

    UserId person() {
        return person;
    }

    String reason() {
        return reason;
    }
}
