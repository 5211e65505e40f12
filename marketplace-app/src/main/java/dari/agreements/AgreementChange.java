package dari.agreements;

import dari.admin.forms.TextDifference;
import dari.kernel.OrganizationId;
import dari.kernel.RuleBrokenException;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
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

/** Another wording of one clause that a side asks for. */
@Entity
class AgreementChange {

    @Id
    private UUID id;

    @Version
    private Integer version;

    private UUID agreement;
    private int line;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private String beforeKo;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private String beforeEn;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private String afterKo;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private String afterEn;

    private String reason;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "asked_by"))
    private OrganizationId askedBy;

    private Instant askedAt;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private ChangeState state;

    private @Nullable String answer;
    private @Nullable Instant answeredAt;

    protected AgreementChange() {}

    AgreementChange(
            UUID id,
            Agreement agreement,
            int line,
            AgreementText.Line before,
            AgreementText.Line after,
            String reason,
            OrganizationId askedBy,
            Instant now) {
        this.id = id;
        this.agreement = agreement.id();
        this.line = line;
        this.beforeKo = before.korean();
        this.beforeEn = before.english();
        this.afterKo = after.korean();
        this.afterEn = after.english();
        this.reason = reason;
        this.askedBy = askedBy;
        this.askedAt = now;
        this.state = ChangeState.OPEN;
    }

    void answer(boolean accepted, String text, Instant now) {
        if (state != ChangeState.OPEN) {
            throw new RuleBrokenException("agreements.rule.state");
        }
        state = accepted ? ChangeState.ACCEPTED : ChangeState.REJECTED;
        answer = text;
        answeredAt = now;
    }

    AgreementText.Line before() {
        return new AgreementText.Line(beforeKo, beforeEn);
    }

    AgreementText.Line after() {
        return new AgreementText.Line(afterKo, afterEn);
    }

    UUID agreement() {
        return agreement;
    }

    int line() {
        return line;
    }

    ChangeState state() {
        return state;
    }

    OrganizationId askedBy() {
        return askedBy;
    }

    ChangeView view() {
        return new ChangeView(
                id,
                line,
                TextDifference.between(beforeKo, afterKo),
                TextDifference.between(beforeEn, afterEn),
                reason,
                askedBy,
                askedAt,
                state,
                answer);
    }
}
