package dari.invitations;

import dari.discovery.MatchCard;
import dari.introductions.IntroductionId;
import dari.kernel.OrganizationId;
import dari.kernel.RuleBrokenException;
import dari.matching.json.MatchingJson;
import dari.needs.NeedContent;
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
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One hospital's question to one startup, with what the hospital saw when it asked. */
@Entity
class HospitalInvitation {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private InvitationId id;

    @Version
    private Integer version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "hospital"))
    private OrganizationId hospital;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "startup"))
    private OrganizationId startup;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "offer"))
    private OfferId offer;

    private int offerRevision;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "need"))
    private NeedId need;

    private int needRevision;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private String needContent;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private InvitationStatus status;

    private String language;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private String message;

    private String verdict;
    private int score;
    private int toStartup;
    private int toHospital;
    private Instant invitedAt;
    private LocalDate answerDue;
    private @Nullable Instant answeredAt;
    private @Nullable String reason;
    private @Nullable UUID introduction;
    private @Nullable UUID openNeed;
    private @Nullable Integer openPlace;

    protected HospitalInvitation() {}

    /** @param place a place of the hospital that no open invitation holds */
    HospitalInvitation(
            InvitationId id,
            NeedView need,
            MatchCard card,
            String message,
            String language,
            Instant now,
            LocalDate answerDue,
            int place) {
        this.id = id;
        this.hospital = card.offer().hospital().id();
        this.startup = need.startup();
        this.offer = card.offer().id();
        this.offerRevision = card.offer().revision();
        this.need = need.id();
        this.needRevision = need.revision();
        this.needContent = MatchingJson.mapper().writeValueAsString(need.content());
        this.status = InvitationStatus.OPEN;
        this.language = language;
        this.message = message;
        this.verdict = card.getVerdict();
        this.score = card.match().fit().score();
        this.toStartup = card.match().fit().toStartup();
        this.toHospital = card.match().fit().toHospital();
        this.invitedAt = now;
        this.answerDue = answerDue;
        this.openNeed = need.id().value();
        this.openPlace = place;
    }

    void accept(IntroductionId begun, Instant now) {
        close(InvitationStatus.ACCEPTED, null, now);
        introduction = begun.value();
    }

    void decline(String why, Instant now) {
        close(InvitationStatus.DECLINED, why, now);
    }

    void withdraw(Instant now) {
        close(InvitationStatus.WITHDRAWN, null, now);
    }

    void expire(Instant now) {
        close(InvitationStatus.EXPIRED, null, now);
    }

    private void close(InvitationStatus answer, @Nullable String why, Instant now) {
        requireOpen();
        status = answer;
        reason = why;
        answeredAt = now;
        openNeed = null;
        openPlace = null;
    }

    void requireOpen() {
        if (status != InvitationStatus.OPEN) {
            throw new RuleBrokenException("invitations.rule.closed");
        }
    }

    InvitationId id() {
        return id;
    }

    OrganizationId hospital() {
        return hospital;
    }

    OrganizationId startup() {
        return startup;
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

    NeedContent needContent() {
        return MatchingJson.mapper().readValue(needContent, NeedContent.class);
    }

    InvitationStatus status() {
        return status;
    }

    String language() {
        return language;
    }

    String message() {
        return message;
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

    Instant invitedAt() {
        return invitedAt;
    }

    LocalDate answerDue() {
        return answerDue;
    }

    @Nullable
    String reason() {
        return reason;
    }

    @Nullable
    IntroductionId introduction() {
        return introduction == null ? null : new IntroductionId(introduction);
    }
}
