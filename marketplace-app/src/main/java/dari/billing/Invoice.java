package dari.billing;

import dari.kernel.OrganizationId;
import dari.kernel.RuleBrokenException;
import dari.projects.ProjectId;
import dari.projects.ProjectView;
import dari.quotes.PaymentGate;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What a hospital's part of a project costs. What was written stays; credits are kept beside it. */
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

    private @Nullable UUID application;

    /** Counted per hospital; null for those of before numbers were given. */
    private @Nullable Integer number;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private InvoiceStatus status;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private PaymentGate gate;

    private long priceWon;
    private long vatWon;
    private long voucherWon;
    private long ownWon;
    private long receivedWon;
    private long disputedWon;
    private long creditedPriceWon;
    private long creditedVatWon;
    private long creditedVoucherWon;
    private long creditedOwnWon;
    private int cardAttempt;
    private @Nullable Instant issuedAt;
    private @Nullable LocalDate dueOn;
    private @Nullable String taxInvoice;
    private @Nullable Instant paidAt;
    private @Nullable String paymentReference;

    protected Invoice() {}

    Invoice(UUID id, int number, ProjectView project, Shares shares, PaymentGate gate, Instant now, LocalDate due) {
        this.id = id;
        this.number = number;
        this.project = project.id();
        this.application = project.application();
        this.startup = project.startup().id();
        this.hospital = project.hospital().id();
        this.gate = gate;
        this.priceWon = shares.price();
        this.vatWon = shares.vat();
        this.voucherWon = shares.voucher();
        this.ownWon = shares.own();
        this.issuedAt = now;
        this.dueOn = due;
        this.status = shares.own() == 0 ? InvoiceStatus.COVERED : InvoiceStatus.INVOICED;
    }

    /**
     * Money arrived.
     *
     * @param won no more than what is owed
     */
    void received(long won, String reference, Instant now) {
        if (!isOpen()) {
            throw new RuleBrokenException("billing.rule.settled");
        }
        if (won < 1 || won > owedWon()) {
            throw new RuleBrokenException("billing.rule.amount", owedWon());
        }
        receivedWon += won;
        paymentReference = reference;
        paidAt = now;
        judge();
    }

    /** What may still be taken off, of price and tax together. */
    long creditableWon() {
        return status == InvoiceStatus.CANCELLED ? 0 : priceWon + vatWon - creditedPriceWon - creditedVatWon;
    }

    /** @return what is taken off: of every share as much as falls to it, to the won when all of it is gone */
    Credit credit(long gross) {
        long before = creditedPriceWon + creditedVatWon;
        long whole = priceWon + vatWon;
        if (gross < 1 || gross > creditableWon()) {
            throw new RuleBrokenException("billing.rule.credit", creditableWon());
        }
        long vat = Proportion.of(vatWon, before + gross, whole) - creditedVatWon;
        long own = Proportion.of(ownWon, before + gross, whole) - creditedOwnWon;
        Credit credit = new Credit(gross - vat, vat, gross - own, own);
        creditedPriceWon += credit.price();
        creditedVatWon += credit.vat();
        creditedVoucherWon += credit.voucher();
        creditedOwnWon += credit.own();
        judge();
        return credit;
    }

    /** Money went back to the startup. */
    void returned(long won) {
        receivedWon -= won;
        judge();
    }

    void disputed(long won) {
        receivedWon -= won;
        disputedWon += won;
        judge();
    }

    /** @param kept whether the money stays with us after all */
    void disputeDecided(long won, boolean kept) {
        disputedWon -= won;
        receivedWon += kept ? won : 0;
        judge();
    }

    private void judge() {
        if (status == InvoiceStatus.CANCELLED) {
            return;
        }
        if (priceWon + vatWon > 0 && creditedPriceWon + creditedVatWon == priceWon + vatWon) {
            status = InvoiceStatus.REFUNDED;
        } else if (disputedWon > 0) {
            status = InvoiceStatus.DISPUTED;
        } else if (owedWon() > 0) {
            status = InvoiceStatus.INVOICED;
        } else {
            status = ownWon == 0 ? InvoiceStatus.COVERED : InvoiceStatus.PAID;
        }
    }

    /**
     * A payment page came to nothing: the next one is another attempt.
     *
     * @return false when it was not the present attempt, or nothing is owed any more
     */
    boolean cardAttemptEnded(int attempt) {
        if (!isOpen() || attempt != cardAttempt) {
            return false;
        }
        cardAttempt++;
        return true;
    }

    /** A new page for another sum is another attempt. */
    void nextCardAttempt() {
        cardAttempt++;
    }

    /** @return false where money was paid, or is in dispute: that is settled between people */
    boolean cancel() {
        if (receivedWon > 0
                || disputedWon > 0
                || status == InvoiceStatus.REFUNDED
                || status == InvoiceStatus.CANCELLED) {
            return false;
        }
        status = InvoiceStatus.CANCELLED;
        return true;
    }

    void taxInvoice(String approval) {
        taxInvoice = approval;
    }

    CardPayment cardPayment() {
        return new CardPayment(owedWon(), cardAttempt);
    }

    /** What the startup has to pay still; below zero where more was paid than the credits left to pay. */
    long owedWon() {
        return ownWon - creditedOwnWon - receivedWon - disputedWon;
    }

    /** What the voucher pays, and goes on being committed. */
    long committedWon() {
        return status == InvoiceStatus.CANCELLED ? 0 : voucherWon - creditedVoucherWon;
    }

    boolean isOpen() {
        return status == InvoiceStatus.INVOICED;
    }

    boolean isDisputed() {
        return disputedWon > 0;
    }

    /** Whether the milestone that the agreement names has been passed. */
    boolean opensGate(LocalDate today) {
        return switch (status) {
            case PAID, COVERED -> true;
            case INVOICED -> gate == PaymentGate.VOUCHER_COMMITTED && dueOn != null && !today.isAfter(dueOn);
            case DISPUTED, REFUNDED, CANCELLED -> false;
        };
    }

    UUID id() {
        return id;
    }

    ProjectId project() {
        return project;
    }

    OrganizationId startup() {
        return startup;
    }

    OrganizationId hospital() {
        return hospital;
    }

    InvoiceView view() {
        return new InvoiceView(
                project,
                hospital,
                number,
                status,
                gate,
                priceWon,
                vatWon,
                voucherWon,
                ownWon,
                receivedWon,
                disputedWon,
                creditedPriceWon,
                creditedVatWon,
                creditedVoucherWon,
                creditedOwnWon,
                issuedAt,
                dueOn,
                taxInvoice,
                paidAt,
                paymentReference);
    }
}
