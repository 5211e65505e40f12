package dari.billing;

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
class Payment {

    @Id
    private UUID id;

    @Version
    private Integer version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "project"))
    private ProjectId project;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Rail rail;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private PaymentStatus status;

    private long won;
    private long returnedWon;
    private String reference;

    /** The card provider's identity of it; null for a transfer. */
    private @Nullable String cardPayment;

    private @Nullable UUID statementLine;
    private Instant receivedAt;

    protected Payment() {}

    Payment(
            UUID id,
            ProjectId project,
            Rail rail,
            long won,
            String reference,
            @Nullable String cardPayment,
            @Nullable UUID statementLine,
            Instant now) {
        this.id = id;
        this.project = project;
        this.rail = rail;
        this.status = PaymentStatus.RECEIVED;
        this.won = won;
        this.reference = reference;
        this.cardPayment = cardPayment;
        this.statementLine = statementLine;
        this.receivedAt = now;
    }

    void returned(long amount) {
        returnedWon += amount;
    }

    /** Whether nobody disputes it, or its dispute was won. */
    boolean holdsMoney() {
        return status == PaymentStatus.RECEIVED || status == PaymentStatus.KEPT;
    }

    void status(PaymentStatus next) {
        status = next;
    }

    /** The line of a statement that shows a payment confirmed by hand before. */
    void shownBy(UUID line) {
        statementLine = line;
    }

    long keptWon() {
        return won - returnedWon;
    }

    UUID id() {
        return id;
    }

    ProjectId project() {
        return project;
    }

    Rail rail() {
        return rail;
    }

    PaymentStatus status() {
        return status;
    }

    long won() {
        return won;
    }

    long returnedWon() {
        return returnedWon;
    }

    String reference() {
        return reference;
    }

    @Nullable
    String cardPayment() {
        return cardPayment;
    }

    @Nullable
    UUID statementLine() {
        return statementLine;
    }

    PaymentView view() {
        return new PaymentView(
                id, project, rail, status, won, returnedWon, reference, cardPayment, statementLine, receivedAt);
    }
}
