package dari.admin;

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
class VerificationCase {

    @Id
    private UUID id;

    @Version
    private Integer version;

    private UUID organization;
    private String kind;
    private String name;

    @JdbcTypeCode(SqlTypes.CHAR)
    private String registrationNumber;

    @JdbcTypeCode(SqlTypes.CHAR)
    private String country;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private CaseStatus status;

    private Instant openedAt;
    private @Nullable Instant decidedAt;
    private @Nullable UUID decidedBy;
    private @Nullable String reason;

    protected VerificationCase() {}

    VerificationCase(UUID id, NewVerificationCase request, Instant now) {
        this.id = id;
        this.organization = request.organization();
        this.kind = request.kind();
        this.name = request.name();
        this.registrationNumber = request.registrationNumber();
        this.country = request.country();
        this.status = CaseStatus.OPEN;
        this.openedAt = now;
    }

    void decide(boolean approved, String why, UUID by, Instant now) {
        if (status != CaseStatus.OPEN) {
            throw new ProgramRuleBrokenException("admin.rule.verification.decided");
        }
        status = approved ? CaseStatus.APPROVED : CaseStatus.REFUSED;
        reason = why;
        decidedBy = by;
        decidedAt = now;
    }

    /** Back to the organisation, which mends what the reason says and hands in again. */
    void giveBack(String why, UUID by, Instant now) {
        if (status != CaseStatus.OPEN) {
            throw new ProgramRuleBrokenException("admin.rule.verification.decided");
        }
        status = CaseStatus.RETURNED;
        reason = why;
        decidedBy = by;
        decidedAt = now;
    }

    /** Waits for the desk again, from now on. */
    void handInAgain(Instant now) {
        if (status != CaseStatus.RETURNED) {
            throw new ProgramRuleBrokenException("records.rule.notReturned");
        }
        status = CaseStatus.OPEN;
        openedAt = now;
    }

    void correct(String rightName, String rightNumber) {
        if (status == CaseStatus.APPROVED || status == CaseStatus.REFUSED) {
            throw new ProgramRuleBrokenException("admin.rule.verification.decided");
        }
        name = rightName;
        registrationNumber = rightNumber;
    }

    UUID id() {
        return id;
    }

    UUID organization() {
        return organization;
    }

    String kind() {
        return kind;
    }

    String name() {
        return name;
    }

    String registrationNumber() {
        return registrationNumber;
    }

    String country() {
        return country;
    }

    CaseStatus status() {
        return status;
    }

    /** Since when it waits for whom it waits: the desk, or the organisation that it went back to. */
    Instant heldSince() {
        return status == CaseStatus.RETURNED && decidedAt != null ? decidedAt : openedAt;
    }

    @Nullable
    String reason() {
        return reason;
    }
}
