package dari.uses;

import dari.kernel.UserId;
import dari.sandboxes.SandboxId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A steward's signed look at a month. */
@Entity
class UseCheck {

    @Id
    private UUID id;

    @Version
    private Integer version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "sandbox"))
    private SandboxId sandbox;

    /** E.g. {@code 2026-11}. */
    @JdbcTypeCode(SqlTypes.CHAR)
    private String monthOf;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "steward"))
    private UserId steward;

    private long questions;
    private long answersTaken;
    private long fileRequests;
    private long bytesSent;

    /** Of everything that was seen: should a line of it ever change, the signature is not for it. */
    @JdbcTypeCode(SqlTypes.CHAR)
    private String digest;

    private String note;
    private Instant signedAt;

    protected UseCheck() {}

    UseCheck(UUID id, SandboxId sandbox, UserId steward, MonthlyUse seen, String note, Instant now) {
        this.id = id;
        this.sandbox = sandbox;
        this.monthOf = seen.month().toString();
        this.steward = steward;
        this.questions = seen.questions();
        this.answersTaken = seen.answersTaken();
        this.fileRequests = seen.fileRequests();
        this.bytesSent = seen.bytesSent();
        this.digest = seen.digest();
        this.note = note;
        this.signedAt = now;
    }

    SandboxId sandbox() {
        return sandbox;
    }

    YearMonth month() {
        return YearMonth.parse(monthOf);
    }

    UserId steward() {
        return steward;
    }

    String digest() {
        return digest;
    }

    CheckedMonth.Signature signature(String name, MonthlyUse now) {
        return new CheckedMonth.Signature(name, signedAt, digest, note, digest.equals(now.digest()));
    }
}
