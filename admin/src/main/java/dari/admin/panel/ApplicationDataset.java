package dari.admin.panel;

import dari.admin.ApplicationPartner;
import dari.admin.forms.LocalText;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** A further hospital and dataset of an application. */
@Entity
class ApplicationDataset {

    @Id
    private UUID id;

    @Version
    private Integer version;

    private UUID application;
    private UUID introduction;
    private UUID hospital;
    private UUID dataset;
    private String datasetTitle;
    private String datasetTitleEn;
    private Instant addedAt;

    protected ApplicationDataset() {}

    ApplicationDataset(UUID id, UUID application, ApplicationPartner partner, Instant now) {
        this.id = id;
        this.application = application;
        this.introduction = partner.introduction();
        this.hospital = partner.hospital();
        this.dataset = partner.offer();
        this.datasetTitle = partner.offerTitle().ko();
        this.datasetTitleEn = partner.offerTitle().en();
        this.addedAt = now;
    }

    UUID introduction() {
        return introduction;
    }

    HospitalDataset facts() {
        return new HospitalDataset(introduction, hospital, dataset, new LocalText(datasetTitle, datasetTitleEn));
    }

    UUID application() {
        return application;
    }
}
