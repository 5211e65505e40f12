package dari.billing;

import dari.kernel.OrganizationId;
import dari.kernel.RuleBrokenException;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a settlement asks back of a startup. */
@Entity
class Clawback {

    @Id
    private UUID id;

    @Version
    private Integer version;

    private UUID application;
    private String milestone;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "startup"))
    private OrganizationId startup;

    private long won;
    private long receivedWon;
    private @Nullable UUID statementLine;
    private Instant demandedAt;
    private @Nullable Instant paidAt;
    private @Nullable String reference;

    protected Clawback() {}

    Clawback(UUID id, UUID application, String milestone, OrganizationId startup, long won, Instant now) {
        this.id = id;
        this.application = application;
        this.milestone = milestone;
        this.startup = startup;
        this.won = won;
        this.demandedAt = now;
    }

    /** All of it came back. */
    void paid(long arrived, String shownBy, Instant now) {
        if (isPaid()) {
            throw new RuleBrokenException("billing.rule.settled");
        }
        if (arrived != won) {
            throw new RuleBrokenException("billing.rule.amount", won);
        }
        receivedWon = won;
        reference = shownBy;
        paidAt = now;
    }

    /** A bank statement shows what came back. */
    void shownBy(UUID line) {
        statementLine = line;
    }

    boolean isPaid() {
        return receivedWon == won;
    }

    UUID id() {
        return id;
    }

    UUID application() {
        return application;
    }

    ClawbackView view() {
        return new ClawbackView(
                id, application, startup, won, receivedWon, demandedAt, paidAt, reference, statementLine);
    }
}
