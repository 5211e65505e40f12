package dari.billing;

import dari.kernel.OrganizationId;
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

@Entity
class Invoice {

    @Id
    private UUID id;

    @Version
    private Integer version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "project"))
    private ProjectId project;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "startup"))
    private OrganizationId startup;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "hospital"))
    private OrganizationId hospital;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private InvoiceStatus status;

    private long priceWon;
    private long vatWon;
    private long voucherWon;
    private long ownWon;
    private int cardAttempt;
    private @Nullable Instant paidAt;
    private @Nullable String paymentReference;

    protected Invoice() {}

    Invoice(UUID id, ProjectId project, OrganizationId startup, OrganizationId hospital, Shares shares) {
        this.id = id;
        this.project = project;
        this.startup = startup;
        this.hospital = hospital;
        this.priceWon = shares.price();
        this.vatWon = shares.vat();
        this.voucherWon = shares.voucher();
        this.ownWon = shares.own();
        this.status = shares.own() == 0 ? InvoiceStatus.COVERED : InvoiceStatus.INVOICED;
    }

    /**
     * The money arrived.
     *
     * @param won what the bank's statement says; must be what is owed, to the won
     */
    void paid(long won, String reference, Instant now) {
        if (status != InvoiceStatus.INVOICED) {
            throw new RuleBrokenException("billing.rule.settled");
        }
        if (won != ownWon) {
            throw new RuleBrokenException("billing.rule.amount", ownWon);
        }
        status = InvoiceStatus.PAID;
        paymentReference = reference;
        paidAt = now;
    }

    /**
     * A payment page came to nothing: the next one is another attempt.
     *
     * @return false when it was not the present attempt, or nothing is owed any more
     */
    boolean cardAttemptEnded(int attempt) {
        if (isSettled() || attempt != cardAttempt) {
            return false;
        }
        cardAttempt++;
        return true;
    }

    /** @return false where money was paid: that is settled between people */
    boolean cancel() {
        if (status == InvoiceStatus.PAID) {
            return false;
        }
        status = InvoiceStatus.CANCELLED;
        return true;
    }

    CardPayment cardPayment() {
        return new CardPayment(ownWon, cardAttempt);
    }

    boolean isSettled() {
        return status != InvoiceStatus.INVOICED;
    }

    ProjectId project() {
        return project;
    }

    OrganizationId startup() {
        return startup;
    }

    InvoiceView view() {
        return new InvoiceView(project, status, priceWon, vatWon, voucherWon, ownWon, paidAt, paymentReference);
    }
}
