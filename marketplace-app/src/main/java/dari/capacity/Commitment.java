package dari.capacity;

import dari.introductions.IntroductionId;
import dari.kernel.OrganizationId;
import dari.kernel.UserId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;

/** Hours a month that one clinician is promised to what an introduction led to. */
@Entity
class Commitment {

    @Id
    private UUID id;

    @Version
    private Integer version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "hospital"))
    private OrganizationId hospital;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "introduction"))
    private IntroductionId introduction;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "clinician"))
    private UserId clinician;

    private int hoursPerMonth;

    protected Commitment() {}

    Commitment(UUID id, OrganizationId hospital, IntroductionId introduction) {
        this.id = id;
        this.hospital = hospital;
        this.introduction = introduction;
    }

    void promise(UserId whom, int hours) {
        clinician = whom;
        hoursPerMonth = hours;
    }

    IntroductionId introduction() {
        return introduction;
    }

    UserId clinician() {
        return clinician;
    }

    int hoursPerMonth() {
        return hoursPerMonth;
    }
}
