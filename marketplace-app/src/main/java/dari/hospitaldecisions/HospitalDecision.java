package dari.hospitaldecisions;

import dari.admin.forms.LocalText;
import dari.admin.panel.HospitalDataset;
import dari.admin.panel.HospitalOutcome;
import dari.kernel.RuleBrokenException;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
class HospitalDecision {

    @Id
    private UUID id;

    @Version
    private Integer version;

    private UUID application;
    private UUID hospital;
    private UUID offer;
    private String offerTitle;
    private String offerTitleEn;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private HospitalOutcome outcome;

    private @Nullable String reason;
    private @Nullable UUID decidedBy;
    private @Nullable UUID decidedByRule;
    private Instant askedAt;
    private @Nullable Instant decidedAt;

    protected HospitalDecision() {}

    HospitalDecision(UUID id, UUID application, HospitalDataset about, Instant now) {
        this.id = id;
        this.application = application;
        this.hospital = about.hospital();
        this.offer = about.dataset();
        this.offerTitle = about.title().ko();
        this.offerTitleEn = about.title().en();
        this.outcome = HospitalOutcome.PENDING;
        this.askedAt = now;
    }

    void decide(HospitalOutcome said, String why, UUID by, Instant now) {
        requirePending();
        outcome = said;
        reason = why;
        decidedBy = by;
        decidedAt = now;
    }

    void decideByRule(UUID rule, UUID owner, Instant now) {
        requirePending();
        outcome = HospitalOutcome.APPROVED;
        decidedBy = owner;
        decidedByRule = rule;
        decidedAt = now;
    }

    /** The application is over: nobody has to answer any more. */
    void cancel(Instant now) {
        requirePending();
        outcome = HospitalOutcome.CANCELLED;
        decidedAt = now;
    }

    /** The program's no was turned into a yes by an appeal. */
    void askAgain() {
        if (outcome == HospitalOutcome.CANCELLED) {
            outcome = HospitalOutcome.PENDING;
            decidedAt = null;
        }
    }

    private void requirePending() {
        if (outcome != HospitalOutcome.PENDING) {
            throw new RuleBrokenException("hospitaldecisions.rule.decided");
        }
    }

    UUID id() {
        return id;
    }

    UUID application() {
        return application;
    }

    UUID hospital() {
        return hospital;
    }

    UUID offer() {
        return offer;
    }

    LocalText offerTitle() {
        return new LocalText(offerTitle, offerTitleEn);
    }

    HospitalOutcome outcome() {
        return outcome;
    }

    @Nullable
    String reason() {
        return reason;
    }

    @Nullable
    UUID decidedBy() {
        return decidedBy;
    }

    boolean isByRule() {
        return decidedByRule != null;
    }

    Instant askedAt() {
        return askedAt;
    }

    @Nullable
    Instant decidedAt() {
        return decidedAt;
    }
}
