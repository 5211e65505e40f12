package dari.admin;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
class Application {

    @Id
    private UUID id;

    @Version
    private Integer version;

    private UUID programCall;
    private UUID startup;
    private UUID hospital;
    private UUID introduction;
    private UUID offer;
    private int offerRevision;
    private UUID need;
    private int needRevision;
    private String offerTitle;
    private String needTitle;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private ApplicationStatus status;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private String summaryKo;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private String summaryEn;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private String benefit;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private String plan;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private @Nullable String snapshot;

    @JdbcTypeCode(SqlTypes.BINARY)
    private byte @Nullable [] snapshotHash;

    private Instant createdAt;
    private @Nullable Instant submittedAt;
    private @Nullable Instant decidedAt;
    private @Nullable UUID decidedBy;
    private @Nullable String reason;
    private @Nullable String conditions;

    protected Application() {}

    Application(UUID id, UUID call, UUID startup, ApplicationPartner partner, ApplicationText text, Instant now) {
        this.id = id;
        this.programCall = call;
        this.startup = startup;
        this.hospital = partner.hospital();
        this.introduction = partner.introduction();
        this.offer = partner.offer();
        this.offerRevision = partner.offerRevision();
        this.need = partner.need();
        this.needRevision = partner.needRevision();
        this.offerTitle = partner.offerTitle();
        this.needTitle = partner.needTitle();
        this.status = ApplicationStatus.DRAFT;
        this.createdAt = now;
        write(text);
    }

    void change(ApplicationText text) {
        require(Set.of(ApplicationStatus.DRAFT, ApplicationStatus.RETURNED));
        write(text);
    }

    /** Freezes everything that reviewers and the later agreement rely on. */
    void submit(String frozen, byte[] hash, Instant now) {
        require(Set.of(ApplicationStatus.DRAFT, ApplicationStatus.RETURNED));
        status = ApplicationStatus.SUBMITTED;
        snapshot = frozen;
        snapshotHash = hash;
        submittedAt = now;
    }

    void returnForChanges(String why) {
        require(Set.of(ApplicationStatus.SUBMITTED));
        status = ApplicationStatus.RETURNED;
        reason = why;
    }

    void sendToReview() {
        require(Set.of(ApplicationStatus.SUBMITTED, ApplicationStatus.IN_REVIEW));
        status = ApplicationStatus.IN_REVIEW;
    }

    /** Reviews belong to the time between assignment and decision. */
    void requireInReview() {
        if (status != ApplicationStatus.IN_REVIEW) {
            throw new ProgramRuleBrokenException("admin.rule.review.over");
        }
    }

    void withdraw() {
        if (status.isDecided() || status == ApplicationStatus.WITHDRAWN) {
            throw new ProgramRuleBrokenException("admin.rule.application.state");
        }
        status = ApplicationStatus.WITHDRAWN;
    }

    void decide(boolean approved, String why, @Nullable String withConditions, UUID by, Instant now) {
        require(Set.of(ApplicationStatus.IN_REVIEW));
        if (approved) {
            status = withConditions == null ? ApplicationStatus.APPROVED : ApplicationStatus.APPROVED_WITH_CONDITIONS;
        } else {
            status = ApplicationStatus.REJECTED;
        }
        reason = why;
        conditions = approved ? withConditions : null;
        decidedBy = by;
        decidedAt = now;
    }

    private void require(Set<ApplicationStatus> states) {
        if (!states.contains(status)) {
            throw new ProgramRuleBrokenException("admin.rule.application.state");
        }
    }

    private void write(ApplicationText text) {
        summaryKo = text.summaryKo();
        summaryEn = text.summaryEn();
        benefit = text.benefit();
        plan = text.plan();
    }

    ApplicationText text() {
        return new ApplicationText(summaryKo, summaryEn, benefit, plan);
    }

    UUID id() {
        return id;
    }

    UUID call() {
        return programCall;
    }

    UUID startup() {
        return startup;
    }

    UUID hospital() {
        return hospital;
    }

    UUID introduction() {
        return introduction;
    }

    UUID offer() {
        return offer;
    }

    int offerRevision() {
        return offerRevision;
    }

    UUID need() {
        return need;
    }

    int needRevision() {
        return needRevision;
    }

    String offerTitle() {
        return offerTitle;
    }

    String needTitle() {
        return needTitle;
    }

    ApplicationStatus status() {
        return status;
    }

    @Nullable
    String snapshot() {
        return snapshot;
    }

    byte @Nullable [] snapshotHash() {
        return snapshotHash;
    }

    @Nullable
    Instant submittedAt() {
        return submittedAt;
    }

    Instant createdAt() {
        return createdAt;
    }

    @Nullable
    String reason() {
        return reason;
    }

    @Nullable
    String conditions() {
        return conditions;
    }
}
