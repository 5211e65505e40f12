package dari.admin.checks;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** An organisation that is shut out from public programs for a time. */
@Entity
class Debarment {

    @Id
    private UUID id;

    @Version
    private Integer version;

    @JdbcTypeCode(SqlTypes.CHAR)
    private String registrationNumber;

    private String name;
    private LocalDate startsOn;
    private LocalDate endsOn;
    private String reason;
    private Instant changedAt;
    private UUID changedBy;

    protected Debarment() {}

    Debarment(UUID id, DebarmentEntry entry, UUID by, Instant now) {
        this.id = id;
        change(entry, by, now);
    }

    void change(DebarmentEntry entry, UUID by, Instant now) {
        registrationNumber = entry.registrationNumber();
        name = entry.name();
        startsOn = entry.startsOn();
        endsOn = entry.endsOn();
        reason = entry.reason();
        changedBy = by;
        changedAt = now;
    }

    UUID id() {
        return id;
    }

    DebarmentEntry entry() {
        return new DebarmentEntry(registrationNumber, name, startsOn, endsOn, reason);
    }
}
