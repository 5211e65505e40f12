package dari.projects;

import dari.admin.ApprovedApplication;
import dari.kernel.OrganizationId;
import dari.kernel.RuleBrokenException;
import dari.offers.OfferContent;
import dari.offers.OfferId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
class Project {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private ProjectId id;

    @Version
    private Integer version;

    private String number;
    private UUID application;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "startup"))
    private OrganizationId startup;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "hospital"))
    private OrganizationId hospital;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "offer"))
    private OfferId offer;

    private int offerRevision;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private ProjectStatus status;

    private String title;
    private String titleEn;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private String summaryKo;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private String summaryEn;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private String benefit;

    private String callTitle;
    private String callTitleEn;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Approval approval;

    private @Nullable String approvalReference;
    private @Nullable LocalDate approvalUntil;
    private Instant createdAt;
    private @Nullable Instant liveSince;
    private @Nullable Instant endedAt;
    private @Nullable String endReason;

    protected Project() {}

    Project(
            ProjectId id,
            String number,
            ApprovedApplication application,
            ProjectPart part,
            OfferContent offer,
            boolean needsApproval,
            Instant now) {
        this.id = id;
        this.number = number;
        this.application = application.application();
        this.startup = new OrganizationId(application.startup());
        this.hospital = part.hospital();
        this.offer = part.offer();
        this.offerRevision = part.offerRevision();
        this.status = ProjectStatus.PREPARING;
        this.title = offer.titleKo();
        this.titleEn = offer.titleEn().isBlank() ? offer.titleKo() : offer.titleEn();
        this.summaryKo = application.summaryKo();
        this.summaryEn = application.summaryEn();
        this.benefit = application.benefit();
        this.callTitle = application.callTitleKo();
        this.callTitleEn = application.callTitleEn();
        this.approval = needsApproval ? Approval.TO_APPLY : Approval.NOT_NEEDED;
        this.createdAt = now;
    }

    void approvalGiven(Approval given, @Nullable String reference, @Nullable LocalDate until) {
        requireNotEnded();
        approval = given;
        approvalReference = reference;
        approvalUntil = until;
    }

    void approvalAsked() {
        approval = Approval.TO_APPLY;
        approvalReference = null;
        approvalUntil = null;
    }

    void goLive(Instant now) {
        requireNotEnded();
        status = ProjectStatus.LIVE;
        liveSince = now;
    }

    /** @param reason blank where a hospital's answer to the program was the reason */
    void end(String reason, Instant now) {
        requireNotEnded();
        status = ProjectStatus.ENDED;
        endReason = reason.isBlank() ? null : reason;
        endedAt = now;
    }

    private void requireNotEnded() {
        if (status == ProjectStatus.ENDED) {
            throw new RuleBrokenException("projects.rule.ended");
        }
    }

    boolean isOf(OrganizationId organization) {
        return startup.equals(organization) || hospital.equals(organization);
    }

    boolean isAbout(UUID someHospital, UUID someOffer) {
        return hospital.value().equals(someHospital) && offer.value().equals(someOffer);
    }

    @Nullable
    Instant liveSince() {
        return liveSince;
    }

    @Nullable
    Instant endedAt() {
        return endedAt;
    }

    @Nullable
    String endReason() {
        return endReason;
    }

    UUID application() {
        return application;
    }

    ProjectId id() {
        return id;
    }

    OrganizationId startup() {
        return startup;
    }

    OrganizationId hospital() {
        return hospital;
    }

    OfferId offer() {
        return offer;
    }

    int offerRevision() {
        return offerRevision;
    }

    ProjectStatus status() {
        return status;
    }

    String number() {
        return number;
    }

    String title() {
        return title;
    }

    String titleEn() {
        return titleEn;
    }

    String summaryKo() {
        return summaryKo;
    }

    String summaryEn() {
        return summaryEn;
    }

    String benefit() {
        return benefit;
    }

    String callTitle() {
        return callTitle;
    }

    String callTitleEn() {
        return callTitleEn;
    }

    Approval approval() {
        return approval;
    }

    @Nullable
    String approvalReference() {
        return approvalReference;
    }

    @Nullable
    LocalDate approvalUntil() {
        return approvalUntil;
    }

    Instant createdAt() {
        return createdAt;
    }
}
