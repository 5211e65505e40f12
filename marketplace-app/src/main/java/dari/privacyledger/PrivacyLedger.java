package dari.privacyledger;

import dari.kernel.OrganizationId;
import dari.provisioner.privacy.LedgerHead;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** How far one hospital's ledger was taken in. A hospital has one ledger, whichever of its agents hands it over. */
@Entity
class PrivacyLedger {

    @Id
    private UUID hospital;

    @Version
    private Integer version;

    @JdbcTypeCode(SqlTypes.CHAR)
    private @Nullable String ledger;

    private long lastSequence;

    @JdbcTypeCode(SqlTypes.CHAR)
    private @Nullable String lastHash;

    private @Nullable Instant headAt;

    @JdbcTypeCode(SqlTypes.CHAR)
    private @Nullable String refusedDocument;

    private @Nullable Instant refusedAt;

    protected PrivacyLedger() {}

    PrivacyLedger(OrganizationId hospital) {
        this.hospital = hospital.value();
    }

    /** Null before the first line. */
    @Nullable
    LedgerHead head() {
        return ledger == null || lastHash == null ? null : new LedgerHead(ledger, lastSequence, lastHash);
    }

    void reach(LedgerHead head, Instant now) {
        ledger = head.ledger();
        lastSequence = head.sequence();
        lastHash = head.hash();
        headAt = now;
    }

    /** @return whether this document is not the one that was refused last */
    boolean refuse(String document, Instant now) {
        boolean isNew = !document.equals(refusedDocument);
        refusedDocument = document;
        refusedAt = now;
        return isNew;
    }

    UUID hospital() {
        return hospital;
    }

    @Nullable
    Instant headAt() {
        return headAt;
    }

    @Nullable
    Instant refusedAt() {
        return refusedAt;
    }
}
