package dari.privacyledger;

import dari.provisioner.json.Json;
import dari.provisioner.privacy.LedgerEntry;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One line of a hospital's ledger, with every digit that its hash covers. */
@Entity
class PrivacyLedgerLine {

    @Id
    private UUID id;

    @Version
    private Integer version;

    private UUID hospital;
    private long sequenceNo;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private String content;

    protected PrivacyLedgerLine() {}

    PrivacyLedgerLine(UUID id, UUID hospital, LedgerEntry entry) {
        this.id = id;
        this.hospital = hospital;
        this.sequenceNo = entry.sequence();
        this.content = Json.text(entry);
    }

    LedgerEntry entry() {
        return Json.parse(content, LedgerEntry.class, "ledger line " + sequenceNo);
    }
}
