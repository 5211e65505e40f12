package dari.admin;

import dari.admin.eligibility.Declaration;
import jakarta.persistence.Convert;
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

/** An organisation that the lead asked to take part in an application. */
@Entity
class ApplicationMember {

    @Id
    private UUID id;

    @Version
    private Integer version;

    private UUID application;
    private UUID organization;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private MemberStatus status;

    @Convert(converter = JsonText.OfDeclaration.class)
    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private Declaration declared;

    private Instant invitedAt;
    private @Nullable Instant answeredAt;
    private @Nullable UUID answeredBy;

    protected ApplicationMember() {}

    ApplicationMember(UUID id, UUID application, UUID organization, Instant now) {
        this.id = id;
        this.application = application;
        this.organization = organization;
        this.status = MemberStatus.INVITED;
        this.declared = Declaration.NONE;
        this.invitedAt = now;
    }

    /** Asked once more after it said no or left. */
    void inviteAgain(Instant now) {
        if (status.isIn()) {
            throw new ProgramRuleBrokenException("forms.rule.member.twice");
        }
        status = MemberStatus.INVITED;
        invitedAt = now;
    }

    void answer(MemberStatus answer, Declaration facts, UUID by, Instant now) {
        if (!status.canBecome(answer)) {
            throw new ProgramRuleBrokenException("admin.rule.application.state");
        }
        status = answer;
        declared = facts;
        answeredAt = now;
        answeredBy = by;
    }

    UUID id() {
        return id;
    }

    UUID application() {
        return application;
    }

    UUID organization() {
        return organization;
    }

    MemberStatus status() {
        return status;
    }

    Declaration declared() {
        return declared;
    }

    Instant invitedAt() {
        return invitedAt;
    }
}
