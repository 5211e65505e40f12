package dari.admin;

import dari.admin.forms.Answers;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An application as it was handed in once; never changed afterwards. */
@Entity
class ApplicationSubmission {

    private static final int DIGITS = 10;

    @Id
    private UUID id;

    @Version
    private Integer version;

    private UUID application;
    private int number;

    @JdbcTypeCode(SqlTypes.CHAR)
    private String receipt;

    private int callVersion;

    @Convert(converter = JsonText.OfAnswers.class)
    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private Answers answers;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private String snapshot;

    @JdbcTypeCode(SqlTypes.BINARY)
    private byte[] snapshotHash;

    private Instant submittedAt;
    private @Nullable UUID submittedBy;

    protected ApplicationSubmission() {}

    ApplicationSubmission(
            UUID id,
            UUID application,
            int number,
            int callVersion,
            Answers answers,
            String snapshot,
            LocalDate today,
            UUID by,
            Instant now) {
        this.id = id;
        this.application = application;
        this.number = number;
        this.callVersion = callVersion;
        this.answers = answers;
        this.snapshot = snapshot;
        this.snapshotHash = Sha256.of(snapshot);
        this.receipt = "D-" + today.format(DateTimeFormatter.BASIC_ISO_DATE) + "-"
                + Sha256.hex(snapshotHash).substring(0, DIGITS).toUpperCase(Locale.ROOT);
        this.submittedAt = now;
        this.submittedBy = by;
    }

    UUID application() {
        return application;
    }

    int number() {
        return number;
    }

    String receipt() {
        return receipt;
    }

    int callVersion() {
        return callVersion;
    }

    Answers answers() {
        return answers;
    }

    String snapshot() {
        return snapshot;
    }

    byte[] snapshotHash() {
        return snapshotHash;
    }

    Instant submittedAt() {
        return submittedAt;
    }

    @Nullable
    UUID submittedBy() {
        return submittedBy;
    }
}
