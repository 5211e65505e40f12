package dari.introductions;

import dari.discovery.MatchCard;
import dari.kernel.OrganizationId;
import dari.kernel.RuleBrokenException;
import dari.needs.NeedId;
import dari.needs.NeedView;
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
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One startup's interest in one offer, with what both sides saw when it was declared. */
@Entity
class Introduction {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private IntroductionId id;

    @Version
    private Integer version;

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

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "need"))
    private NeedId need;

    private int needRevision;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private IntroductionStatus status;

    private String verdict;
    private int score;
    private int toStartup;
    private int toHospital;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private String needContent;

    private Instant declaredAt;
    private LocalDate answerDue;
    private @Nullable Instant answeredAt;
    private @Nullable String reason;

    protected Introduction() {}

    Introduction(
            IntroductionId id,
            OrganizationId startup,
            MatchCard card,
            NeedView need,
            String needContent,
            Instant now,
            LocalDate answerDue) {
        this.id = id;
        this.startup = startup;
        this.hospital = card.offer().hospital().id();
        this.offer = card.offer().id();
        this.need = need.id();
        this.status = IntroductionStatus.INTERESTED;
        this.declaredAt = now;
        this.answerDue = answerDue;
        see(card, need, needContent);
    }

    /** Both sides want it: from now on it is about offer and need as they are now. */
    void agree(MatchCard card, NeedView agreedNeed, String agreedContent, Instant now) {
        see(card, agreedNeed, agreedContent);
        status = IntroductionStatus.MUTUAL;
        reason = null;
        answeredAt = now;
    }

    private void see(MatchCard card, NeedView seenNeed, String seenContent) {
        offerRevision = card.offer().revision();
        needRevision = seenNeed.revision();
        needContent = seenContent;
        verdict = card.getVerdict();
        score = card.match().fit().score();
        toStartup = card.match().fit().toStartup();
        toHospital = card.match().fit().toHospital();
    }

    void accept(Instant now) {
        answer(IntroductionStatus.MUTUAL, null, now);
    }

    void decline(String why, Instant now) {
        answer(IntroductionStatus.DECLINED, why, now);
    }

    void expire(Instant now) {
        answer(IntroductionStatus.EXPIRED, null, now);
    }

    private void answer(IntroductionStatus answer, @Nullable String why, Instant now) {
        if (status != IntroductionStatus.INTERESTED) {
            throw new RuleBrokenException("introductions.rule.answered");
        }
        status = answer;
        reason = why;
        answeredAt = now;
    }

    boolean isBetween(OrganizationId organization) {
        return startup.equals(organization) || hospital.equals(organization);
    }

    IntroductionId id() {
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

    NeedId need() {
        return need;
    }

    int needRevision() {
        return needRevision;
    }

    IntroductionStatus status() {
        return status;
    }

    String verdict() {
        return verdict;
    }

    int score() {
        return score;
    }

    int toStartup() {
        return toStartup;
    }

    int toHospital() {
        return toHospital;
    }

    String needContent() {
        return needContent;
    }

    @Nullable
    Instant answeredAt() {
        return answeredAt;
    }

    Instant declaredAt() {
        return declaredAt;
    }

    LocalDate answerDue() {
        return answerDue;
    }

    @Nullable
    String reason() {
        return reason;
    }
}
