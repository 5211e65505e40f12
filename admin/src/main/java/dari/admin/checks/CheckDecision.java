package dari.admin.checks;

import dari.admin.eligibility.FirmSize;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What a person decided about something that was found; never changed, a later one on the same goes before. */
@Entity
class CheckDecision {

    @Id
    private UUID id;

    @Version
    private Integer version;

    private UUID application;

    @JdbcTypeCode(SqlTypes.CHAR)
    private String found;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private CheckKind kind;

    private UUID organization;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private CheckState state;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private CheckVerdict verdict;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private @Nullable FirmSize size;

    private String reason;

    @Convert(converter = EvidenceText.class)
    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private List<CheckLine> evidence;

    private @Nullable UUID file;
    private Instant decidedAt;
    private UUID decidedBy;

    protected CheckDecision() {}

    CheckDecision(
            UUID id,
            UUID application,
            Found found,
            CheckVerdict verdict,
            @Nullable FirmSize size,
            String reason,
            UUID by,
            Instant now) {
        this.id = id;
        this.application = application;
        this.found = found.print();
        this.kind = found.kind();
        this.organization = found.organization();
        this.state = found.state();
        this.verdict = verdict;
        this.size = size;
        this.reason = reason;
        this.evidence = found.evidence();
        this.file = found.paper() == null ? null : found.paper().file();
        this.decidedBy = by;
        this.decidedAt = now;
    }

    String found() {
        return found;
    }

    UUID organization() {
        return organization;
    }

    CheckKind kind() {
        return kind;
    }

    CheckState state() {
        return state;
    }

    CheckVerdict verdict() {
        return verdict;
    }

    @Nullable
    FirmSize size() {
        return size;
    }

    String reason() {
        return reason;
    }

    List<CheckLine> evidence() {
        return evidence;
    }

    Instant decidedAt() {
        return decidedAt;
    }

    UUID decidedBy() {
        return decidedBy;
    }
}
