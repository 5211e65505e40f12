package dari.admin.verification;

import dari.admin.ProgramRuleBrokenException;
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

/** A verified organisation's request to change what was verified; the old values stay in force until it is agreed to. */
@Entity
class OrganizationChange {

    @Id
    private UUID id;

    @Version
    private Integer version;

    private UUID organization;
    private @Nullable UUID openFor;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private ChangeStatus status;

    private String nameBefore;
    private String nameAfter;
    private @Nullable String englishBefore;
    private @Nullable String englishAfter;

    @JdbcTypeCode(SqlTypes.CHAR)
    private String numberBefore;

    @JdbcTypeCode(SqlTypes.CHAR)
    private String numberAfter;

    private @Nullable String regionBefore;
    private @Nullable String regionAfter;
    private String address;
    private String why;
    private Instant askedAt;
    private UUID askedBy;
    private @Nullable Instant decidedAt;
    private @Nullable UUID decidedBy;
    private @Nullable String reason;

    protected OrganizationChange() {}

    OrganizationChange(
            UUID id,
            UUID organization,
            OrganizationRecord before,
            OrganizationRecord after,
            String address,
            String why,
            UUID by,
            Instant now) {
        this.id = id;
        this.organization = organization;
        this.openFor = organization;
        this.status = ChangeStatus.OPEN;
        this.nameBefore = before.name();
        this.nameAfter = after.name();
        this.englishBefore = before.englishName();
        this.englishAfter = after.englishName();
        this.numberBefore = before.number();
        this.numberAfter = after.number();
        this.regionBefore = before.region();
        this.regionAfter = after.region();
        this.address = address;
        this.why = why;
        this.askedAt = now;
        this.askedBy = by;
    }

    void decide(boolean approved, String because, UUID by, Instant now) {
        close(approved ? ChangeStatus.APPROVED : ChangeStatus.REFUSED, by, now);
        reason = because;
    }

    void withdraw(UUID by, Instant now) {
        close(ChangeStatus.WITHDRAWN, by, now);
    }

    private void close(ChangeStatus next, UUID by, Instant now) {
        if (status != ChangeStatus.OPEN) {
            throw new ProgramRuleBrokenException("records.rule.closed");
        }
        status = next;
        openFor = null;
        decidedBy = by;
        decidedAt = now;
    }

    UUID id() {
        return id;
    }

    UUID organization() {
        return organization;
    }

    ChangeStatus status() {
        return status;
    }

    OrganizationRecord before() {
        return new OrganizationRecord(nameBefore, englishBefore, numberBefore, regionBefore);
    }

    OrganizationRecord after() {
        return new OrganizationRecord(nameAfter, englishAfter, numberAfter, regionAfter);
    }

    String address() {
        return address;
    }

    String why() {
        return why;
    }

    Instant askedAt() {
        return askedAt;
    }

    @Nullable
    String reason() {
        return reason;
    }
}
