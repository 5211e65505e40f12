package dari.incidents;

import dari.kernel.OrganizationId;
import dari.kernel.UserId;
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

/** What one person received that has to be deleted, once for each kind of thing however often it came. */
@Entity
class RecallItem {

    @Id
    private UUID id;

    @Version
    private Integer version;

    private UUID incident;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "recipient"))
    private UserId recipient;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "organization"))
    private OrganizationId organization;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private ReceiptKind kind;

    private String what;
    private int times;
    private Instant firstAt;
    private Instant lastAt;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "attested_by"))
    private @Nullable UserId attestedBy;

    private @Nullable Instant attestedAt;
    private @Nullable String waivedBecause;

    protected RecallItem() {}

    RecallItem(UUID id, UUID incident, Receipt first) {
        this.id = id;
        this.incident = incident;
        this.recipient = first.person();
        this.organization = first.organization();
        this.kind = first.kind();
        this.what = first.what();
        this.times = 1;
        this.firstAt = first.at();
        this.lastAt = first.at();
    }

    void again(Receipt next) {
        times++;
        if (next.at().isBefore(firstAt)) {
            firstAt = next.at();
        }
        if (next.at().isAfter(lastAt)) {
            lastAt = next.at();
        }
    }

    void attest(UserId by, Instant now) {
        attestedBy = by;
        attestedAt = now;
    }

    void waive(String why) {
        waivedBecause = why;
    }

    boolean isOpen() {
        return attestedAt == null && waivedBecause == null;
    }

    UUID id() {
        return id;
    }

    UUID incident() {
        return incident;
    }

    UserId recipient() {
        return recipient;
    }

    OrganizationId organization() {
        return organization;
    }

    ReceiptKind kind() {
        return kind;
    }

    String what() {
        return what;
    }

    RecallLine line(String recipientName, @Nullable String attester, boolean mine) {
        return new RecallLine(
                recipient,
                recipientName,
                kind,
                what,
                times,
                firstAt,
                lastAt,
                attester,
                attestedAt,
                waivedBecause,
                isOpen(),
                mine);
    }

    @Nullable
    UserId attestedBy() {
        return attestedBy;
    }
}
