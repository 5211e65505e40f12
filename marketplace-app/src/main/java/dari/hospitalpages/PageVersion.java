package dari.hospitalpages;

import dari.kernel.OrganizationId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** One text that a hospital published for its patients; the next one takes its place and changes nothing of it. */
@Entity
@Table(name = "hospital_page_version")
class PageVersion {

    @Id
    private UUID id;

    @Version
    private Integer version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "hospital"))
    private OrganizationId hospital;

    private int number;
    private String aboutKo;
    private String aboutEn;
    private String leaveOutKo;
    private String leaveOutEn;
    private String contact;
    private String phone;
    private String email;
    private Instant publishedAt;

    protected PageVersion() {}

    PageVersion(UUID id, OrganizationId hospital, int number, PatientText text, Instant now) {
        this.id = id;
        this.hospital = hospital;
        this.number = number;
        this.aboutKo = text.aboutKo();
        this.aboutEn = text.aboutEn();
        this.leaveOutKo = text.leaveOutKo();
        this.leaveOutEn = text.leaveOutEn();
        this.contact = text.contact();
        this.phone = text.phone();
        this.email = text.email();
        this.publishedAt = now;
    }

    PublishedText view() {
        return new PublishedText(
                number, publishedAt, new PatientText(aboutKo, aboutEn, leaveOutKo, leaveOutEn, contact, phone, email));
    }
}
