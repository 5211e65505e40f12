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
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What was taken off an invoice, and what of it goes back to the startup. */
@Entity
class Refund {

    /** Reference of what the card provider answered here that it paid; all else is what finance wrote down. */
    static final String ANSWERED = "card";

    private static final String KEY = "refund-";
    private static final int UUID_LENGTH = 36;
    private static final Pattern OURS = Pattern.compile(KEY + "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(-[0-9]+)?");

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

    private @Nullable Instant refusedAt;

    /** How often the provider accepted it and it failed there: each time it is asked for under another key. */
    private int failures;

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

    void refused(String code, Instant now) {
        refused = code;
        refusedAt = now;
    }

    /** What had been accepted did not go back: as if it was refused. */
    void failed(String code, Instant now) {
        status = RefundStatus.TO_PAY;
        refused(code, now);
        failures++;
        reference = null;
        paidAt = null;
    }

    /** Whether finance wrote down that it had gone back at the card provider, then or before. */
    boolean isWrittenDown(Instant then) {
        return status == RefundStatus.PAID
                && payment != null
                && !ANSWERED.equals(reference)
                && paidAt != null
                && !paidAt.truncatedTo(ChronoUnit.SECONDS).isAfter(then);
    }

    boolean isRefused() {
        return refused != null;
    }

    boolean hasFailed() {
        return failures > 0;
    }

    /** What stands for this refund, as it is tried now, at the provider. */
    String key() {
        return KEY + source();
    }

    /** What stands for it in the books: one for each time that it may go back. */
    String source() {
        return failures == 0 ? id.toString() : id + "-" + failures;
    }

    /** Which refund of ours a key stands for; empty where it is none of these. */
    static Optional<UUID> idIn(@Nullable String key) {
        if (key == null || !OURS.matcher(key).matches()) {
            return Optional.empty();
        }
        return Optional.of(UUID.fromString(key.substring(KEY.length(), KEY.length() + UUID_LENGTH)));
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
        refusedAt = null;
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
                refusedAt,
                hasFailed(),
                reference,
                reason,
                decidedAt,
                paidAt);
    }
}
