package dari.capacity;

import dari.kernel.OrganizationId;
import dari.kernel.UserId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;

/** The hours a month that a hospital offers of one of its clinicians. */
@Entity
class ClinicianTime {

    @Id
    private UUID id;

    @Version
    private Integer version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "hospital"))
    private OrganizationId hospital;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "clinician"))
    private UserId clinician;

    private int hoursPerMonth;

    protected ClinicianTime() {}

    ClinicianTime(UUID id, OrganizationId hospital, UserId clinician) {
        this.id = id;
        this.hospital = hospital;
        this.clinician = clinician;
    }

    void offer(int hours) {
        hoursPerMonth = hours;
    }

    UserId clinician() {
        return clinician;
    }

    int hoursPerMonth() {
        return hoursPerMonth;
    }
}
