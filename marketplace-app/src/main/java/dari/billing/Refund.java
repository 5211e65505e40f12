package dari.billing;

import dari.kernel.RuleBrokenException;
import dari.projects.ProjectId;
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

/** What was taken off an invoice, and what of it goes back to the startup. */
@Entity
class Refund {

    @Id
    private UUID id;

    @Version
    private Integer version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "project"))
    private ProjectId project;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private RefundStatus status;

    private long priceWon;
    private long vatWon;
    private long voucherWon;
    private long ownWon;
    private long payoutWon;

    /** The card payment it goes back on; null for a transfer. */
    private @Nullable UUID payment;

    /** The card provider's code for its no; the money waits for finance. */
    private @Nullable String refused;

    private @Nullable String reference;
    private String reason;
    private Instant decidedAt;
    private @Nullable Instant paidAt;

    protected Refund() {}

    Refund(UUID id, ProjectId project, Credit credit, long payout, @Nullable UUID payment, String reason, Instant now) {
        this.id = id;
        this.project = project;
        this.status = payout > 0 ? RefundStatus.TO_PAY : RefundStatus.NOTHING_TO_PAY;
        this.priceWon = credit.price();
        this.vatWon = credit.vat();
        this.voucherWon = credit.voucher();
        this.ownWon = credit.own();
        this.payoutWon = payout;
        this.payment = payment;
        this.reason = reason;
        this.decidedAt = now;
    }

    void paid(String shownBy, Instant now) {
        if (status != RefundStatus.TO_PAY) {
            throw new RuleBrokenException("billing.rule.refund.paid");
        }
        status = RefundStatus.PAID;
        reference = shownBy;
        paidAt = now;
    }

    void refused(String code) {
        refused = code;
    }

    /** @throws RuleBrokenException unless the card provider refused it */
    void requireRefused() {
        if (refused == null) {
            throw new RuleBrokenException("billing.rule.refund.card");
        }
    }

    void askAgain() {
        requireRefused();
        refused = null;
    }

    /** Finance transfers it after all. */
    void leaveCard() {
        requireRefused();
        payment = null;
    }

    /** The startup has its money back by another way. */
    void overtaken() {
        status = RefundStatus.NOTHING_TO_PAY;
    }

    UUID id() {
        return id;
    }

    ProjectId project() {
        return project;
    }

    RefundStatus status() {
        return status;
    }

    long payoutWon() {
        return payoutWon;
    }

    @Nullable
    UUID payment() {
        return payment;
    }

    RefundView view() {
        return new RefundView(
                id,
                project,
                status,
                priceWon,
                vatWon,
                voucherWon,
                ownWon,
                payoutWon,
                payment != null,
                refused,
                reference,
                reason,
                decidedAt,
                paidAt);
    }
}
