package dari.hospitalpages;

import dari.kernel.OrganizationId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import java.time.Instant;

/** What a hospital wrote for its patients; one for each hospital. */
@Entity
class HospitalPage {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private OrganizationId id;

    @Version
    private Integer version;

    private String aboutKo;
    private String aboutEn;
    private String leaveOutKo;
    private String leaveOutEn;
    private String contact;
    private String phone;
    private String email;
    private Instant changedAt;

    protected HospitalPage() {}

    HospitalPage(OrganizationId id) {
        this.id = id;
    }

    void write(PatientText text, Instant now) {
        aboutKo = text.aboutKo();
        aboutEn = text.aboutEn();
        leaveOutKo = text.leaveOutKo();
        leaveOutEn = text.leaveOutEn();
        contact = text.contact();
        phone = text.phone();
        email = text.email();
        changedAt = now;
    }

    PatientText text() {
        return new PatientText(aboutKo, aboutEn, leaveOutKo, leaveOutEn, contact, phone, email);
    }
}
