package dari.admin.panel;

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

/** A hospital's decision, as the desk heard of it. */
@Entity
@Table(name = "hospital_outcome")
class HeardOutcome {

    @Id
    private UUID id;

    @Version
    private Integer version;

    private UUID application;
    private UUID hospital;
    private UUID dataset;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private HospitalOutcome outcome;

    private Instant changedAt;

    protected HeardOutcome() {}

    HeardOutcome(UUID id, UUID application, HospitalDataset about, HospitalOutcome outcome, Instant now) {
        this.id = id;
        this.application = application;
        this.hospital = about.hospital();
        this.dataset = about.dataset();
        hear(outcome, now);
    }

    void hear(HospitalOutcome said, Instant now) {
        outcome = said;
        changedAt = now;
    }

    boolean isAbout(UUID ofHospital, UUID ofDataset) {
        return hospital.equals(ofHospital) && dataset.equals(ofDataset);
    }

    HospitalOutcome outcome() {
        return outcome;
    }

    UUID application() {
        return application;
    }
}
